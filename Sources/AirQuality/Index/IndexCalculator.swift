/// Computes hourly and daily AQI of a series by the edition in force (semantics §4).
public struct IndexCalculator: Hashable, Sendable {
    public let rule: EditionRule
    public let zone: Zone
    /// Pollutants without which an AQI is only a lower bound.
    public let requires: PollutantSet
    /// First slot of the edition of 2026 in the zone.
    private let start2026: Int

    public init(rule: EditionRule, zone: Zone, requires: PollutantSet) {
        self.rule = rule
        self.zone = zone
        self.requires = requires
        start2026 = zone.midnight(of: Edition.start2026).hours
    }

    /// The edition for a slot, or for a block by its first slot.
    public func edition(at slot: Int) -> Edition {
        switch rule {
        case .byDate: slot < start2026 ? .edition2012 : .edition2026
        case .pinned(let edition): edition
        }
    }

    // MARK: Hours

    /// The hourly AQI of a slot: 1 h values of the six pollutants.
    public func hourly(_ series: HourlySeries, at slot: Int) -> AirQualityIndex {
        var index = AirQualityIndex()
        index.enter(.so2, hourlyIAQI(.so2, series, at: slot))
        index.enter(.no2, hourlyIAQI(.no2, series, at: slot))
        index.enter(.co, hourlyIAQI(.co, series, at: slot))
        index.enter(.o3, hourlyIAQI(.o3, series, at: slot))
        index.enter(.pm10, hourlyIAQI(.pm10, series, at: slot))
        index.enter(.pm25, hourlyIAQI(.pm25, series, at: slot))
        index.isExact = index.known.isSuperset(of: requires) && index.maximum >= 0
        return index
    }

    /// The IAQI of one pollutant in a slot, nil where it is NA.
    public func hourlyIAQI(_ pollutant: Pollutant, _ series: HourlySeries, at slot: Int) -> Int? {
        let value = ReportedValue.hourly(series.value(pollutant, at: slot), of: pollutant)
        guard value >= 0 else { return nil }
        let edition = edition(at: slot)
        if let index = SubIndex.value(value, item: .hourly(pollutant), edition: edition) { return index }
        // HJ 633-2012 computes no 1 h SO2 sub-index above 800 µg/m³: the 24 h mean that ends with the slot stands for it.
        return pollutant == .so2 ? mean(.so2, series, from: slot - 23, edition) : nil
    }

    // MARK: Days

    /// The daily AQI of the 24 h block that starts at a slot.
    public func daily(_ series: HourlySeries, from start: Int) -> AirQualityIndex {
        let edition = edition(at: start)
        var index = AirQualityIndex()
        index.enter(.so2, mean(.so2, series, from: start, edition))
        index.enter(.no2, mean(.no2, series, from: start, edition))
        index.enter(.co, mean(.co, series, from: start, edition))
        index.enter(.pm10, mean(.pm10, series, from: start, edition))
        index.enter(.pm25, mean(.pm25, series, from: start, edition))
        enterOzone(into: &index, series, from: start, edition)
        index.isExact = index.known.isSuperset(of: requires) && index.maximum >= 0
        return index
    }

    /// The IAQI of one pollutant in the 24 h block that starts at a slot, nil where it is NA.
    public func dailyIAQI(_ pollutant: Pollutant, _ series: HourlySeries, from start: Int) -> Int? {
        let edition = edition(at: start)
        guard pollutant == .o3 else { return mean(pollutant, series, from: start, edition) }
        var index = AirQualityIndex()
        enterOzone(into: &index, series, from: start, edition)
        return index.iaqi(.o3)
    }

    /// The sub-index of a 24 h mean.
    private func mean(_ pollutant: Pollutant, _ series: HourlySeries, from start: Int, _ edition: Edition) -> Int? {
        let mean = series.dayMean(pollutant, from: start)
        return mean < 0 ? nil : SubIndex.value(mean, item: .daily(pollutant), edition: edition)
    }

    private func enterOzone(into index: inout AirQualityIndex, _ series: HourlySeries, from start: Int, _ edition: Edition) {
        let eightHours = series.o3EightHourMaximum(from: start)
        guard edition == .edition2012 else {
            index.enter(.o3, eightHours < 0 ? nil : SubIndex.value(eightHours, item: .o3EightHours, edition: edition))
            return
        }
        let hour = series.o3HourMaximum(from: start)
        let hourIndex = hour < 0 ? nil : SubIndex.value(hour, item: .o3Hour, edition: edition)
        if eightHours >= 0, let eightHourIndex = SubIndex.value(eightHours, item: .o3EightHours, edition: edition) {
            index.enter(.o3, eightHourIndex, hourIndex)
        } else if eightHours >= 0 {
            // Above 800 µg/m³ the 8 h sub-index is not computed and the 1 h one stands for it.
            index.enter(.o3, hourIndex)
        } else {
            index.enter(.o3, nil, hourIndex)
        }
    }
}
