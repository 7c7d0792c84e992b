/// Who has to acknowledge the notices of decisions and of changed orders (签收), and how soon.
public struct ServiceRule: Hashable, Sendable, Codable {
    /// An office or a county by its name; nil: every enterprise and site of which the notice demands something.
    public var addressee: String?
    /// Hours from publication after which what is not acknowledged is an alarm at the desk.
    public var withinHours: Int

    public init(addressee: String?, withinHours: Int) {
        self.addressee = addressee
        self.withinHours = withinHours
    }
}
