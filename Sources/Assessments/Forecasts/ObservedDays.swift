public import AirQuality
public import PlanModel

/// The natural days of an area as they were observed.
public struct ObservedDays: Sendable {
    public struct Day: Hashable, Sendable {
        public var date: LocalDate
        /// The daily AQI to publish; nil: NA.
        public var aqi: Int?
        public var primary: PollutantSet
        /// 24 h mean in µg/m³; nil with fewer than 20 values.
        public var pm25: Int?
        /// Hours with a value of every required pollutant.
        public var hours: Int
    }

    public let days: [Day]

    /// - Parameters:
    ///   - series: Area values.
    ///   - limit: Only days that have ended by then.
    public init(
        _ series: HourlySeries, dates: ClosedRange<LocalDate>, plan: Plan, edition: EditionRule? = nil, endedBy limit: HourSlot
    ) {
        let calculator = IndexCalculator(rule: edition ?? plan.edition, zone: plan.zone, requires: plan.requires)
        days = (dates.lowerBound.days...dates.upperBound.days).lazy.map { LocalDate(days: $0) }
            .filter { plan.zone.midnight(of: $0 + 1) <= limit }
            .map { date in
                let start = plan.zone.midnight(of: date).hours
                let index = calculator.daily(series, from: start)
                let mean = series.dayMean(.pm25, from: start)
                return Day(
                    date: date, aqi: index.published, primary: index.primary, pm25: mean < 0 ? nil : mean,
                    hours: (start..<start + 24).count { series.values(at: $0).known.isSuperset(of: plan.requires) })
            }
    }

    public func day(_ date: LocalDate) -> Day? {
        guard let first = days.first else { return nil }
        let place = date.days - first.date.days
        return days.indices.contains(place) ? days[place] : nil
    }
}
