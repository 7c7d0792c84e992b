public import AirQuality
public import PlanModel

/// What one issue says of one day, with how forecasts at this lead have done.
public struct ForecastRow: Hashable, Sendable {
    public var date: LocalDate
    public var value: DailyForecasts.Value
    /// Days between the date of the issue and the day.
    public var lead: Int
    /// Over the days before the sheet.
    public var errors: ForecastErrors
}

/// The errors of forecasts by the days between the date of their issue and the day of which they speak.
public struct LeadErrors: Sendable {
    private var errors: [Int: ForecastErrors] = [:]

    /// - Parameter days: Those that count.
    public init(_ forecasts: DailyForecasts, _ days: [ObservedDays.Day], _ plan: Plan) {
        for day in days {
            guard let aqi = day.aqi else { continue }
            for value in forecasts.all(of: day.date) {
                let lead = forecasts.lead(of: value, to: day.date)
                guard lead >= 0 else { continue }
                errors[lead, default: ForecastErrors()].add(doubled: value.doubled(plan.forecastBound), observed: aqi)
            }
        }
    }

    public func errors(at lead: Int) -> ForecastErrors { errors[lead] ?? ForecastErrors() }
}
