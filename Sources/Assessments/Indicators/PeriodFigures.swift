import AirQuality
import PlanModel

/// What a place's air came to over a month or a year.
public struct PeriodFigures: Hashable, Sendable {
    /// Days of the period that had ended.
    public var days: Int
    /// Days with a PM2.5 mean, and with an AQI.
    public var pm25Days: Int
    public var aqiDays: Int
    /// The mean of the daily means in tenths of µg/m³; nil without a day.
    public var pm25: Int64?
    /// Days with an AQI of at most 100, and above 200.
    public var good: Int
    public var heavy: Int
    /// In hundredths; nil where a pollutant has no day.
    public var composite: Int64?
    /// Whether there are as many daily values as HJ 663 asks of such a period: 27 a month, 25 in February, 324 a year.
    public var isValid: Bool

    public var missing: Int { days - pm25Days }
    /// Shares of the days with an AQI in tenths of a percent; nil without one.
    public var goodShare: Int64? { share(good) }
    public var heavyShare: Int64? { share(heavy) }

    private func share(_ count: Int) -> Int64? {
        aqiDays > 0 ? roundedHalfEven(Int64(count) * 1000, over: Int64(aqiDays)) : nil
    }

    /// - Parameters:
    ///   - dates: The period; days that have not ended by the limit do not count.
    ///   - needed: Daily values that make it valid.
    init(
        _ series: HourlySeries, _ dates: ClosedRange<LocalDate>, _ plan: Plan, _ edition: EditionRule, endedBy limit: HourSlot,
        needed: Int
    ) {
        let observed = ObservedDays(series, dates: dates, plan: plan, edition: edition, endedBy: limit).days
        days = observed.count
        let indices = observed.compactMap(\.aqi)
        aqiDays = indices.count
        good = indices.count { $0 <= 100 }
        heavy = indices.count { $0 > ForecastErrors.heavyAbove }
        var values: [Pollutant: [Int64]] = [:]
        for day in observed {
            let start = plan.zone.midnight(of: day.date).hours
            for pollutant in Pollutant.allCases {
                if let value = Self.daily(series, pollutant, start) { values[pollutant, default: []].append(value) }
            }
        }
        let means = values[.pm25] ?? []
        pm25Days = means.count
        pm25 = means.isEmpty ? nil : roundedHalfEven(means.reduce(0, +), over: Int64(means.count) * 100)
        composite = CompositeIndex.value(values)
        isValid = pm25Days >= needed
    }

    /// The daily value in thousandths: of O3 the 8 h maximum as reported, of the others the unrounded mean of at least 20 hours.
    private static func daily(_ series: HourlySeries, _ pollutant: Pollutant, _ start: Int) -> Int64? {
        if pollutant == .o3 {
            let value = series.o3EightHourMaximum(from: start)
            return value < 0 ? nil : Int64(value) * 1000
        }
        let (sum, count) = series.total(pollutant, over: start..<start + 24)
        return count >= 20 ? roundedHalfEven(sum, over: Int64(count)) : nil
    }
}
