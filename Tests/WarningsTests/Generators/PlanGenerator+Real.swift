import AirQuality
import PlanModel
import TestSupport

// Levels in the shape of the national criteria of 2016, 2018 and 2024, thresholds and spans at times smaller, so that
// records of a week reach them.

extension PlanGenerator {
    mutating func realLevels(_ horizon: Int?) -> [Level] {
        let quantity: Quantity = random.chance(50) ? .aqi : .iaqi(.pm25)
        let day = random.chance(50) ? 24 : 0
        let scale = random.pick([1, 1, 2, 4])
        let first = 200 / scale
        let second = 300 / scale
        func expected(_ threshold: Int, _ hours: Int, _ part: (Int, Int)? = nil, _ relation: Relation = .greater) -> Test {
            let including = part.map {
                Inclusion(cycle: .daily, comparison: Self.comparison(quantity, .greater, $0.0), hours: $0.1)
            }
            return Test(
                source: .expected, station: nil, cycle: .daily, comparison: Self.comparison(quantity, relation, threshold),
                ledBy: nil, span: .run(hours: hours, including: including), startingWithin: nil)
        }
        let red = expected(first, 96 - day, (second, 48 - day))
        let demands: [[Test]] = random.pick([
            // 2016: blue, yellow, orange, red
            [[expected(first, 24)], [expected(first, 48)], [expected(first, 72 - day, (second, 24))], [red]],
            // 2018: yellow, orange, red
            [[expected(first, 48)], [expected(first, 72 - day)], [red, expected(500 / scale, 24, nil, .greaterOrEqual)]],
            // 2024: yellow, orange, red
            [
                [expected(first, 24), expected(150 / scale, 48)], [expected(first, 48), expected(150 / scale, 72 - day)],
                [expected(first, 72 - day, (second, 24))],
            ],
        ])
        return demands.indices.map { rank in
            let limit = rank == demands.count - 1 ? second : rank == 0 ? 150 / scale : first
            let below = Self.comparison(quantity, .lessOrEqual, limit)
            var end: [Condition] = [
                .test(
                    Test(
                        source: .observed, station: nil, cycle: .hourly, comparison: below,
                        ledBy: nil, span: random.pick([.single, .run(hours: 6, including: nil)]), startingWithin: nil)),
                .test(
                    Test(
                        source: .forecast, station: nil, cycle: .hourly, comparison: below,
                        ledBy: nil, span: .throughout(hours: random.pick([12, 37]), missingAtMost: random.pick([0, 2, 6])),
                        startingWithin: nil)),
            ]
            for test in demands[rank] {
                var later = test
                later.startingWithin = random.pick([24, 80, 84])
                end.append(.not(.test(later)))
            }
            return Level(
                id: "level\(rank)", name: "\(rank)", response: nil,
                issue: demands[rank].enumerated().map {
                    IssueClause(label: "clause\($0.offset)", condition: withHorizon(.test($0.element), horizon))
                },
                end: .named("below\(rank)", .and(end)), approval: .automatic,
                responseStart: random.pick([.immediately, .beforeOnset(24, on: clockHours())]), cites: ["random"])
        }
    }

    private static func comparison(_ quantity: Quantity, _ relation: Relation, _ threshold: Int) -> Comparison {
        Comparison(quantity: quantity, relation: relation, threshold: Int64(threshold) * 1000)
    }
}
