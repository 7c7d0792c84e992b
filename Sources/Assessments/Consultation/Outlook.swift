public import AirQuality

/// The shape of a stretch of bad air, by which episodes are compared.
public struct Outlook: Hashable, Sendable {
    /// The largest daily AQI; nil: none was known.
    public var peak: Int?
    /// Days above 150, and above 200.
    public var polluted: Int
    public var heavy: Int
    /// The primary pollutants of the worst day.
    public var primary: PollutantSet

    public init(_ days: [(aqi: Int, primary: PollutantSet)]) {
        let worst = days.max { $0.aqi < $1.aqi }
        peak = worst?.aqi
        primary = worst?.primary ?? []
        polluted = days.count { $0.aqi > 150 }
        heavy = days.count { $0.aqi > ForecastErrors.heavyAbove }
    }

    /// How unlike another stretch is, in tenths of a point: a point for each 50 of AQI between the peaks, for each day above 150 and
    /// for each above 200 that one has more, and one where the worst days have no primary pollutant in common.
    func distance(to other: Outlook) -> Int? {
        guard let peak, let otherPeak = other.peak else { return nil }
        let differs = primary.intersection(other.primary).isEmpty && !(primary.isEmpty && other.primary.isEmpty)
        return abs(peak - otherPeak) / 5 + 10 * abs(polluted - other.polluted) + 10 * abs(heavy - other.heavy)
            + (differs ? 10 : 0)
    }
}
