import AirQuality
import PlanLanguage
import PlanModel
import TestSupport
import Testing

/// A test that is printed and read again is the same test.
struct PrintingTests {
    @Test func printedTestsReadTheSame() throws {
        var random = SplitMix64(seed: 20_250_106)
        for number in 0..<400 {
            let test = Self.test(number, &random)
            let printed = test.text(zone: shanghai)
            let result = checked(printed, with: messages)
            #expect(result.findings.filter { $0.severity == .error } == [], "\(printed)")
            let read = try #require(result.tests.first, "\(printed)")
            #expect(Self.placeless(read) == Self.placeless(test), "\(printed)")
        }
    }

    /// Where it stands is not printed.
    private static func placeless(_ test: PlanTest) -> PlanTest {
        var test = test
        test.place = RulePlace(file: "", line: 0)
        for index in test.expectations.indices { test.expectations[index].place = test.place }
        return test
    }

    private static func test(_ number: Int, _ random: inout SplitMix64) -> PlanTest {
        let start = shanghai.midnight(of: LocalDate(days: 20_000 + Int.random(in: 0..<1000, using: &random)))
        let names = ["plain", "with \"quotes\" and \\", "中文“引号”", "a\nb", "#no comment {", "é\u{301}"]
        var givens: [PlanTest.Given] = (0..<Int.random(in: 0...4, using: &random)).map { _ in
            Bool.random(using: &random) ? .days(days(start, &random)) : .series(series(start, &random))
        }
        if Bool.random(using: &random) {
            let since = Bool.random(using: &random) ? start - Int.random(in: 0..<48, using: &random) : nil
            givens.append(.warning(level: Bool.random(using: &random) ? "yellow" : "red", since: since))
        }
        let expectations = (0..<Int.random(in: 1...4, using: &random)).map { _ in
            PlanTest.Expectation(
                at: start + Int.random(in: 1..<100, using: &random), outcome: outcome(&random),
                place: RulePlace(file: "", line: 0))
        }
        return PlanTest(
            name: names[number % names.count] + " \(number)", area: Bool.random(using: &random) ? "city" : nil, givens: givens,
            expectations: expectations, place: RulePlace(file: "", line: 0))
    }

    private static func days(_ start: HourSlot, _ random: inout SplitMix64) -> GivenDays {
        let days: [GivenDays.Day?] = (0..<Int.random(in: 1...8, using: &random)).map { _ in
            guard Int.random(in: 0..<5, using: &random) > 0 else { return nil }
            let low = Int.random(in: 0...500, using: &random)
            return GivenDays.Day(low: low, high: Bool.random(using: &random) ? low : Int.random(in: low...500, using: &random))
        }
        return GivenDays(
            days: days, primary: PollutantSet(pollutants(&random)), from: shanghai.date(of: start), issued: issued(start, &random)
        )
    }

    private static func series(_ start: HourSlot, _ random: inout SplitMix64) -> GivenSeries {
        let source: Source = [.observed, .forecast, .expected][Int.random(in: 0..<3, using: &random)]
        let pollutant: Pollutant = [.pm25, .co, .o3][Int.random(in: 0..<3, using: &random)]
        let quantity: Quantity = [.aqi, .iaqi(.pm25), .concentration(pollutant)][Int.random(in: 0..<3, using: &random)]
        // Indices that PM2.5 has under both editions.
        func value() -> Int64 {
            if case .concentration = quantity { return Int64.random(in: 0...200_000, using: &random) }
            return Int64.random(in: 200...300, using: &random) * 1000
        }
        let parts = (0..<Int.random(in: 1...5, using: &random)).map { _ -> GivenSeries.Part in
            let hours = Int.random(in: 2...48, using: &random)
            switch Int.random(in: 0..<4, using: &random) {
            case 0: return .missing(hours: hours)
            case 1: return .ramp(from: value(), to: value(), hours: hours)
            default: return .value(value(), hours: hours)
            }
        }
        let isLed = quantity == .aqi && (source != .forecast || Bool.random(using: &random))
        return GivenSeries(
            source: source, station: source == .observed && Bool.random(using: &random) ? "S2" : nil, quantity: quantity,
            parts: parts, from: start + Int.random(in: -48..<48, using: &random),
            issued: source == .forecast ? issued(start, &random) : nil, ledBy: isLed ? [.pm25] : [])
    }

    private static func issued(_ start: HourSlot, _ random: inout SplitMix64) -> Instant? {
        guard Bool.random(using: &random) else { return nil }
        return Instant(seconds: start.start.seconds - 60 * Int64.random(in: 0..<3000, using: &random))
    }

    private static func pollutants(_ random: inout SplitMix64) -> [Pollutant] {
        Pollutant.allCases.filter { _ in Int.random(in: 0..<4, using: &random) == 0 }
    }

    private static func outcome(_ random: inout SplitMix64) -> PlanTest.Outcome {
        let all: [PlanTest.Outcome] = [
            .level("red"), .level(nil), .noDecision, .decision(kind: "issue", to: "yellow", because: nil),
            .decision(kind: "issue", to: nil, because: nil), .decision(kind: "escalate", to: "red", because: "severe"),
            .decision(kind: "downgrade", to: "yellow", because: nil), .decision(kind: "lift", to: nil, because: nil),
            .decision(kind: "cancel", to: nil, because: nil), .decision(kind: nil, to: nil, because: "heavy"),
            .alert("hotspot", station: "S2", isExpected: Bool.random(using: &random)),
            .alert("dust", station: nil, isExpected: Bool.random(using: &random)),
            .advice("ozone", isExpected: Bool.random(using: &random)),
        ]
        return all[Int.random(in: 0..<all.count, using: &random)]
    }
}
