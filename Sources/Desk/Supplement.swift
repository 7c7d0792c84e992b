public import AirQuality

/// A change of orders while a level is in force: the list, the rules or a dated fact have changed, or a new day has begun.
///
/// It states what has become of the orders; which those are follows from the plan and the facts on record.
public struct Supplement: Hashable, Sendable, Codable {
    /// What changed the orders.
    public enum Cause: String, Hashable, Sendable, Codable {
        /// Another version of the plan took force: of its rules, or of its list.
        case plan
        /// Dated facts came in.
        case facts
        /// A new day began, on which a fact, an entry of a list or a season begins or ends.
        case day

        /// The kind of the record that holds the cause.
        public var recordKind: String {
            switch self {
            case .plan: "plan"
            case .facts: "facts"
            case .day: "sealed"
            }
        }
    }

    /// The area's id.
    public var area: String
    /// When the change became known.
    public var at: Instant
    /// The id of the level in force.
    public var level: String
    /// The hour at which the episode was issued.
    public var episode: HourSlot
    /// From when the changed orders hold, and as of which day facts are read: the start of the response, or the hour of the
    /// change where that is later.
    public var start: HourSlot
    public var cause: Cause
    /// The sequence number of the ledger's record that holds the cause.
    public var record: Int64

    public init(
        area: String, at: Instant, level: String, episode: HourSlot, start: HourSlot, cause: Cause, record: Int64
    ) {
        self.area = area
        self.at = at
        self.level = level
        self.episode = episode
        self.start = start
        self.cause = cause
        self.record = record
    }
}
