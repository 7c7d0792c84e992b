import AirQuality

/// The composite index (环境空气质量综合指数): the sum over six pollutants of a statistic over its limit.
///
/// Means over limits of SO2 60, NO2 40, PM10 70, PM2.5 35 µg/m³; the 95th percentile of daily CO means over 4 mg/m³; the 90th
/// percentile of daily O3 maxima over 160 µg/m³ (annual and daily limits of GB 3095-2012, class 2).
enum CompositeIndex {
    /// - Parameter days: Daily values of each pollutant in thousandths, O3 its 8 h maximum.
    /// - Returns: Hundredths; nil where a pollutant has no value.
    static func value(_ days: [Pollutant: [Int64]]) -> Int64? {
        let limits: [(pollutant: Pollutant, limit: Int64, percentile: Int64?)] = [
            (.so2, 60_000, nil), (.no2, 40_000, nil), (.pm10, 70_000, nil), (.pm25, 35_000, nil), (.co, 4000, 95),
            (.o3, 160_000, 90),
        ]
        var sum: Int64 = 0
        for item in limits {
            guard let values = days[item.pollutant], !values.isEmpty else { return nil }
            let value =
                item.percentile.map { percentile($0, values) } ?? roundedHalfEven(values.reduce(0, +), over: Int64(values.count))
            // Hundred-thousandths, so that rounding happens once.
            sum += roundedHalfEven(value * 100_000, over: item.limit)
        }
        return roundedHalfEven(sum, over: 1000)
    }

    /// HJ 663: the place 1 + (n − 1) p, linear between values.
    static func percentile(_ percent: Int64, _ values: [Int64]) -> Int64 {
        let sorted = values.sorted()
        let hundredths = Int64(sorted.count - 1) * percent
        let place = Int(hundredths / 100)
        let rest = hundredths % 100
        guard rest > 0, place + 1 < sorted.count else { return sorted[place] }
        return sorted[place] + roundedHalfEven((sorted[place + 1] - sorted[place]) * rest, over: 100)
    }
}
