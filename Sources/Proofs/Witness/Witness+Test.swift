import AirQuality
public import PlanModel
import Warnings

extension Witness {
    /// The series as tests of the plan language, the one that says more first; which of them a plan passes is to be tried.
    ///
    /// A witness on which a level comes back begins with the level in force; another has the level that is decided at its last
    /// instant. What the conditions read before and after is written out.
    public func tests(named name: String, of plan: Plan, area: String? = nil, reach: Int) -> [PlanTest] {
        guard let last = instants.last else { return [] }
        let place = RulePlace(file: "", line: 1)
        func test(_ givens: [PlanTest.Given], _ expectations: [(HourSlot, PlanTest.Outcome)]) -> PlanTest {
            PlanTest(
                name: name, area: area, givens: givens,
                expectations: expectations.map { PlanTest.Expectation(at: $0.0, outcome: $0.1, place: place) }, place: place)
        }
        let series = givens(plan, from: instants[0] - Self.hoursBefore, to: last + reach)
        func outcome(_ decision: Decision) -> PlanTest.Outcome {
            .decision(kind: decision.kind.rawValue, to: decision.to, because: nil)
        }
        if decisions.count > 1, let first = decisions.first, let level = first.to {
            let given = PlanTest.Given.warning(level: level, since: first.at)
            return [test(series + [given], decisions.dropFirst().map { ($0.at, outcome($0)) })]
        }
        let level = decisions.last?.to
        return [
            test(series, decisions.last.map { [($0.at, outcome($0))] } ?? [(last, .noDecision)]),
            test(series, [(last, .level(level))]),
        ]
    }

    /// Hours before an instant that conditions can read.
    private static let hoursBefore = EncodingScope.longestReach + 24

    /// The longest stretch that the plan language writes as one.
    private static let longestPart = 240

    private func givens(_ plan: Plan, from: HourSlot, to: HourSlot) -> [PlanTest.Given] {
        let extended = values.extended(to: from.hours..<to.hours)
        var keys = Set(values.series)
        for pollutant in plan.namedPollutants.members { keys.insert(SeriesKey(pollutant: pollutant, station: nil)) }
        let sorted = keys.sorted { ($0.station ?? "", $0.pollutant.rawValue) < ($1.station ?? "", $1.pollutant.rawValue) }
        return sorted.map { key in
            var parts: [(value: Int64, hours: Int)] = []
            for slot in extended.slots {
                let value = extended[key, slot]
                if let last = parts.last, last.value == value, last.hours < Self.longestPart {
                    parts[parts.count - 1].hours += 1
                } else {
                    parts.append((value, 1))
                }
            }
            return .series(
                GivenSeries(
                    source: .expected, station: key.station, quantity: .concentration(key.pollutant),
                    parts: parts.map { .value($0.value, hours: $0.hours) }, from: from, issued: nil, ledBy: []))
        }
    }
}
