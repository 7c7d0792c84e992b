public import AirQuality
public import Desk

/// A notice with all that it takes to render it, now or again after a restart.
public struct NoticeRecord: Hashable, Sendable {
    /// A notice as another one refers to it.
    public struct Reference: Hashable, Sendable {
        public var id: String
        public var matter: NoticeMatter
        /// The head that the sealed record made which holds the matter.
        public var head: LedgerHead
        /// When that record became known, from which a notice has its time.
        public var knownAt: Instant
        /// The record that says that it was published; nil where it was not yet.
        public var publishedBy: Int64?
    }

    public var reference: Reference
    /// The hash of the plan version under which it was decided (``Ledger/planVersion(hash:)``); nil where none was on record.
    public var planHash: String?
    /// Earlier notices, oldest first: of what belongs to an episode those of its area and episode; of the end of a silence or an advice that
    /// of its beginning and its corrections; of a correction at least the notice that it corrects.
    public var earlier: [Reference]

    public var id: String { reference.id }
    public var matter: NoticeMatter { reference.matter }
    public var head: LedgerHead { reference.head }
    public var knownAt: Instant { reference.knownAt }
    public var isPublished: Bool { reference.publishedBy != nil }
}
