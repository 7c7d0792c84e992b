import AirQuality
import PlanModel

/// Which forecasts a reading rests on, for evidence.
extension Timeline {
    /// Adds the forecasts from which the value of a quantity at a slot or block comes, each once.
    ///
    /// - Parameter leads: Whether the primary pollutants are read as well.
    mutating func collectReferences(
        _ quantity: Quantity, _ cycle: Cycle, at start: Int, leads: Bool, into found: inout [ForecastReference]
    ) {
        guard let book, start + cycle.hours > now else { return }
        var references: [ForecastReference] = []
        switch read(quantity, cycle, at: start).origin {
        case .observed: break
        case .dayValue: references = book.references(toDay: zone.date(of: HourSlot(start)))
        case .hourlyIndex: references = book.references(toSlot: start, nil)
        case .mixed, .forecast:
            for slot in max(start, now)..<start + cycle.hours {
                for pollutant in quantity.pollutants { references += book.references(toSlot: slot, pollutant) }
            }
        }
        for reference in references where !found.contains(reference) { found.append(reference) }
        if leads, quantity != .aqi { collectReferences(.aqi, cycle, at: start, leads: false, into: &found) }
    }
}

extension Timeline {
    /// Adds the forecasts that a quantity's values from now on come from, each with the slots for which it gives some.
    ///
    /// - Parameters:
    ///   - end: Where the last slot ends.
    ///   - days: Which blocks of 24 h are days.
    ///   - leads: Whether the primary pollutants are read as well.
    mutating func noteForecasts(
        _ quantity: Quantity, _ cycle: Cycle, until end: Int, _ days: DayRule, leads: Bool, into uses: inout [ForecastUse]
    ) {
        guard let book else { return }
        func note(_ references: [ForecastReference], _ slots: Range<Int>) {
            for reference in references {
                let (first, last) = (HourSlot(slots.lowerBound), HourSlot(slots.upperBound))
                if let known = uses.firstIndex(where: { $0.reference == reference }) {
                    let slots = uses[known].slots
                    uses[known].slots = min(slots.lowerBound, first)..<max(slots.upperBound, last)
                } else {
                    uses.append(ForecastUse(reference: reference, slots: first..<last))
                }
            }
        }
        var slots: Set<Int> = []
        for start in now + 1 - cycle.hours..<max(now + 1 - cycle.hours, end + 1 - cycle.hours) {
            if cycle == .daily, days == .natural, zone.clockHour(of: HourSlot(start)) != 0 { continue }
            let ahead = max(start, now)..<start + cycle.hours
            switch read(quantity, cycle, at: start).origin {
            case .observed: break
            case .dayValue: note(book.references(toDay: zone.date(of: HourSlot(start))), ahead)
            case .hourlyIndex: note(book.references(toSlot: start, nil), ahead)
            case .mixed, .forecast: slots.formUnion(ahead)
            }
        }
        for slot in slots.sorted() {
            for pollutant in quantity.pollutants { note(book.references(toSlot: slot, pollutant), slot..<slot + 1) }
        }
        if leads, quantity != .aqi { noteForecasts(.aqi, cycle, until: end, days, leads: false, into: &uses) }
    }
}

extension Quantity {
    /// The pollutants whose concentrations make it.
    fileprivate var pollutants: [Pollutant] {
        switch self {
        case .aqi: Pollutant.allCases
        case .iaqi(let pollutant), .concentration(let pollutant): [pollutant]
        }
    }
}
