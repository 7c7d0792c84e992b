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
        let end = max(last, evaluated.upperBound)
        let series = givens(plan, area, from: instants[0] - Self.hoursBefore, to: end + reach)
        func outcome(_ decision: Decision) -> PlanTest.Outcome {
            .decision(kind: decision.kind.rawValue, to: decision.to, because: nil)
        }
        if decisions.count > 1, let first = decisions.first, let level = first.to {
            let given = PlanTest.Given.warning(level: level, since: first.at)
            return [test(series + [given], decisions.dropFirst().map { ($0.at, outcome($0)) })]
        }
        let level = decisions.last?.to
        if end > last { return [test(series, [(end, .level(level))])] }
        return [
            test(series, decisions.last.map { [($0.at, outcome($0))] } ?? [(last, .noDecision)]),
            test(series, [(last, .level(level))]),
        ]
    }

    /// Hours before an instant that conditions can read.
    private static let hoursBefore = EncodingScope.longestReach + 24

    /// The longest stretch that the plan language writes as one.
    private static let longestPart = 240

    private func givens(_ plan: Plan, _ area: String?, from: HourSlot, to: HourSlot) -> [PlanTest.Given] {
        let extended = values.extended(to: from.hours..<to.hours)
        func given(_ source: Source, _ station: String?, _ pollutant: Pollutant, _ value: (Int) -> Int64) -> PlanTest.Given {
            var parts: [(value: Int64, hours: Int)] = []
            for slot in extended.slots {
                let value = value(slot)
                if let last = parts.last, last.value == value, last.hours < Self.longestPart {
                    parts[parts.count - 1].hours += 1
                } else {
                    parts.append((value, 1))
                }
            }
            return .series(
                GivenSeries(
                    source: source, station: station, quantity: .concentration(pollutant),
                    parts: parts.map { .value($0.value, hours: $0.hours) }, from: from, issued: nil, ledBy: []))
        }
        let pollutants = Set(values.series.map(\.pollutant)).union(plan.namedPollutants.members)
            .sorted { $0.rawValue < $1.rawValue }
        var givens = pollutants.map { pollutant in
            given(.expected, nil, pollutant) { extended[SeriesKey(pollutant: pollutant, station: nil), $0] }
        }
        // The area's value would go to each of its stations.
        let area = area.flatMap { id in plan.areas.first { $0.id == id } } ?? plan.areas.first
        let ofStations = Set(values.values.keys.filter { $0.station != nil }.map(\.pollutant))
        guard let area, !ofStations.isEmpty else { return givens }
        let shares = StationShares(extended, area)
        for pollutant in pollutants where ofStations.contains(pollutant) {
            for (index, name) in shares.names.enumerated() {
                givens.append(given(.observed, name, pollutant) { shares.values(of: pollutant, at: $0)?[index] ?? 0 })
            }
        }
        return givens
    }
}
