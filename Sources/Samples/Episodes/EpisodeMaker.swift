import AirQuality
import Feeds
public import PlanModel

/// Makes an episode up for the areas and stations of a plan. The same recipe and plan give the same bytes on every machine.
public struct EpisodeMaker {
    private let recipe: EpisodeRecipe
    private let plan: Plan
    private let weather: WinterWeather
    private let origin: HourSlot
    private let writer: PlainLayoutWriter

    /// Days and hours that a forecast covers.
    private static let daysAhead = 6
    private static let hoursAhead = 72

    public init(_ recipe: EpisodeRecipe, plan: Plan) {
        self.recipe = recipe
        self.plan = plan
        origin = plan.zone.midnight(of: recipe.start)
        writer = PlainLayoutWriter(zone: plan.zone)
        weather = WinterWeather(
            seed: recipe.seed, hours: recipe.hours + (Self.daysAhead + 2) * 24, course: recipe.course)
    }

    public var episode: EpisodeFile {
        var noise = SplitMix64(seed: recipe.seed &+ 1)
        var arrivals: [EpisodeFile.Arrival] = []
        for offset in 0..<recipe.hours {
            if [6, 16].contains(offset % 24) { arrivals += forecasts(offset) }
            if let file = observations(offset, &noise) { arrivals.append(file) }
        }
        return EpisodeFile(
            title: "\(plan.name): \(recipe.shape.rawValue), \(recipe.peak) µg/m³, \(recipe.hours) h, seed \(recipe.seed)",
            instants: origin + 1...origin + recipe.hours, arrivals: arrivals)
    }

    private func file(_ at: HourSlot, minutes: Int, _ name: String, _ text: String) -> EpisodeFile.Arrival {
        EpisodeFile.Arrival(
            at: Instant(seconds: at.start.seconds + Int64(minutes * 60)), name: name, bytes: Array(text.utf8))
    }

    // MARK: Observations

    private func observations(_ offset: Int, _ noise: inout SplitMix64) -> EpisodeFile.Arrival? {
        var batch = ObservationBatch()
        let minutes = 12 + noise.below(12)
        for station in Self.stations(of: plan) {
            // Drawn for every station, so that a gap changes nothing of the others.
            let values = measured(offset, &noise)
            if noise.below(100) < recipe.gaps { continue }
            batch.rows.append(
                ObservationRow(slot: Int32((origin + offset).hours), station: Int32(batch.stations.count), values: values))
            batch.stations.append(station)
        }
        guard !batch.isEmpty else { return nil }
        let name = "observations-\(StampText.hour(origin + offset, plan.zone)).csv"
        return file(origin + offset + 1, minutes: minutes, name, writer.text(batch))
    }

    private static func stations(of plan: Plan) -> [String] {
        var seen: Set<String> = []
        return plan.areas.flatMap(\.stations).filter { seen.insert($0).inserted }
    }

    private func measured(_ offset: Int, _ noise: inout SplitMix64) -> PollutantValues {
        var values = PollutantValues()
        for pollutant in Pollutant.allCases {
            let value = Int(weather.truth[offset][pollutant]) * (1000 + noise.deviation(70)) / 1000
            let step = pollutant == .co ? 100 : 1000
            values[pollutant] = Int32(max(step, (value + step / 2) / step * step))
        }
        values[.pm10] = max(values[.pm10], values[.pm25] + 3000)
        return values
    }

    // MARK: Forecasts

    private func forecasts(_ offset: Int) -> [EpisodeFile.Arrival] {
        var noise = SplitMix64(seed: recipe.seed &+ 2 &+ UInt64(offset))
        let errors = (0...Self.daysAhead + 1).map { noise.deviation(recipe.forecastError * 10 * (2 + $0) / 2) }
        let issued = origin + offset
        var days: [DayForecast] = []
        var hours: [HourForecast] = []
        for area in plan.areas {
            days += (0..<Self.daysAhead).map { day(area.id, issued, offset / 24 + 1 + $0, lead: $0, errors) }
            hours += (0..<Self.hoursAhead).map { ahead in
                var values = PollutantValues()
                values[.pm25] = Int32(foreseen(offset + ahead, lead: ahead / 24, errors) / 1000 * 1000)
                return HourForecast(issued: issued.start, area: area.id, slot: issued + ahead, aqi: nil, values: values)
            }
        }
        let stamp = StampText.hour(issued, plan.zone)
        return [
            file(issued, minutes: 3, "forecast-days-\(stamp).csv", writer.text(days)),
            file(issued, minutes: 5, "forecast-hours-\(stamp).csv", writer.text(hours)),
        ]
    }

    private func day(_ area: String, _ issued: HourSlot, _ day: Int, lead: Int, _ errors: [Int]) -> DayForecast {
        let date = plan.zone.date(of: origin + day * 24)
        let mean = (day * 24..<day * 24 + 24).reduce(0) { $0 + foreseen($1, lead: lead + 1, errors) } / 24
        let edition = EditionRule.byDate.edition(on: date)
        let index = SubIndex.value((mean + 500) / 1000, item: .pm25Day, edition: edition) ?? 0
        let spread = 8 + 3 * lead
        return DayForecast(
            issued: issued.start, area: area, date: date, low: max(15, (index - spread) / 5 * 5),
            high: min(500, max(20, (index + spread + 4) / 5 * 5)), primary: index > 50 ? [.init(.pm25)] : [])
    }

    /// PM2.5 as foreseen, thousandths of µg/m³.
    private func foreseen(_ hour: Int, lead: Int, _ errors: [Int]) -> Int {
        let truth = weather.smooth[min(hour, weather.smooth.count - 1)]
        return max(5000, truth * (1000 + errors[min(lead, errors.count - 1)]) / 1000)
    }
}
