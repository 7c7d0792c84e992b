public import AirQuality
public import Desk
public import Warnings

/// A proposal with how long it waited.
public struct ApprovalLine: Hashable, Sendable {
    public var madeAt: Instant
    public var from: String?
    public var to: String?
    public var approver: String
    /// Hours after which the plan reminds of it.
    public var within: Int?
    public var ending: Proposal.Ending?
    /// Until its end, or until the end of what is looked at.
    public var waitedSeconds: Int64
    /// Who signed the decision that came of it.
    public var signature: Signature?

    public var isLate: Bool { within.map { waitedSeconds > Int64($0) * 3600 } ?? false }

    public static func lines(of record: EpisodeRecord) -> [ApprovalLine] {
        record.proposals.map { proposed in
            let decision = proposed.proposal.decision
            let end = proposed.endedAt ?? max(record.until.start, proposed.madeAt)
            return ApprovalLine(
                madeAt: proposed.madeAt, from: decision.from, to: decision.to, approver: proposed.proposal.approver,
                within: proposed.proposal.within, ending: proposed.ending,
                waitedSeconds: end.seconds - proposed.madeAt.seconds, signature: proposed.signature)
        }
    }
}
