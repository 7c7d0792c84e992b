public import AirQuality
import PlanModel
import Warnings

/// The hours before an instant as they were observed.
public struct RecentAir: Hashable, Sendable {
    public struct Hour: Hashable, Sendable {
        public var slot: HourSlot
        /// The hourly AQI to publish; nil: NA.
        public var aqi: Int?
        /// µg/m³; nil: missing.
        public var pm25: Int?
    }

    /// In order of time.
    public var hours: [Hour]
    /// The AQI of the last 24 h; nil: NA.
    public var day: Int?
    public var primary: PollutantSet
    /// The 24 h mean in µg/m³; nil with fewer than 20 values.
    public var dayPM25: Int?
    /// What was missing of the hours.
    public var gaps: DataGaps

    public var last: Hour? { hours.last { $0.aqi != nil || $0.pm25 != nil } }
    public var highest: Hour? { hours.filter { $0.aqi != nil }.max { ($0.aqi ?? 0, $1.slot) < ($1.aqi ?? 0, $0.slot) } }
    public var lowest: Hour? { hours.filter { $0.aqi != nil }.min { ($0.aqi ?? 0, $0.slot) < ($1.aqi ?? 0, $1.slot) } }

    /// - Parameter count: Hours before the instant of the record.
    public init(_ record: MomentRecord, hours count: Int) {
        let plan = record.plan
        let slots = record.at.hours - count..<record.at.hours
        let series = record.observations.areaSeries(record.area, slots.lowerBound - 24..<slots.upperBound)
        let calculator = IndexCalculator(rule: plan.edition, zone: plan.zone, requires: plan.requires)
        hours = slots.map { slot in
            let value = ReportedValue.hourly(series.value(.pm25, at: slot), of: .pm25)
            return Hour(
                slot: HourSlot(slot), aqi: calculator.hourly(series, at: slot).published, pm25: value < 0 ? nil : value)
        }
        let index = calculator.daily(series, from: record.at.hours - 24)
        day = index.published
        primary = index.primary
        let mean = series.dayMean(.pm25, from: record.at.hours - 24)
        dayPM25 = mean < 0 ? nil : mean
        gaps = DataGaps(
            slots, area: record.area, requires: plan.requires, observations: record.observations, series: series,
            notEvaluated: record.notEvaluated, silences: record.silences, corrections: 0)
    }
}
