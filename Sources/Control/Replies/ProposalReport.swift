/// A decision that waits for approval.
public struct ProposalReport: Hashable, Sendable, Codable {
    public var id: String
    public var area: Named
    public var kind: String
    public var from: Named?
    public var to: Named?
    /// The hour that was evaluated.
    public var at: String
    public var since: String
    public var approver: String
    /// Hours after which it is reminded of, and who is told.
    public var within: Int?
    public var remind: String?
    public var reminders: Int
    public var reason: String
    /// The same in Chinese.
    public var reasonInChinese: String
    /// The record that holds it.
    public var record: Int64
    /// The draft's folder, named as the notice would be.
    public var draft: String

    public init(
        id: String, area: Named, kind: String, from: Named?, to: Named?, at: String, since: String, approver: String,
        within: Int?, remind: String?, reminders: Int, reason: String, reasonInChinese: String, record: Int64, draft: String
    ) {
        self.id = id
        self.area = area
        self.kind = kind
        self.from = from
        self.to = to
        self.at = at
        self.since = since
        self.approver = approver
        self.within = within
        self.remind = remind
        self.reminders = reminders
        self.reason = reason
        self.reasonInChinese = reasonInChinese
        self.record = record
        self.draft = draft
    }
}

/// The reply to `Proposals`, oldest first.
public struct Proposals: Hashable, Sendable, Codable {
    public var proposals: [ProposalReport]

    public init(proposals: [ProposalReport]) { self.proposals = proposals }
}
