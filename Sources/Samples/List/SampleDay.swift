import AirQuality

/// Days of the sample list.
enum SampleDay {
    /// The day on which upgrades were due (action plan 六(四)).
    static let upgradeDeadline = LocalDate(days: 20_027)
    /// The day as of which the list was drawn up; facts come later.
    static let revision = LocalDate(days: 20_376)

    /// A working hour of the list's winter: within so many days after its revision.
    static func afterRevision(_ draw: inout SplitMix64, within days: Int = 100) -> LocalDate { revision + (5 + draw.below(days)) }
}
