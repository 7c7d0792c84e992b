/// The reply to `Notice`.
public struct NoticeReport: Hashable, Sendable, Codable {
    public var notice: String
    public var area: Named
    /// `decision`, `silence`, `supplement`, `reminder`, `advice` or `alert`; `draft`: a proposal that waits.
    public var subject: String
    public var sent: String
    public var isPublished: Bool
    /// The record that holds what it makes known.
    public var record: Int64
    /// Where its folder lies; nil where a consumer has moved it on, or it is not published yet.
    public var folder: String?
    /// The official text, cut where it is long.
    public var text: String
    public var isCut: Bool

    public init(
        notice: String, area: Named, subject: String, sent: String, isPublished: Bool, record: Int64, folder: String?,
        text: String, isCut: Bool
    ) {
        self.notice = notice
        self.area = area
        self.subject = subject
        self.sent = sent
        self.isPublished = isPublished
        self.record = record
        self.folder = folder
        self.text = text
        self.isCut = isCut
    }
}

/// The reply to `Export`: records as they stand in the ledger.
public struct ExportPage: Hashable, Sendable, Codable {
    public struct Record: Hashable, Sendable, Codable {
        public var seq: Int64
        /// Seconds since 1970-01-01T00:00Z.
        public var knownAt: Int64
        public var kind: String
        public var body: String
        public var previous: String
        public var hash: String

        public init(seq: Int64, knownAt: Int64, kind: String, body: String, previous: String, hash: String) {
            self.seq = seq
            self.knownAt = knownAt
            self.kind = kind
            self.body = body
            self.previous = previous
            self.hash = hash
        }
    }

    public var records: [Record]
    /// The last record of the ledger.
    public var last: Int64

    public init(records: [Record], last: Int64) {
        self.records = records
        self.last = last
    }
}
