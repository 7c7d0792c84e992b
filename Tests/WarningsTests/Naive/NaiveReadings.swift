import AirQuality
import PlanModel

// What a condition reads of one slot or block (semantics §6, §7), day values and forecast indices included.

extension NaiveTimeline {
    func reading(_ quantity: Quantity, _ cycle: Cycle, _ start: Int) -> (value: NaiveValue, origin: NaiveOrigin) {
        switch (quantity, cycle) {
        case (.concentration(let pollutant), _):
            let step = pollutant == .co ? 100 : 1000
            guard let value = concentration(pollutant, cycle, start) else { return (.missing, .missing) }
            return (.exact(value * step), .concentrations)
        case (.iaqi(let pollutant), _):
            if let own = index(cycle, start).known[pollutant] { return (.exact(own * 1000), .concentrations) }
            guard let forecast = fallback(cycle, start) else { return (.missing, .missing) }
            let value = dayValue(forecast)
            return (forecast.primary.contains(pollutant) ? .exact(value) : .atMost(value), .dayValue)
        case (.aqi, _):
            let own = index(cycle, start).value(requires: plan.requires)
            if case .exact = own { return (own, .concentrations) }
            if cycle == .hourly, let forecast = hourlyAQI(start) { return (.exact(forecast * 1000), .hourlyAQI) }
            if let forecast = fallback(cycle, start) { return (.exact(dayValue(forecast)), .dayValue) }
            return (own, own == .missing ? .missing : .lowerBound)
        }
    }

    func isLed(by pollutants: [Pollutant], _ cycle: Cycle, _ start: Int) -> Bool? {
        let own = index(cycle, start)
        if case .exact = own.value(requires: plan.requires) { return own.isLed(by: pollutants) }
        if cycle == .hourly, hourlyAQI(start) != nil { return nil }
        guard let forecast = fallback(cycle, start) else { return own.isLed(by: pollutants) }
        if forecast.primary.isEmpty { return nil }
        return pollutants.contains { forecast.primary.contains($0) }
    }

    private func index(_ cycle: Cycle, _ start: Int) -> NaiveIndex {
        cycle == .hourly ? index(ofSlot: start) : index(ofBlock: start)
    }

    private func concentration(_ pollutant: Pollutant, _ cycle: Cycle, _ start: Int) -> Int? {
        if cycle == .hourly { return hourly(pollutant, start) }
        return pollutant == .o3 ? eightHourMaximum(start) : dayMean(pollutant, start)
    }

    /// The day forecast that stands for a slot ahead, or for a natural day that is not over.
    private func fallback(_ cycle: Cycle, _ start: Int) -> DayForecast? {
        switch cycle {
        case .hourly: start >= now ? dayForecast(start) : nil
        case .daily: isNaturalDay(start) && start + 24 > now ? dayForecast(start) : nil
        }
    }
}
