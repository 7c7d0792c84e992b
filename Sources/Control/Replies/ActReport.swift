/// The reply to every act: what came of it, which is on record.
public struct ActReport: Hashable, Sendable, Codable {
    /// The record.
    public var record: Int64
    /// The account that recorded it, as the kernel names it.
    public var recordedBy: String
    public var recordedAt: String
    /// What changed, whether in force or under a directive.
    public var decisions: [DecisionReport]
    /// Proposals that came to their end by it.
    public var ended: [EndedProposal]
    /// Ends that moved by it, or the correction that it made; nil where there is none.
    public var notices: [ChangeReport]?

    public init(
        record: Int64, recordedBy: String, recordedAt: String, decisions: [DecisionReport], ended: [EndedProposal],
        notices: [ChangeReport]? = nil
    ) {
        self.record = record
        self.recordedBy = recordedBy
        self.recordedAt = recordedAt
        self.decisions = decisions
        self.ended = ended
        self.notices = notices
    }
}

public struct EndedProposal: Hashable, Sendable, Codable {
    public var id: String
    public var area: Named
    public var kind: String
    public var from: Named?
    public var to: Named?
    /// `approved`, `rejected`, `withdrawn`, `superseded` or `overruled`.
    public var ending: String

    public init(id: String, area: Named, kind: String, from: Named?, to: Named?, ending: String) {
        self.id = id
        self.area = area
        self.kind = kind
        self.from = from
        self.to = to
        self.ending = ending
    }
}

/// The reply to `Reload`.
public struct ReloadReport: Hashable, Sendable, Codable {
    /// `accepted`, `unchanged` or `refused`.
    public var outcome: String
    /// What changed, or why it was refused, in one line.
    public var summary: String
    /// Why it was refused, in full: all errors with their places.
    public var findings: String?
    /// The hash of the version in force.
    public var plan: String?

    public init(outcome: String, summary: String, findings: String?, plan: String?) {
        self.outcome = outcome
        self.summary = summary
        self.findings = findings
        self.plan = plan
    }
}
