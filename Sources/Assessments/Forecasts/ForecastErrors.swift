/// How far forecasts of daily AQI lay from what was observed.
public struct ForecastErrors: Hashable, Sendable {
    /// Pairs of a forecast and an observed day.
    public private(set) var count = 0
    private var sum: Int64 = 0
    private var absolute: Int64 = 0
    /// Days with an observed AQI above 200, and those of them that were forecast so; days forecast so that were not.
    public private(set) var heavy = 0
    public private(set) var hits = 0
    public private(set) var falseAlarms = 0

    /// An AQI above this is heavy pollution (HJ 633).
    public static let heavyAbove = 200

    public init() {}

    /// - Parameter doubled: Twice the forecast.
    mutating func add(doubled: Int64, observed: Int) {
        let error = doubled - Int64(2 * observed)
        count += 1
        sum += error
        absolute += abs(error)
        let isForecast = doubled > Int64(2 * Self.heavyAbove)
        if observed > Self.heavyAbove {
            heavy += 1
            if isForecast { hits += 1 }
        } else if isForecast {
            falseAlarms += 1
        }
    }

    /// Mean of forecast less observed, in tenths; nil without a pair.
    public var bias: Int64? { count > 0 ? Self.mean(sum, count) : nil }
    /// Mean of the absolute differences, in tenths.
    public var meanAbsolute: Int64? { count > 0 ? Self.mean(absolute, count) : nil }

    /// Tenths of half a sum over a count, rounded half away from zero.
    private static func mean(_ sum: Int64, _ count: Int) -> Int64 {
        let doubled = abs(sum) * 10
        let value = (doubled + Int64(count)) / (2 * Int64(count))
        return sum < 0 ? -value : value
    }
}
