/// Who has to acknowledge a notice, and how soon (签收): fines rest on proof of service.
public struct Addressee: Hashable, Sendable, Codable {
    /// The name of an office or a county, or the id of an enterprise on the list.
    public var name: String
    /// Hours from publication.
    public var withinHours: Int

    public init(name: String, withinHours: Int) {
        self.name = name
        self.withinHours = withinHours
    }
}
