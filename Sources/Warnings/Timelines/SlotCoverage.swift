import AirQuality
import PlanModel

/// What known forecasts say of a slot.
struct SlotCoverage: Sendable {
    /// Pollutants of which an hourly forecast gives the concentration.
    var concentrations: PollutantSet = []
    /// Whether an hourly forecast gives the AQI.
    var hasIndex = false
    /// Whether there is a forecast of the slot's natural day.
    var hasDay = false

    /// Whether an hourly forecast says anything of a quantity.
    func isHourly(_ quantity: Quantity) -> Bool {
        switch quantity {
        case .aqi: hasIndex || !concentrations.isEmpty
        case .iaqi(let pollutant), .concentration(let pollutant): concentrations.contains(pollutant)
        }
    }
}
