import AirQuality
import PlanModel
import Warnings

/// High values that are made known without any response.
extension Desk {
    /// The alerts that are true of their places at an instant and were not made known there within their limit.
    mutating func highValues(of index: Int, at instant: HourSlot) -> [HighValue] {
        guard !plan.alerts.isEmpty else { return [] }
        let area = areas[index].watch.area.id
        var due: [HighValue] = []
        for found in areas[index].watch.highValues() {
            let value = HighValue(
                area: area, alert: found.alert.id, name: found.alert.name, text: found.alert.text, station: found.station,
                at: instant, since: found.since, everyHours: found.alert.everyHours, readings: found.readings)
            if areas[index].isDue(value) { due.append(value) }
        }
        for value in due { areas[index].take(value) }
        return due
    }
}
