public import AirQuality

/// How the warnings of a plan meet those that were really issued, at a level or higher, in one area or several.
public struct LevelScore: Sendable {
    /// A warning that was really issued, and what stood beside it.
    public struct Event: Hashable, Sendable {
        /// The area's id.
        public var area: String
        public var from: Instant
        /// nil: beyond the end of the record.
        public var to: Instant?
        /// Hours from the plan's warning to the real one, rounded towards zero: above 0 the plan was earlier. nil: a miss.
        public var lead: Int?
    }

    /// A warning of the plan that no real one meets.
    public struct FalseAlarm: Hashable, Sendable {
        /// The area's id.
        public var area: String
        public var slots: Range<HourSlot>
    }

    /// Counts of events, or of hours.
    public struct Counts: Hashable, Sendable {
        public var hits = 0
        public var misses = 0
        public var falseAlarms = 0

        public init(hits: Int = 0, misses: Int = 0, falseAlarms: Int = 0) {
            self.hits = hits
            self.misses = misses
            self.falseAlarms = falseAlarms
        }

        /// Probability of detection.
        public var pod: Ratio { Ratio(hits, of: hits + misses) }
        /// False alarm ratio.
        public var far: Ratio { Ratio(falseAlarms, of: hits + falseAlarms) }
        /// Critical success index.
        public var csi: Ratio { Ratio(hits, of: hits + misses + falseAlarms) }
    }

    /// The lowest level that counts, by id.
    public let level: String
    public internal(set) var events: [Event] = []
    public internal(set) var falseAlarms: [FalseAlarm] = []
    public internal(set) var hours = Counts()

    init(level: String) { self.level = level }

    public var counts: Counts {
        let hits = events.count { $0.lead != nil }
        return Counts(hits: hits, misses: events.count - hits, falseAlarms: falseAlarms.count)
    }

    /// Leads of the hits, rising.
    public var leads: [Int] { events.compactMap(\.lead).sorted() }

    /// Twice the median of the leads, which lies between two of an even number; nil without hits.
    public var twiceMedianLead: Int? {
        let leads = leads
        return leads.isEmpty ? nil : leads[(leads.count - 1) / 2] + leads[leads.count / 2]
    }

    /// The median as a decimal.
    public var medianText: String? {
        twiceMedianLead.map { ($0 < 0 ? "-" : "") + "\($0.magnitude / 2)" + ($0 % 2 == 0 ? "" : ".5") }
    }
}
