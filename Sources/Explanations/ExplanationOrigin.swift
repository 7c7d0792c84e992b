public import AirQuality

/// Where the standing level and the data of an explanation come from.
public enum ExplanationOrigin: Hashable, Sendable {
    /// Recorded data, decided hour by hour from an instant on at which no warning was taken to be in force.
    case replay(from: HourSlot, forecasts: Forecasts)

    public enum Forecasts: Hashable, Sendable {
        case issued, perfect, persistence
    }
}
