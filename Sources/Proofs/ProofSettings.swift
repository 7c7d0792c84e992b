public import AirQuality

/// What proofs assume of forecasts and dates, and what they ask.
public struct ProofSettings: Sendable {
    /// Hours ahead of t that forecasts cover, 1 to 240.
    public var reach: Int
    /// Hours after a lift within which the same level again is flapping.
    public var within: Int
    /// The local date around which instants lie; nil: one on which the plan's pinned edition, else HJ 633-2026, is in force.
    public var date: LocalDate?
    /// Whether witnesses are made simple, which takes most of the time.
    public var simplifies = true

    public init(reach: Int = 168, within: Int = 36, date: LocalDate? = nil) {
        self.reach = max(1, min(reach, EncodingScope.longestReach))
        self.within = max(1, min(within, 240))
        self.date = date
    }

    /// The date that is meant for a plan whose edition goes by a rule.
    func date(for rule: EditionRule) -> LocalDate {
        if let date { return date }
        return rule == .pinned(.edition2012) ? Edition.start2026 + -411 : Edition.start2026 + 320
    }

    /// The date that is meant for plans side by side: one that all would have by themselves, else one of today's edition.
    func date(for rules: [EditionRule]) -> LocalDate {
        rules.map { date(for: $0) }.max() ?? date(for: .byDate)
    }
}
