import AirQuality

/// The true air of a simulated winter: PM2.5 of each station, hour by hour.
struct Weather {
    static let stations = ["S1", "S2", "S3"]
    static let start = HourSlot(497_304)

    /// µg/m³ by station and hour.
    private let values: [[Int]]

    init(hours: Int, random: inout SeededRandom) {
        var level = 60
        var target = 60
        var left = 0
        var series: [[Int]] = Array(repeating: [], count: Self.stations.count)
        for _ in 0..<hours {
            if left == 0 {
                target = random.pick([20, 40, 80, 120, 180, 230, 290, 340])
                left = random.within(8...30)
            }
            left -= 1
            level += (target - level) / 4 + random.within(-6...6)
            for station in series.indices { series[station].append(max(3, level + random.within(-15...15))) }
        }
        values = series
    }

    /// The values of a station at an hour after the start, the last ones held on.
    func values(_ station: Int, _ hour: Int) -> PollutantValues {
        let level = values[station][min(max(hour, 0), values[station].count - 1)]
        var result = PollutantValues()
        result[.pm25] = Int32(level) * 1000
        result[.pm10] = Int32(level * 13 / 10 + 20) * 1000
        return result
    }

    /// The mean PM2.5 of a day of hours from one on, for forecasts.
    func mean(_ station: Int, _ hours: Range<Int>) -> Int {
        hours.reduce(0) { $0 + Int(values(station, $1)[.pm25]) / 1000 } / max(hours.count, 1)
    }
}
