/// A decision. Times are ISO 8601 with the offset of the plan's zone; a level that is absent stands for no warning.
public struct DecisionReport: Hashable, Sendable, Codable {
    public var id: String
    public var area: Named
    /// `issue`, `escalate`, `downgrade`, `lift` or `cancel`.
    public var kind: String
    public var from: Named?
    public var to: Named?
    /// The hour that was evaluated; of a directive or a declaration that at which it counts.
    public var at: String
    public var inForce: String
    public var response: String?
    public var reason: String
    /// The same in Chinese.
    public var reasonInChinese: String
    public var basis: BasisReport
    /// The record that holds it.
    public var record: Int64
    /// The notice; nil where the decision changed nothing that is in force.
    public var notice: String?
    public var isPublished: Bool?

    public init(
        id: String, area: Named, kind: String, from: Named?, to: Named?, at: String, inForce: String, response: String?,
        reason: String, reasonInChinese: String, basis: BasisReport, record: Int64, notice: String?, isPublished: Bool?
    ) {
        self.id = id
        self.area = area
        self.kind = kind
        self.from = from
        self.to = to
        self.at = at
        self.inForce = inForce
        self.response = response
        self.reason = reason
        self.reasonInChinese = reasonInChinese
        self.basis = basis
        self.record = record
        self.notice = notice
        self.isPublished = isPublished
    }
}

/// What a decision stands on.
public struct BasisReport: Hashable, Sendable, Codable {
    /// `conditions`, `approval`, `consultation` or `directive`.
    public var kind: String
    /// Whom the plan names.
    public var approver: String?
    public var signedBy: String?
    public var post: String?
    public var document: String?
    public var channel: String?
    /// The account that recorded it, and its number.
    public var recordedBy: String?
    public var uid: UInt32?
    public var recordedAt: String?
    public var because: String?
    /// Numbers of directives.
    public var directives: [String]?

    public init(kind: String) { self.kind = kind }
}

/// The reply to `Decisions`, newest first.
public struct Decisions: Hashable, Sendable, Codable {
    public var decisions: [DecisionReport]
    /// Ends that moved and corrections within the same records, newest first; nil where there is none.
    public var notices: [ChangeReport]?
    /// For `before` of the next page; nil at the end.
    public var next: Int64?

    public init(decisions: [DecisionReport], notices: [ChangeReport]? = nil, next: Int64?) {
        self.decisions = decisions
        self.notices = notices
        self.next = next
    }
}
