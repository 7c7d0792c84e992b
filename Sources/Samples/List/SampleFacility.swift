import AirQuality

/// A treatment facility of the sample list.
struct SampleFacility {
    /// From 1, within its enterprise.
    let number: Int
    let name: String
    let process: String
    let upgradeDeadline: LocalDate?
    let completed: LocalDate?

    static func facilities(of enterprise: SampleEnterprise, _ draw: inout SplitMix64) -> [SampleFacility] {
        let isWatched = draw.below(100) < 30
        guard enterprise.category != .micro, isWatched else { return [] }
        return (0..<1 + draw.below(2)).map { index in
            let kinds = enterprise.industry.treatment
            let kind = kinds[(enterprise.number + index) % kinds.count]
            let isDue = draw.below(100) < 55
            let lot = draw.below(100)
            let days = draw.below(320)
            let completed: LocalDate? =
                if lot < 88 { SampleDay.upgradeDeadline + -days } else if lot < 95 { SampleDay.upgradeDeadline + (1 + days) } else
                { nil }
            return SampleFacility(
                number: index + 1, name: kind.name, process: kind.process,
                upgradeDeadline: isDue ? SampleDay.upgradeDeadline : nil,
                completed: isDue ? completed : nil)
        }
    }
}
