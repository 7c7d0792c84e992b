import AirQuality
import PlanModel
import TestSupport

/// Random plans that the language admits.
struct RandomPlans {
    var random: SplitMix64
    private var days = DayRule.rolling
    static let station = "S1"

    init(seed: UInt64) { random = SplitMix64(seed: seed) }

    static func plan(
        _ levels: [Level], edition: EditionRule = .pinned(.edition2026), stations: [String] = ["S1"], review: [ClockHour] = [],
        days: DayRule = .rolling
    ) -> Plan {
        Plan(
            name: "random", basis: [], zone: .beijing, edition: edition, levels: levels,
            areas: [Area(id: "city", name: "许昌市", code: nil, stations: stations, atLeast: nil)], requires: .all, horizon: nil,
            review: review, forecastBound: .upper, days: days, waitMinutes: 50)
    }

    static func level(_ id: String, _ issue: [Condition], _ end: Condition?) -> Level {
        Level(
            id: id, name: id, response: nil, issue: issue.map { IssueClause(label: nil, condition: $0) }, end: end,
            approval: .automatic, responseStart: .immediately, cites: [])
    }

    // MARK: Everything

    /// A plan with every kind of test.
    mutating func wide() -> Plan {
        days = random.chance(25) ? .natural : .rolling
        let levels = (0..<random.int(1...3)).map { number in
            Self.level(
                "level\(number)", [wideCondition(random.int(0...2)), wideCondition(0)], wideCondition(random.int(0...2)))
        }
        return Self.plan(
            levels, edition: random.pick([.pinned(.edition2012), .pinned(.edition2026), .byDate]),
            stations: random.pick([["S1"], ["S1", "S2", "S3"]]),
            review: random.chance(25) ? random.some(Array(0...23), 2).compactMap { ClockHour($0) } : [], days: days)
    }

    private mutating func wideCondition(_ depth: Int) -> Condition {
        if depth == 0 { return .test(wideTest()) }
        switch random.int(0...6) {
        case 0...2: return .or((0..<2).map { _ in wideCondition(depth - 1) })
        case 3...4: return .and((0..<2).map { _ in wideCondition(depth - 1) })
        case 5: return .not(wideCondition(depth - 1))
        default: return .named("let", wideCondition(depth - 1))
        }
    }

    private mutating func wideTest() -> Test {
        let source: Source = random.pick([.observed, .forecast, .expected])
        let cycle: Cycle = random.pick([.hourly, .daily])
        var within: Int?
        let span: Span
        if source != .observed, random.chance(30) {
            let hours = cycle == .daily ? 24 * random.int(1...3) : random.pick([1, 6, 24, 36, 60])
            let elements = cycle == .hourly ? hours : days == .rolling ? hours - 23 : hours / 24
            span = .throughout(hours: hours, missingAtMost: elements > 1 && random.chance(50) ? 1 : 0)
        } else if random.chance(20) {
            span = .single
        } else {
            let hours = cycle == .daily ? 24 * random.int(1...3) : random.pick([1, 2, 6, 24, 30, 48])
            var inclusion: Inclusion?
            if random.chance(30) {
                let inner: Cycle = cycle == .daily || (hours >= 24 && random.chance(50)) ? .daily : .hourly
                inclusion = Inclusion(
                    cycle: inner, comparison: wideComparison(),
                    hours: inner == .daily ? 24 * random.int(1...hours / 24) : random.int(1...hours))
            }
            span = .run(hours: hours, including: inclusion)
            if source != .observed, random.chance(50) { within = random.pick([1, 12, 48, 200]) }
        }
        return Test(
            source: source, station: random.chance(15) ? Self.station : nil, cycle: cycle, comparison: wideComparison(),
            ledBy: source == .observed && random.chance(25) ? random.some(Pollutant.allCases, random.int(1...3)) : nil,
            span: span,
            startingWithin: within)
    }

    private mutating func wideComparison() -> Comparison {
        let relation: Relation = random.pick([.greater, .greaterOrEqual, .less, .lessOrEqual])
        let pollutant: Pollutant = random.pick(Pollutant.allCases)
        switch random.int(0...3) {
        case 0:
            let value = random.pick(Self.notable(pollutant)) + random.pick([0, 0, 500, -1, 1])
            return Comparison(quantity: .concentration(pollutant), relation: relation, threshold: max(0, Int64(value)))
        case 1: return Comparison(quantity: .aqi, relation: relation, threshold: indexThreshold())
        default:
            return Comparison(
                quantity: .iaqi(random.pick([.pm25, .o3, .so2, pollutant])), relation: relation, threshold: indexThreshold())
        }
    }

    private mutating func indexThreshold() -> Int64 {
        Int64(random.pick([0, 50, 80, 100, 150, 200, 299, 300, 301, 400, 500]) * 1000 + random.pick([0, 0, 0, 500, -1000, 1]))
            .magnitude.asSigned
    }

    /// Thousandths about which something changes.
    static func notable(_ pollutant: Pollutant) -> [Int] {
        switch pollutant {
        case .so2: [0, 50_000, 150_000, 475_000, 800_000, 801_000, 1_600_000]
        case .no2: [0, 40_000, 80_000, 180_000, 280_000, 565_000]
        case .co: [0, 2_000, 4_000, 14_000, 24_000, 36_000]
        case .o3: [0, 100_000, 160_000, 215_000, 265_000, 400_000, 800_000, 900_000, 1_200_000]
        case .pm10: [0, 50_000, 120_000, 150_000, 250_000, 350_000, 420_000, 600_000]
        case .pm25: [0, 35_000, 60_000, 75_000, 115_000, 150_000, 250_000, 350_000, 500_000]
        }
    }

    // MARK: Small

    /// A plan whose conditions read a few hours, with sub-indices of PM2.5 told apart at 100 and 200 alone.
    mutating func small() -> Plan {
        let levels = (0..<random.int(1...2)).map { number in
            Self.level(
                "level\(number)", (0..<random.int(1...2)).map { _ in smallCondition(1, isEnd: false) },
                random.chance(90) ? smallCondition(1, isEnd: true) : nil)
        }
        return Self.plan(levels)
    }

    private mutating func smallCondition(_ depth: Int, isEnd: Bool) -> Condition {
        if depth == 0 || random.chance(40) { return .test(smallTest(isEnd)) }
        let parts = (0..<2).map { _ in smallCondition(depth - 1, isEnd: isEnd) }
        switch random.int(0...4) {
        case 0...1: return .or(parts)
        case 2...3: return .and(parts)
        default: return .not(smallCondition(depth - 1, isEnd: !isEnd))
        }
    }

    private mutating func smallTest(_ isEnd: Bool) -> Test {
        let isUpward = random.chance(85) != isEnd
        func comparison(_ limit: Int64) -> Comparison {
            Comparison(quantity: .iaqi(.pm25), relation: isUpward ? .greater : .lessOrEqual, threshold: limit)
        }
        let source: Source = random.pick([.observed, .forecast, .expected])
        let hours = random.int(1...2)
        let limit: Int64 = random.pick([100_000, 200_000])
        var within: Int?
        var span = Span.run(hours: hours, including: nil)
        if source != .observed {
            if random.chance(30) {
                span = .throughout(hours: random.int(1...3), missingAtMost: 0)
            } else {
                within = random.pick([1, 2])
                if random.chance(20) {
                    span = .run(
                        hours: hours, including: Inclusion(cycle: .hourly, comparison: comparison(200_000), hours: 1))
                }
            }
        }
        return Test(
            source: source, station: nil, cycle: .hourly, comparison: comparison(limit), ledBy: nil, span: span,
            startingWithin: within)
    }
}

extension UInt64 {
    fileprivate var asSigned: Int64 { Int64(self) }
}
