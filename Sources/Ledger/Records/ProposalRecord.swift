public import AirQuality
public import Desk

/// A proposal as it is on record.
public struct ProposalRecord: Hashable, Sendable {
    public var proposal: Proposal
    /// The record in which it was made, which holds nothing but what was known then.
    public var seq: Int64
    public var knownAt: Instant
    /// How it ended, and in which record; nil while it waits.
    public var ending: Ending?

    public struct Ending: Hashable, Sendable {
        public var ending: Proposal.Ending
        public var seq: Int64
    }

    public var id: String { proposal.decision.id }
}
