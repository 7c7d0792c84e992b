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

extension Quantity {
    /// The pollutants whose concentrations make it.
    fileprivate var pollutants: [Pollutant] {
        switch self {
        case .aqi: Pollutant.allCases
        case .iaqi(let pollutant), .concentration(let pollutant): [pollutant]
        }
    }
}
