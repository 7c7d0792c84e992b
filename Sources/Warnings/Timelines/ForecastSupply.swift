/// Where the forecasts of a timeline come from.
public enum ForecastSupply: Hashable, Sendable {
    /// Forecasts as they were issued.
    case issued
    /// At each t the recorded values of [t, min(t + hours, end)) are the forecast (semantics §9).
    case perfect(hours: Int, end: Int)
    /// At each t the last 24 h are repeated over [t, t + hours).
    case persistence(hours: Int)

    /// Hours that the made forecasts of a replay reach ahead.
    public static let replayHours = 168
}
