public import Warnings

/// A decision that waits for the person whom the plan names (semantics §8.6).
public struct Proposal: Hashable, Sendable, Codable {
    /// What would be decided, on the evidence of the hour in which it was proposed.
    public var decision: Decision
    public var approver: String
    /// Hours after which it is reminded of.
    public var within: Int?
    /// Who is told when it waits longer.
    public var remind: String?

    public init(decision: Decision, approver: String, within: Int?, remind: String?) {
        self.decision = decision
        self.approver = approver
        self.within = within
        self.remind = remind
    }

    /// How a proposal came to its end.
    public enum Ending: Hashable, Sendable, Codable {
        case approved
        case rejected(reason: String)
        /// What it rests on no longer holds.
        case withdrawn
        /// A stronger one has come.
        case superseded
        /// Something else was declared.
        case overruled
    }
}

/// A proposal that was made, or that ended.
public struct ProposalChange: Hashable, Sendable, Codable {
    public var proposal: Proposal
    /// nil: it was made.
    public var ending: Proposal.Ending?

    public init(proposal: Proposal, ending: Proposal.Ending?) {
        self.proposal = proposal
        self.ending = ending
    }
}
