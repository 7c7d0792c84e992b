import AirQuality
import Desk
import PlanLanguage
import PlanModel
import Testing

@testable import Warnings

/// A small plan in its own words and hand-made data; hours are counted from a local midnight.
///
/// Every truth and decision is asked of the engine and of the literal evaluator, which must agree.
struct Scene {
    let plan: Plan
    let midnight: Int
    private var world = NaiveWorld()
    private var store = ObservationStore()
    private var forecasts: [ForecastBatch] = []
    private var acts: [DeskAct] = []
    private var desk: Desk
    private var naive: NaiveDesk

    /// - Parameters:
    ///   - condition: The `issue when` of the only level.
    ///   - date: The local date from whose midnight hours are counted.
    init(_ condition: String, settings: String = "", stations: String = "A", on date: String = "2024-12-10") throws {
        try self.init(
            levels: "level red \"red\" { issue when \(condition)\n cites \"x\" }", order: "red", settings: settings,
            stations: stations, on: date)
    }

    init(
        levels: String, order: String, settings: String = "", stations: String = "A", on date: String = "2024-12-10"
    ) throws {
        let stations = stations.isEmpty ? "" : "stations \(stations)"
        let text = """
            plan "scene" { basis "x"
            zone "Asia/Shanghai"
            levels \(order)
            \(settings) }
            area city "City" { \(stations) }
            \(levels)
            """
        let result = PlanChecker.check(files: [SourceFile(name: "scene.plan", text: text)]) {
            Zone(name: $0, offsetSeconds: 8 * 3600)
        }
        plan = try #require(result.plan, "\(result.findings)")
        midnight = plan.zone.midnight(of: try #require(LocalDate(date))).hours
        desk = Desk(plan: plan)
        naive = NaiveDesk(plan: plan, area: plan.areas[0])
    }

    // MARK: Data

    mutating func observe(_ pollutant: Pollutant, _ value: Double, _ hours: Range<Int>, at station: String = "A") {
        observe([pollutant], value, Array(hours), at: station)
    }

    mutating func observe(_ pollutants: [Pollutant], _ value: Double, _ hours: [Int], at station: String = "A") {
        var batch = ObservationBatch()
        batch.stations = [station]
        for hour in hours {
            var values = PollutantValues()
            for pollutant in pollutants { values[pollutant] = Int32(value * 1000) }
            batch.rows.append(ObservationRow(slot: Int32(midnight + hour), station: 0, values: values))
        }
        take(batch)
    }

    mutating func withdraw(_ pollutant: Pollutant, at hour: Int) {
        var batch = ObservationBatch()
        batch.withdrawals = [Withdrawal(slot: HourSlot(midnight + hour), station: "A", pollutant: pollutant)]
        take(batch)
    }

    private mutating func take(_ batch: ObservationBatch) {
        world.take(batch)
        _ = store.merge(batch) { _ in true }
        _ = desk.apply(.observations(batch))
    }

    /// Day values: `day` counts from the scene's date.
    mutating func forecast(
        day: Int, _ low: Int, _ high: Int, _ primary: [Pollutant] = [.pm25], issued hour: Int = -8, from source: String = ""
    ) {
        var batch = ForecastBatch()
        batch.days = [
            DayForecast(
                issued: HourSlot(midnight + hour).start, area: "city", date: plan.zone.date(of: HourSlot(midnight)) + day,
                low: low, high: high, primary: PollutantSet(primary), source: source)
        ]
        take(batch)
    }

    mutating func forecast(
        _ hours: Range<Int>, _ values: [Pollutant: Double] = [:], aqi: Int? = nil, issued hour: Int = -8,
        from source: String = ""
    ) {
        var batch = ForecastBatch()
        for slot in hours {
            var row = PollutantValues()
            for (pollutant, value) in values { row[pollutant] = Int32(value * 1000) }
            batch.hours.append(
                HourForecast(
                    issued: HourSlot(midnight + hour).start, area: "city", slot: HourSlot(midnight + slot), aqi: aqi,
                    values: row, source: source))
        }
        take(batch)
    }

    private mutating func take(_ batch: ForecastBatch) {
        world.take(batch)
        forecasts.append(batch)
        _ = desk.apply(.forecasts(batch))
    }

    /// An opinion on a day, or that none stands any more.
    mutating func opine(
        day: Int, _ low: Int, _ high: Int, _ primary: [Pollutant] = [.pm25], at hour: Int, isRetracted: Bool = false
    ) {
        let date = plan.zone.date(of: HourSlot(midnight)) + day
        let row = DayForecast(
            issued: HourSlot(midnight + hour).start, area: "city", date: date, low: low, high: high,
            primary: PollutantSet(primary))
        let voice = DifferentialCase.Voice(area: "city", at: midnight + hour, days: [row], isRetracted: isRetracted)
        world.take(voice)
        acts.append(voice.act)
        _ = desk.apply(.actRecalled(voice.act, HourOutcome(at: HourSlot(midnight + hour), effects: [])))
    }

    // MARK: Questions

    private func evaluator(_ hour: Int) -> NaiveEvaluator {
        NaiveEvaluator(
            NaiveInstant(world, now: midnight + hour, supply: .issued(honoursReceived: false)), plan, plan.areas[0])
    }

    /// Whether the lowest level is demanded; nil: unknown.
    func demanded(at hour: Int, sourceLocation: SourceLocation = #_sourceLocation) -> Bool? {
        var watch = AreaWatch(plan: plan, area: plan.areas[0])
        for batch in forecasts { watch.addForecasts(batch, honoursReceived: false) }
        for act in acts {
            switch act.matter {
            case .opine(let opinion): watch.addOpinion(opinion, at: act.at)
            case .retract(_, let days, _): watch.retractOpinions(on: days, at: act.at)
            default: break
            }
        }
        watch.observationsChanged(midnight - 1000..<midnight + 1000)
        _ = watch.demandedLevel(at: HourSlot(midnight + hour), observations: store)
        var engine = watch.evaluator
        let literal = evaluator(hour).demanded(plan.levels[0])
        let found = engine.demanded(0)
        #expect(found == literal.map { Truth($0) } ?? .unknown, "engine and text differ", sourceLocation: sourceLocation)
        return literal
    }

    /// What every condition comes to at an hour.
    func trace(at hour: Int) throws -> AreaTrace {
        try #require(desk.trace(ofArea: "city", at: HourSlot(midnight + hour)))
    }

    /// The decision of an hour as `kind from to response`, the response in hours of the scene.
    mutating func decide(at hour: Int, sourceLocation: SourceLocation = #_sourceLocation) -> String? {
        let literal = naive.decide(evaluator(hour))
        var decided: Warnings.Decision?
        for effect in desk.apply(.hourSealed(HourSlot(midnight + hour))) {
            if case .decided(let decision) = effect { decided = decision }
        }
        #expect(decided.map { NaiveDesk.Decision($0) } == literal, "engine and text differ", sourceLocation: sourceLocation)
        return decided.map { decision in
            let response = decision.response.map { " \($0.hours - midnight)" } ?? ""
            return "\(decision.kind.rawValue) \(decision.from ?? "none") \(decision.to ?? "none")\(response)"
        }
    }
}
