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

    /// The hourly AQI of a slot: 1 h values of the six pollutants.
    public func hourly(_ series: HourlySeries, at slot: Int) -> AirQualityIndex {
        let edition = edition(at: slot)
        func item(_ pollutant: Pollutant, _ item: SubIndexItem) -> Int? {
            let value = ReportedValue.hourly(series.value(pollutant, at: slot), of: pollutant)
            return value < 0 ? nil : SubIndex.value(value, item: item, edition: edition)
        }
        var index = AirQualityIndex()
        index.enter(.so2, sulphurDioxide(series, at: slot, edition))
        index.enter(.no2, item(.no2, .no2Hour))
        index.enter(.co, item(.co, .coHour))
        index.enter(.o3, item(.o3, .o3Hour))
        index.enter(.pm10, item(.pm10, .pm10Day))
        index.enter(.pm25, item(.pm25, .pm25Day))
        index.isExact = index.known.isSuperset(of: requires) && index.maximum >= 0
        return index
    }

    /// HJ 633-2012 computes no 1 h sub-index above 800 µg/m³: the 24 h mean that ends with the slot stands for it.
    private func sulphurDioxide(_ series: HourlySeries, at slot: Int, _ edition: Edition) -> Int? {
        let value = ReportedValue.hourly(series.value(.so2, at: slot), of: .so2)
        guard value >= 0 else { return nil }
        if let index = SubIndex.value(value, item: .so2Hour, edition: edition) { return index }
        let mean = series.dayMean(.so2, from: slot - 23)
        return mean < 0 ? nil : SubIndex.value(mean, item: .so2Day, edition: edition)
    }

    /// The daily AQI of the 24 h block that starts at a slot.
    public func daily(_ series: HourlySeries, from start: Int) -> AirQualityIndex {
        let edition = edition(at: start)
        func item(_ pollutant: Pollutant, _ item: SubIndexItem) -> Int? {
            let mean = series.dayMean(pollutant, from: start)
            return mean < 0 ? nil : SubIndex.value(mean, item: item, edition: edition)
        }
        var index = AirQualityIndex()
        index.enter(.so2, item(.so2, .so2Day))
        index.enter(.no2, item(.no2, .no2Day))
        index.enter(.co, item(.co, .coDay))
        index.enter(.pm10, item(.pm10, .pm10Day))
        index.enter(.pm25, item(.pm25, .pm25Day))
        enterOzone(into: &index, series, from: start, edition)
        index.isExact = index.known.isSuperset(of: requires) && index.maximum >= 0
        return index
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
