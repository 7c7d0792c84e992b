import AirQuality
import PlanModel
import TestSupport

/// Random plans of one area that the language admits.
struct PlanGenerator {
    var random: SplitMix64
    let stations: [String]
    private var settings: Settings
    var days = DayRule.rolling

    private struct Settings {
        var zone: Zone
        var edition: EditionRule
        var requires: PollutantSet
        var bound: ForecastBound
        var forecasts: ForecastRule
        var area: Area
    }

    /// - Parameter day: The day near which the record lies.
    init(_ random: SplitMix64, stations: [String], day: Int) {
        var random = random
        // At two o'clock, as clocks do; a day whose midnight is skipped or comes twice is another matter.
        let change = (day + random.int(1...6)) * 24 + 2
        let zone: Zone = random.pick([
            .beijing, .beijing, .beijing, Zone(name: "west", offsetSeconds: -5 * 3600), .changing(from: 1, to: 2, at: change - 1),
            .changing(from: -4, to: -5, at: change + 4),
        ])
        let isCity = random.chance(10)
        let area = Area(
            id: "city", name: "许昌市", code: "411000", stations: isCity ? [] : stations,
            atLeast: !isCity && random.chance(30) ? random.int(1...stations.count) : nil)
        settings = Settings(zone: zone, edition: .byDate, requires: .all, bound: .upper, forecasts: ForecastRule(), area: area)
        self.random = random
        self.stations = stations
        chooseReading()
    }

    /// Chooses how the plans made from now on read what is known of their area.
    mutating func chooseReading() {
        settings.edition = random.pick([.byDate, .byDate, .byDate, .pinned(.edition2012), .pinned(.edition2026)])
        settings.requires = random.chance(50) ? .all : PollutantSet(random.some(Pollutant.allCases, random.int(1...4)))
        settings.bound = random.pick([.upper, .middle, .middle, .lower])
        settings.forecasts = forecastRule()
    }

    mutating func plan() -> Plan {
        days = random.chance(25) ? .natural : .rolling
        let horizon: Int? = random.chance(50) ? random.pick([6, 24, 44, 48, 72, 120]) : nil
        let levels: [Level]
        if random.chance(35) {
            levels = realLevels(horizon)
        } else {
            let cleared = Condition.named("cleared", ending())
            levels = (0..<random.int(1...4)).map { level($0, horizon, cleared) }
        }
        return Plan(
            name: "random", basis: ["random"], zone: settings.zone, edition: settings.edition, levels: levels,
            areas: [settings.area], requires: settings.requires, horizon: nil, review: random.chance(20) ? clockHours() : [],
            forecastBound: settings.bound, days: days, waitMinutes: Plan.defaultWaitMinutes,
            forecasts: settings.forecasts)
    }

    private mutating func forecastRule() -> ForecastRule {
        var rule = ForecastRule()
        if random.chance(40) {
            rule.sources = random.some(DataGenerator.sources.filter { !$0.isEmpty }, random.int(1...3))
            if rule.sources.count > 1 { rule.combination = random.pick([.preference, .highest, .mean]) }
        }
        if random.chance(35) { rule.maximumAge = random.pick([6, 12, 24, 36, 48, 100]) }
        return rule
    }

    /// A plan that takes the place of another: it knows the levels of that, perhaps in another order, and more.
    mutating func successor(of old: Plan) -> Plan {
        var new = plan()
        for level in old.levels where new.index(ofLevel: level.id) == nil {
            new.levels.insert(level, at: random.int(0...new.levels.count))
        }
        if random.chance(30) { new.edition = .byDate }
        if random.chance(30) { new.requires = PollutantSet([.pm25]) }
        if random.chance(30) { new.forecastBound = random.pick([.upper, .lower]) }
        if random.chance(50) { new.forecasts = forecastRule() }
        if random.chance(30), !stations.isEmpty, !new.areas[0].stations.isEmpty { new.areas[0].atLeast = 1 }
        return new
    }

    mutating func level(_ index: Int, _ horizon: Int?, _ cleared: Condition) -> Level {
        let clauses = (0..<random.pick([1, 1, 2, 3])).map { number in
            IssueClause(
                label: "clause\(number)", condition: condition(rank: index, depth: random.pick([0, 0, 1, 2]), isEnd: false))
        }.map { IssueClause(label: $0.label, condition: withHorizon($0.condition, horizon)) }
        let end: Condition? = random.chance(8) ? nil : random.chance(50) ? cleared : ending()
        let response: ResponseStart =
            switch random.int(0...4) {
            case 0: .immediately
            case 1: .atNext(clockHours())
            case 2: .after(random.int(1...30))
            case 3: .beforeOnset(random.int(1...36), on: [])
            default: .beforeOnset(random.int(1...36), on: clockHours())
            }
        return Level(
            id: "level\(index)", name: "\(index)", response: nil, issue: clauses, end: end, approval: .automatic,
            responseStart: response, cites: [])
    }

    mutating func clockHours() -> [ClockHour] {
        random.some(Array(0...23), random.int(1...4)).sorted().compactMap { ClockHour($0) }
    }

    private mutating func ending() -> Condition {
        condition(rank: 0, depth: random.pick([0, 0, 1]), isEnd: true)
    }

    private mutating func condition(rank: Int, depth: Int, isEnd: Bool) -> Condition {
        guard depth > 0 else { return .test(test(rank: rank, isEnd: isEnd)) }
        switch random.int(0...9) {
        case 0...3: return .or(operands(rank, depth, isEnd))
        case 4...7: return .and(operands(rank, depth, isEnd))
        case 8: return .not(condition(rank: rank, depth: depth - 1, isEnd: !isEnd))
        default: return .named("let\(random.int(0...9))", condition(rank: rank, depth: depth - 1, isEnd: isEnd))
        }
    }

    private mutating func operands(_ rank: Int, _ depth: Int, _ isEnd: Bool) -> [Condition] {
        (0..<random.int(2...3)).map { _ in condition(rank: rank, depth: depth - 1, isEnd: isEnd) }
    }

    func withHorizon(_ condition: Condition, _ horizon: Int?) -> Condition {
        switch condition {
        case .or(let parts): return .or(parts.map { withHorizon($0, horizon) })
        case .and(let parts): return .and(parts.map { withHorizon($0, horizon) })
        case .not(let part): return .not(withHorizon(part, horizon))
        case .named(let name, let part): return .named(name, withHorizon(part, horizon))
        case .test(var test):
            if case .run = test.span, test.source != .observed, test.startingWithin == nil { test.startingWithin = horizon }
            return .test(test)
        }
    }

    // MARK: Tests

    private mutating func test(rank: Int, isEnd: Bool) -> Test {
        let source: Source = random.pick(
            isEnd ? [.observed, .forecast, .forecast] : [.observed, .forecast, .expected, .expected])
        let cycle: Cycle = random.chance(isEnd ? 30 : 65) ? .daily : .hourly
        let span = span(source, cycle, rank, isEnd)
        var within: Int?
        if source != .observed, random.chance(30) { within = random.pick([1, 12, 24, 48, 72, 200]) }
        if case .throughout = span { within = nil }
        return Test(
            source: source, station: random.chance(12) ? random.pick(stations) : nil, cycle: cycle,
            comparison: comparison(rank, isEnd),
            ledBy: random.chance(20) ? random.some(Pollutant.allCases, random.int(1...3)) : nil, span: span,
            startingWithin: within)
    }

    private mutating func span(_ source: Source, _ cycle: Cycle, _ rank: Int, _ isEnd: Bool) -> Span {
        if source != .observed, random.chance(isEnd ? 50 : 15) {
            let hours =
                cycle == .daily ? 24 * random.pick([1, 1, 2, 2, 3, 8]) : random.pick([1, 1, 6, 6, 12, 12, 24, 24, 36, 60, 171])
            let elements = cycle == .hourly ? hours : days == .rolling ? hours - 23 : hours / 24
            return .throughout(
                hours: hours,
                missingAtMost: elements > 1 && random.chance(60) ? random.int(0...min(random.pick([3, 6, 30]), elements - 1)) : 0)
        }
        if random.chance(20) { return .single }
        let hours = cycle == .daily ? 24 * random.int(1...3) : random.pick([1, 2, 3, 6, 6, 12, 12, 24, 24, 30, 48, 72])
        guard random.chance(25) else { return .run(hours: hours, including: nil) }
        let inner: Cycle = cycle == .daily || (hours >= 24 && random.chance(50)) ? .daily : .hourly
        let length = inner == .daily ? 24 * random.int(1...hours / 24) : random.int(1...hours)
        return .run(
            hours: hours, including: Inclusion(cycle: inner, comparison: comparison(rank + 1, isEnd), hours: length))
    }

    private mutating func comparison(_ rank: Int, _ isEnd: Bool) -> Comparison {
        let up: [Relation] = [.greater, .greater, .greaterOrEqual]
        let down: [Relation] = [.lessOrEqual, .lessOrEqual, .less]
        let relation = random.pick(isEnd == random.chance(8) ? up : down)
        let quantity: Quantity
        switch random.int(0...9) {
        case 0...4: quantity = .aqi
        case 5...7: quantity = .iaqi(random.pick([.pm25, .pm25, .pm10, .o3, .so2, .no2, .co]))
        default: quantity = .concentration(random.pick(Pollutant.allCases))
        }
        var threshold: Int
        switch quantity {
        case .concentration(let pollutant): threshold = random.pick(DataGenerator.notable(pollutant))
        default:
            threshold =
                random.pick(
                    [[50, 80, 100, 150], [100, 150, 200], [150, 200, 300], [200, 300, 400], [300, 500]][min(rank, 4)]) * 1000
        }
        if random.chance(10) { threshold += random.pick([-1000, 500, 1000, 1]) }
        return Comparison(quantity: quantity, relation: relation, threshold: Int64(threshold))
    }
}
