import AirQuality
import PlanModel

/// Reads quantities from a timeline and an area's forecasts.
struct TimelineReader: Sendable {
    let zone: Zone
    let bound: ForecastBound
    /// The forecasts of the area; nil where there are none to read, as for a station.
    var book: ForecastBook?

    /// Whether a block starts at local midnight.
    func isNaturalDay(_ start: Int) -> Bool { zone.clockHour(of: HourSlot(start)) == 0 }

    /// Whether a block cannot be read: it is no natural day and day values alone cover one of its slots (semantics §6).
    func isExcluded(_ quantity: Quantity, blockFrom start: Int, now: Int) -> Bool {
        guard let book, start + 24 > now else { return false }
        let covered: CoveredQuantity =
            switch quantity {
            case .aqi: .index
            case .iaqi(let pollutant), .concentration(let pollutant): .pollutant(pollutant)
            }
        var date: LocalDate?
        var hasDay = false
        var isExcluded = false
        for slot in max(start, now)..<start + 24 {
            let slotDate = zone.date(of: HourSlot(slot))
            if slotDate != date {
                date = slotDate
                hasDay = book.day(slotDate) != nil
            }
            if hasDay, !book.coversHourly(covered, at: slot) {
                isExcluded = true
                break
            }
        }
        return isExcluded && !isNaturalDay(start)
    }

    /// The day value that stands in for a block or slot from `start` of the given length.
    private func dayValue(_ timeline: Timeline, _ cycle: Cycle, _ start: Int) -> ForecastBook.DayValue? {
        guard let book, start + cycle.hours > timeline.now, cycle == .hourly || isNaturalDay(start) else { return nil }
        return book.day(zone.date(of: HourSlot(start)))
    }

    private func thousandths(_ day: ForecastBook.DayValue) -> Int64 {
        switch bound {
        case .upper: Int64(day.high) * 1000
        case .middle: Int64(day.low + day.high) * 500
        case .lower: Int64(day.low) * 1000
        }
    }

    private func origin(_ timeline: Timeline, _ cycle: Cycle, _ start: Int) -> ReadingOrigin {
        if start + cycle.hours <= timeline.now { return .observed }
        return start < timeline.now ? .mixed : .forecast
    }

    private func index(_ timeline: inout Timeline, _ cycle: Cycle, _ start: Int) -> AirQualityIndex {
        cycle == .daily ? timeline.daily(from: start) : timeline.hourly(at: start)
    }

    /// The value of a quantity.
    func read(_ quantity: Quantity, _ cycle: Cycle, at start: Int, on timeline: inout Timeline) -> Reading {
        let own = origin(timeline, cycle, start)
        switch quantity {
        case .aqi:
            let index = index(&timeline, cycle, start)
            if index.isExact { return Reading(value: .exact(Int64(index.maximum) * 1000), origin: own) }
            if let stand = standIn(timeline, cycle, start) {
                return Reading(value: .exact(stand.thousandths), origin: stand.origin)
            }
            return Reading(value: index.maximum < 0 ? .missing : .atLeast(Int64(index.maximum) * 1000), origin: own)
        case .iaqi(let pollutant):
            if let value = index(&timeline, cycle, start).iaqi(pollutant) {
                return Reading(value: .exact(Int64(value) * 1000), origin: own)
            }
            guard let day = dayValue(timeline, cycle, start) else { return Reading(value: .missing, origin: own) }
            let value = thousandths(day)
            return Reading(value: day.primary.contains(pollutant) ? .exact(value) : .atMost(value), origin: .dayValue)
        case .concentration(let pollutant):
            let value = concentration(pollutant, cycle, start, timeline.series)
            let thousandths = Int64(value) * ReportedValue.step(of: pollutant)
            return Reading(value: value < 0 ? .missing : .exact(thousandths), origin: own)
        }
    }

    /// A concentration at reporting precision: the hourly value, the 24 h mean, or the largest 8 h mean of O3.
    private func concentration(_ pollutant: Pollutant, _ cycle: Cycle, _ start: Int, _ series: HourlySeries) -> Int {
        switch cycle {
        case .hourly: ReportedValue.hourly(series.value(pollutant, at: start), of: pollutant)
        case .daily: pollutant == .o3 ? series.o3EightHourMaximum(from: start) : series.dayMean(pollutant, from: start)
        }
    }

    /// What stands in for an AQI that concentrations do not give: the hourly AQI, then the day's.
    private func standIn(_ timeline: Timeline, _ cycle: Cycle, _ start: Int) -> (thousandths: Int64, origin: ReadingOrigin)? {
        if cycle == .hourly, start >= timeline.now, let aqi = book?.aqi(at: start) { return (Int64(aqi) * 1000, .hourlyIndex) }
        return dayValue(timeline, cycle, start).map { (thousandths($0), .dayValue) }
    }

    /// The primary pollutants where the AQI is read, nil where a forecast names none.
    func primary(_ cycle: Cycle, at start: Int, on timeline: inout Timeline) -> (primary: PollutantSet, known: PollutantSet) {
        let index = index(&timeline, cycle, start)
        if !index.isExact, let stand = standIn(timeline, cycle, start) {
            guard stand.origin == .dayValue, let day = dayValue(timeline, cycle, start), !day.primary.isEmpty else {
                return ([], [])
            }
            return (day.primary, .all)
        }
        return (index.primary, index.known)
    }

    /// The truth of `led by`: one of the pollutants is among the primary ones (semantics §7).
    func isLed(by pollutants: [Pollutant], _ cycle: Cycle, at start: Int, on timeline: inout Timeline) -> Truth {
        let (primary, known) = primary(cycle, at: start, on: &timeline)
        return pollutants.reduce(Truth.false) { truth, pollutant in
            truth || (known.contains(pollutant) ? Truth(primary.contains(pollutant)) : .unknown)
        }
    }
}
