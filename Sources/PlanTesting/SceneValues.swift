import AirQuality
import PlanModel
import Warnings

/// Hourly values of a quantity of a test's area, to be drawn: observed before an instant, from it on as they were forecast then.
struct SceneValues {
    private let scene: TestScene
    private let quantity: Quantity
    private let calculator: IndexCalculator
    private let observed: HourlySeries

    init(scene: TestScene, quantity: Quantity, observations: ObservationStore) {
        self.scene = scene
        self.quantity = quantity
        calculator = IndexCalculator(rule: scene.plan.edition, zone: scene.plan.zone, requires: scene.plan.requires)
        let slots = scene.observations.rows.map { Int($0.slot) }
        let range = (slots.min() ?? 0)..<(slots.max().map { $0 + 1 } ?? 0)
        observed = observations.areaSeries(scene.area, range)
    }

    /// The slots that have values, within so many hours of an instant.
    func extent(around at: HourSlot, behind: Int, ahead: Int) -> Range<Int> {
        let hours = scene.forecasts.hours.map(\.slot.hours)
        let days = scene.forecasts.days.map { scene.plan.zone.midnight(of: $0.date).hours }
        let first = [observed.slots.isEmpty ? nil : observed.slots.lowerBound, hours.min(), days.min(), at.hours - 24]
        let last = [
            observed.slots.isEmpty ? nil : observed.slots.upperBound, hours.max().map { $0 + 1 }, days.max().map { $0 + 24 },
            at.hours + 1,
        ]
        let start = max(first.compactMap { $0 }.min() ?? at.hours, at.hours - behind)
        return start..<max(start + 1, min(last.compactMap { $0 }.max() ?? at.hours, at.hours + ahead))
    }

    /// Thousandths; nil where nothing is known.
    func value(at slot: Int, now: HourSlot) -> Int64? {
        if slot < now.hours { return read(observed, at: slot) }
        let hour = scene.forecasts.hours.last { $0.slot.hours == slot && $0.issued <= now.start }
        if let hour {
            let series = HourlySeries(origin: slot, values: [hour.values])
            if let value = read(series, at: slot) { return value }
            if quantity == .aqi, let index = hour.aqi { return Int64(index) * 1000 }
        }
        let date = scene.plan.zone.date(of: HourSlot(slot))
        guard let day = scene.forecasts.days.last(where: { $0.date == date && $0.issued <= now.start }) else { return nil }
        let index =
            switch scene.plan.forecastBound {
            case .upper: Int64(day.high) * 1000
            case .lower: Int64(day.low) * 1000
            case .middle: Int64(day.low + day.high) * 500
            }
        switch quantity {
        case .aqi: return index
        case .iaqi(let pollutant): return day.primary.contains(pollutant) ? index : nil
        case .concentration: return nil
        }
    }

    private func read(_ series: HourlySeries, at slot: Int) -> Int64? {
        switch quantity {
        case .concentration(let pollutant):
            let value = series.value(pollutant, at: slot)
            return value == PollutantValues.missing ? nil : Int64(value)
        case .iaqi(let pollutant): return calculator.hourlyIAQI(pollutant, series, at: slot).map { Int64($0) * 1000 }
        case .aqi: return calculator.hourly(series, at: slot).published.map { Int64($0) * 1000 }
        }
    }
}
