import AirQuality

/// What the air over the city does, hour by hour: the truth that stations measure and forecasts try to meet.
struct WinterWeather: Sendable {
    /// Means of the city in thousandths of the pollutant's unit.
    let truth: [PollutantValues]
    /// What a perfect forecast would say of PM2.5: the truth without its hourly noise, in thousandths.
    let smooth: [Int]

    /// The episode: two calm days of fair air, haze that builds up under a high, damp haze at its peak, a weak push from the
    /// north that takes off half of it, and the cold front in the night to the tenth day.
    static let course = [
        WeatherPoint(hour: 0, pm25: 34, coarse: 190, stillness: 45),
        WeatherPoint(hour: 24, pm25: 42, coarse: 180, stillness: 55),
        WeatherPoint(hour: 48, pm25: 64, coarse: 165, stillness: 70),
        WeatherPoint(hour: 72, pm25: 98, coarse: 150, stillness: 85),
        WeatherPoint(hour: 96, pm25: 152, coarse: 138, stillness: 95),
        WeatherPoint(hour: 120, pm25: 198, coarse: 130, stillness: 100),
        WeatherPoint(hour: 144, pm25: 244, coarse: 124, stillness: 105),
        WeatherPoint(hour: 149, pm25: 296, coarse: 120, stillness: 110),
        WeatherPoint(hour: 166, pm25: 308, coarse: 118, stillness: 110),
        WeatherPoint(hour: 169, pm25: 205, coarse: 124, stillness: 95),
        WeatherPoint(hour: 173, pm25: 134, coarse: 135, stillness: 80),
        WeatherPoint(hour: 192, pm25: 132, coarse: 138, stillness: 85),
        WeatherPoint(hour: 214, pm25: 134, coarse: 136, stillness: 88),
        WeatherPoint(hour: 220, pm25: 60, coarse: 215, stillness: 40),
        WeatherPoint(hour: 224, pm25: 24, coarse: 260, stillness: 25),
        WeatherPoint(hour: 240, pm25: 26, coarse: 210, stillness: 35),
        WeatherPoint(hour: 264, pm25: 38, coarse: 185, stillness: 50),
        WeatherPoint(hour: 288, pm25: 52, coarse: 175, stillness: 60),
        WeatherPoint(hour: 450, pm25: 66, coarse: 165, stillness: 65),
    ]

    /// Per mille of the day's level by local hour: PM2.5 gathers under the inversion of the night and thins out at midday.
    static let dailyCycle = [
        1060, 1065, 1065, 1060, 1050, 1045, 1050, 1065, 1075, 1070, 1040, 1000, 960, 925, 900, 890, 895, 920, 955, 990, 1020,
        1040, 1050, 1055,
    ]
    /// Per cent of full traffic by local hour.
    static let traffic = [
        30, 22, 18, 16, 18, 28, 50, 82, 100, 88, 70, 64, 60, 58, 60, 66, 80, 98, 100, 88, 74, 62, 50, 40,
    ]
    /// Per cent of full sunlight by local hour, in January.
    static let sun = [0, 0, 0, 0, 0, 0, 0, 2, 15, 38, 60, 80, 94, 100, 95, 78, 50, 20, 3, 0, 0, 0, 0, 0]

    /// - Parameter course: Points in the order of their hours, the first at local midnight.
    init(seed: UInt64, hours: Int, course: [WeatherPoint] = Self.course) {
        var noise = SplitMix64(seed: seed)
        var drift = 0
        var truth: [PollutantValues] = []
        var smooth: [Int] = []
        for hour in 0..<hours {
            guard let state = WeatherPoint.interpolated(course, at: hour) else { continue }
            let clock = hour % 24
            let level = state.pm25 * Self.dailyCycle[clock]
            // Eddies of some hours: each hour keeps most of the hour before.
            drift = drift * 4 / 5 + noise.deviation(45)
            smooth.append(level)
            truth.append(Self.values(pm25: level * (1000 + drift) / 1000, state, clock, &noise))
        }
        self.truth = truth
        self.smooth = smooth
    }

    /// The six pollutants around a concentration of PM2.5, all in thousandths.
    private static func values(
        pm25: Int, _ state: WeatherPoint, _ clock: Int, _ noise: inout SplitMix64
    ) -> PollutantValues {
        // What is emitted near the ground, in thousandths of its full amount: traffic, in still air.
        let ground = traffic[clock] * state.stillness / 10
        let light = sun[clock]
        var values = PollutantValues()
        values[.pm25] = Int32(pm25)
        values[.pm10] = Int32(pm25 * state.coarse / 100 + ground * 9 + 4000)
        values[.no2] = Int32(14_000 + ground * 42 + pm25 / 16 + noise.deviation(3000))
        // 0.3 mg/m³ of background; the rest rises with traffic and with the age of the haze.
        values[.co] = Int32(300 + ground * 45 / 100 + pm25 / 190 + noise.deviation(60))
        values[.so2] = Int32(6000 + pm25 / 38 + light * 30 + noise.deviation(1200))
        // In winter traffic eats what little ozone the sun makes; wind brings the background of some 60 µg/m³.
        let background = 62_000 - state.stillness * 420
        let made = light * (62_000 - pm25 / 9) / 160
        values[.o3] = Int32(max(3000, background + made - ground * 14 + noise.deviation(4000)))
        return values
    }
}
