public import Desk

/// Orders that a record before it in the same append has changed while a level is in force, to be published.
public struct SupplementRecord: Hashable, Sendable, Codable {
    public var supplements: [Supplement]
    /// Ids of the notices to publish, one a supplement.
    public var notices: [String]

    public init(supplements: [Supplement], notices: [String]) {
        self.supplements = supplements
        self.notices = notices
    }
}
