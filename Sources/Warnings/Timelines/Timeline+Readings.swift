import AirQuality
import PlanModel

/// Reads quantities: from concentrations, else from what forecasts give in their place (semantics §6).
extension Timeline {
    /// Whether a block starts at local midnight.
    func isNaturalDay(_ start: Int) -> Bool { calculator.zone.clockHour(of: HourSlot(start)) == 0 }

    /// Whether a block cannot be read: it is no natural day and day values alone cover one of its slots (semantics §6).
    func isExcluded(_ quantity: Quantity, blockFrom start: Int) -> Bool {
        isCoveredByDayAlone(start..<start + 24, quantity) && !isNaturalDay(start)
    }

    /// The value of a quantity.
    mutating func read(_ quantity: Quantity, _ cycle: Cycle, at start: Int) -> Reading {
        let own = origin(cycle, start)
        switch quantity {
        case .aqi:
            let index = index(cycle, start)
            if index.isExact { return Reading(value: .exact(Int64(index.maximum) * 1000), origin: own) }
            if let stand = standIn(cycle, start) { return Reading(value: .exact(stand.thousandths), origin: stand.origin) }
            return Reading(value: index.maximum < 0 ? .missing : .atLeast(Int64(index.maximum) * 1000), origin: own)
        case .iaqi(let pollutant):
            if let value = iaqi(pollutant, cycle, start) { return Reading(value: .exact(Int64(value) * 1000), origin: own) }
            guard let day = dayValue(cycle, start) else { return Reading(value: .missing, origin: own) }
            let value = thousandths(day)
            return Reading(value: day.primary.contains(pollutant) ? .exact(value) : .atMost(value), origin: .dayValue)
        case .concentration(let pollutant):
            let value = concentration(pollutant, cycle, start)
            let thousandths = Int64(value) * ReportedValue.step(of: pollutant)
            return Reading(value: value < 0 ? .missing : .exact(thousandths), origin: own)
        }
    }

    /// The primary pollutants where the AQI is read, nil where a forecast names none.
    mutating func primary(_ cycle: Cycle, at start: Int) -> (primary: PollutantSet, known: PollutantSet) {
        let index = index(cycle, start)
        if !index.isExact, let stand = standIn(cycle, start) {
            guard stand.origin == .dayValue, let day = dayValue(cycle, start), !day.primary.isEmpty else { return ([], []) }
            return (day.primary, .all)
        }
        return (index.primary, index.known)
    }

    /// The truth of `led by`: one of the pollutants is among the primary ones (semantics §7).
    mutating func isLed(by pollutants: PollutantSet, _ cycle: Cycle, at start: Int) -> Truth {
        let (primary, known) = primary(cycle, at: start)
        if !pollutants.isDisjoint(with: known.intersection(primary)) { return .true }
        return pollutants.isSubset(of: known) ? .false : .unknown
    }

    // MARK: Parts

    private func origin(_ cycle: Cycle, _ start: Int) -> ReadingOrigin {
        if start + cycle.hours <= now { return .observed }
        return start < now ? .mixed : .forecast
    }

    private mutating func index(_ cycle: Cycle, _ start: Int) -> AirQualityIndex {
        cycle == .daily ? daily(from: start) : hourly(at: start)
    }

    private func iaqi(_ pollutant: Pollutant, _ cycle: Cycle, _ start: Int) -> Int? {
        cycle == .daily
            ? calculator.dailyIAQI(pollutant, series, from: start) : calculator.hourlyIAQI(pollutant, series, at: start)
    }

    /// A concentration at reporting precision: the hourly value, the 24 h mean, or the largest 8 h mean of O3.
    private func concentration(_ pollutant: Pollutant, _ cycle: Cycle, _ start: Int) -> Int {
        switch cycle {
        case .hourly: ReportedValue.hourly(series.value(pollutant, at: start), of: pollutant)
        case .daily: pollutant == .o3 ? series.o3EightHourMaximum(from: start) : series.dayMean(pollutant, from: start)
        }
    }

    /// What stands in for an AQI that concentrations do not give: the hourly AQI, then the day's.
    private func standIn(_ cycle: Cycle, _ start: Int) -> (thousandths: Int64, origin: ReadingOrigin)? {
        if cycle == .hourly, start >= now, let aqi = book?.aqi(at: start) { return (Int64(aqi) * 1000, .hourlyIndex) }
        return dayValue(cycle, start).map { (thousandths($0), .dayValue) }
    }

    /// The day value that stands in for a block or slot.
    private func dayValue(_ cycle: Cycle, _ start: Int) -> ForecastBook.DayValue? {
        guard book != nil, start + cycle.hours > now, cycle == .hourly || isNaturalDay(start) else { return nil }
        return book?.day(calculator.zone.date(of: HourSlot(start)))
    }

    private func thousandths(_ day: ForecastBook.DayValue) -> Int64 {
        switch bound {
        case .upper: Int64(day.high) * 1000
        case .middle: Int64(day.low + day.high) * 500
        case .lower: Int64(day.low) * 1000
        }
    }
}
