public import AirQuality
public import Desk
public import Warnings

/// A notice with all that it takes to render it, now or again after a restart.
public struct NoticeRecord: Hashable, Sendable {
    /// What a notice is about.
    public enum Subject: Hashable, Sendable {
        case decision(Decision)
        case silence(Silence)
        case supplement(Supplement)
        case reminder(Reminder)
        case bulletin(Bulletin)
        case highValue(HighValue)
        case extend(Extension)
        case correction(Correction)

        /// The hour at which the episode was issued to which it belongs; nil: to none.
        public var episode: HourSlot? {
            switch self {
            case .decision(let decision): decision.episode
            case .supplement(let supplement): supplement.episode
            case .extend(let moved): moved.episode
            case .correction(let correction): correction.subject.episode
            case .silence, .reminder, .bulletin, .highValue: nil
            }
        }

        /// The area's id.
        public var area: String {
            switch self {
            case .decision(let decision): decision.area
            case .silence(let silence): silence.area
            case .supplement(let supplement): supplement.area
            case .reminder(let reminder): reminder.area
            case .bulletin(let bulletin): bulletin.area
            case .highValue(let value): value.area
            case .extend(let moved): moved.area
            case .correction(let correction): correction.area
            }
        }
    }

    /// A notice as another one refers to it.
    public struct Reference: Hashable, Sendable {
        public var id: String
        public var subject: Subject
        /// The head that the sealed record made which holds the subject.
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
    public var subject: Subject { reference.subject }
    public var head: LedgerHead { reference.head }
    public var knownAt: Instant { reference.knownAt }
    public var isPublished: Bool { reference.publishedBy != nil }
}
