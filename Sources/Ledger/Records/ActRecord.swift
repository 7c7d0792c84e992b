public import Desk

/// What a person did at the desk, and what came of it.
public struct ActRecord: Hashable, Sendable, Codable {
    public var act: DeskAct
    public var outcome: HourOutcome
    /// Ids of the notices to publish, one a decision that took force.
    public var notices: [String]
    /// Where it was asked for, if that came as a file; left out, as in records of before.
    public var file: RequestFile?

    public init(act: DeskAct, outcome: HourOutcome, notices: [String], file: RequestFile? = nil) {
        self.act = act
        self.outcome = outcome
        self.notices = notices
        self.file = file
    }
}
