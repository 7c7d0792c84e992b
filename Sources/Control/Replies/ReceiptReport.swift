/// The reply to `Acknowledge`; the receipt is on record.
public struct ReceiptReport: Hashable, Sendable, Codable {
    /// The record.
    public var record: Int64
    /// The account that recorded it, as the kernel names it.
    public var recordedBy: String
    public var recordedAt: String
    public var notice: String
    public var addressee: String
    /// How many addressees have still to acknowledge the notice.
    public var missing: Int

    public init(record: Int64, recordedBy: String, recordedAt: String, notice: String, addressee: String, missing: Int) {
        self.record = record
        self.recordedBy = recordedBy
        self.recordedAt = recordedAt
        self.notice = notice
        self.addressee = addressee
        self.missing = missing
    }
}

/// A notice that some of its addressees have still to acknowledge.
public struct OwedNotice: Hashable, Sendable, Codable {
    public struct Owed: Hashable, Sendable, Codable {
        public var addressee: String
        /// Until when the plan gives it time.
        public var deadline: String
        public var isOverdue: Bool

        public init(addressee: String, deadline: String, isOverdue: Bool) {
            self.addressee = addressee
            self.deadline = deadline
            self.isOverdue = isOverdue
        }
    }

    public var notice: String
    public var published: String
    /// How many have not acknowledged it, and of how many of these the time is over.
    public var missing: Int
    public var overdue: Int
    /// Those who have not, in the order of the plan, as far as the request asks for them.
    public var addressees: [Owed]

    public init(notice: String, published: String, missing: Int, overdue: Int, addressees: [Owed]) {
        self.notice = notice
        self.published = published
        self.missing = missing
        self.overdue = overdue
        self.addressees = addressees
    }
}

/// The reply to `Receipts`: what is owed, in the order of publication.
public struct Receipts: Hashable, Sendable, Codable {
    public var notices: [OwedNotice]

    public init(notices: [OwedNotice]) { self.notices = notices }
}
