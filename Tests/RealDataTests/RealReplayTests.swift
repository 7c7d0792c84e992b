import AirQuality
import Desk
import Feeds
import Foundation
import PlanModel
import Testing
import Warnings

/// Four years of Beijing give the expected decisions, line by line.
@Suite(.enabled(if: RealRecord.isHere, "the shared data is not there"))
struct RealReplayTests {
    struct Line: Decodable, Equatable, CustomStringConvertible {
        var at: String
        var area: String
        var kind: String
        var from: String
        var to: String
        var response: String?

        var description: String { "\(at) \(area) \(kind) \(from) \(to) \(response ?? "")" }
    }

    @Test(arguments: ["M2024", "M2024led", "M2024natural", "M2018"])
    func perfectForecast(name: String) throws {
        try compare(name, forecast: .perfect)
    }

    @Test(arguments: ["D2024", "D2024review"])
    func dayForecasts(name: String) throws {
        try compare(name, forecast: .issued)
    }

    private func compare(_ name: String, forecast: Replay.Forecast) throws {
        let plan = try RealRecord.plan(name)
        var replay = Replay(plan: plan)
        for result in RealRecord.observations {
            let slots = try #require(result.slots)
            replay.add(result.observations, naming: slots)
        }
        if forecast == .issued { replay.add(try RealRecord.read("expected/forecasts-day.csv").forecasts) }
        var (desk, instants) = try #require(replay.start(forecast, from: nil, to: nil))
        #expect(instants.count == 35_065)
        let expected = try RealRecord.lines("expected/\(name).jsonl").map {
            try JSONDecoder().decode(Line.self, from: Data($0.utf8))
        }
        #expect(expected.count > 100)
        let namesResponse = expected.contains { $0.response != nil }
        var decided: [Line] = []
        for instant in instants {
            for effect in desk.apply(.hourSealed(HourSlot(instant))) {
                guard case .decided(let decision) = effect else { continue }
                decided.append(
                    Line(
                        at: plan.zone.text(decision.at), area: decision.area, kind: decision.kind.rawValue,
                        from: decision.from ?? "none", to: decision.to ?? "none",
                        response: namesResponse ? decision.response.map { plan.zone.text($0) } : nil))
            }
        }
        #expect(decided.count == expected.count)
        if let difference = zip(decided, expected).first(where: { $0 != $1 }) {
            Issue.record("\(name): decided \(difference.0), expected \(difference.1)")
        }
    }
}
