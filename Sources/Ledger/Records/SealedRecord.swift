public import Desk

/// A sealed instant: what was decided, found silent, advised and alerted took force with this record, and is to be published.
public struct SealedRecord: Hashable, Sendable, Codable {
    public var outcome: HourOutcome
    /// Ids of the notices to publish: of the decisions, the silences, the bulletins, the high values, each in their order.
    public var notices: [String]

    public init(outcome: HourOutcome, notices: [String]) {
        self.outcome = outcome
        self.notices = notices
    }
}
