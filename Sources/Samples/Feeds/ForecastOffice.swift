import AirQuality
import Feeds

/// The forecasters: two rounds a day, whose skill falls with every day ahead.
///
/// A forecast draws the truth towards what is usual in January, so that it sees a peak too low from afar and too high what
/// follows the front, and each round errs a little of its own. The first rounds also expect a cold front on the sixth day, which
/// then does not come.
struct ForecastOffice {
    let weather: WinterWeather
    let origin: HourSlot
    let zone: Zone
    private let seed: UInt64

    /// Days that a round covers.
    static let daysAhead = 6
    static let hoursAhead = 72
    /// PM2.5 that is usual in January, thousandths of µg/m³.
    static let usual = 75_000
    /// Rounds before the first of these hours expect the air to be as usual from the second on.
    static let missedFront = (seenUntil: 2 * 24 + 6, from: 5 * 24)
    static let area = "xuchang"

    init(weather: WinterWeather, origin: HourSlot, zone: Zone, seed: UInt64) {
        self.weather = weather
        self.origin = origin
        self.zone = zone
        self.seed = seed &+ 2
    }

    /// The rounds of a day: at 06:00 the AQI of this day and the next five; at 16:00 that of the next six and PM2.5 by hours.
    func files(ofDay day: Int) -> [SampleFile] {
        let writer = PlainLayoutWriter(zone: zone)
        func file(_ hour: Int, _ minute: Int, _ kind: String, _ text: (Int, SplitMix64) -> String) -> SampleFile {
            let issued = day * 24 + hour
            return SampleFile(
                arrival: Instant(seconds: (origin + issued).start.seconds + Int64(minute * 60)),
                name: "forecast-\(kind)-\(StampText.hour(origin + issued, zone)).csv",
                text: text(issued, SplitMix64(seed: seed &+ UInt64(issued))))
        }
        return [
            file(6, 3, "days") { writer.text(days(issued: $0, from: day, $1)) },
            file(16, 3, "days") { writer.text(days(issued: $0, from: day + 1, $1)) },
            file(16, 5, "hours") { writer.text(hours(issued: $0, $1)) },
        ]
    }

    // MARK: Rounds

    private func days(issued: Int, from first: Int, _ noise: SplitMix64) -> [DayForecast] {
        let errors = errors(noise)
        return (first..<first + Self.daysAhead).map { day in
            let lead = max(0, day - issued / 24)
            let slots = day * 24..<day * 24 + 24
            let pm25 = slots.reduce(0) { $0 + foreseen($1, issued: issued, errors) } / 24
            let pm10 = slots.reduce(0) { $0 + foreseenCoarse($1, issued: issued, errors) } / 24
            return forecast(issued: issued, day: day, pm25: pm25, pm10: pm10, spread: 6 + 3 * lead)
        }
    }

    /// A range around the index of the foreseen means, its bounds multiples of five as forecasters write them.
    private func forecast(issued: Int, day: Int, pm25: Int, pm10: Int, spread: Int) -> DayForecast {
        let date = zone.date(of: origin + day * 24)
        let edition = EditionRule.byDate.edition(on: date)
        let fine = SubIndex.value((pm25 + 500) / 1000, item: .pm25Day, edition: edition) ?? 0
        let coarse = SubIndex.value((pm10 + 500) / 1000, item: .pm10Day, edition: edition) ?? 0
        let index = max(fine, coarse)
        var primary: PollutantSet = []
        if index > 50 { primary = PollutantSet([(fine, Pollutant.pm25), (coarse, .pm10)].filter { $0.0 == index }.map(\.1)) }
        return DayForecast(
            issued: (origin + issued).start, area: Self.area, date: date, low: max(15, (index - spread) / 5 * 5),
            high: min(500, (index + spread + 4) / 5 * 5), primary: primary)
    }

    private func hours(issued: Int, _ noise: SplitMix64) -> [HourForecast] {
        let errors = errors(noise)
        return (issued..<issued + Self.hoursAhead).map { hour in
            var values = PollutantValues()
            values[.pm25] = Int32((foreseen(hour, issued: issued, errors) + 500) / 1000 * 1000)
            return HourForecast(
                issued: (origin + issued).start, area: Self.area, slot: origin + hour, aqi: nil, values: values)
        }
    }

    // MARK: Errors

    /// The error of a round for each day ahead, per mille.
    private func errors(_ noise: SplitMix64) -> [Int] {
        var noise = noise
        return (0...Self.daysAhead + 1).map { noise.deviation(20 + 30 * $0) }
    }

    /// PM2.5 as a round foresees it, thousandths of µg/m³.
    private func foreseen(_ hour: Int, issued: Int, _ errors: [Int]) -> Int {
        let lead = max(0, hour - issued)
        let drawn = issued < Self.missedFront.seenUntil && hour >= Self.missedFront.from ? 90 : min(45, lead * 35 / 100)
        let value = (weather.smooth[hour] * (100 - drawn) + Self.usual * drawn) / 100
        return value * (1000 + errors[min(lead / 24, errors.count - 1)]) / 1000
    }

    private func foreseenCoarse(_ hour: Int, issued: Int, _ errors: [Int]) -> Int {
        let coarse = WeatherPoint.interpolated(WinterWeather.course, at: hour)?.coarse ?? 150
        return foreseen(hour, issued: issued, errors) * coarse / 100 + 6000
    }
}
