import AirQuality
import Backtests
import PlanModel
import Warnings

/// Plans and decisions made by hand.
enum SmallRuns {
    /// 2016-12-16T00:00+08:00.
    static let midnight = HourSlot(411_616)
    static let area = Area(id: "beijing", name: "北京市", code: "110000", stations: [], atLeast: nil)

    static func plan(_ name: String = "plan", levels: [(String, String)] = [("yellow", "黄色"), ("orange", "橙色"), ("red", "红色")])
        -> Plan
    {
        Plan(
            name: name, basis: [], zone: .beijing, edition: .pinned(.edition2012),
            levels: levels.enumerated().map { place, level in
                let test = Test(
                    source: .expected, station: nil, cycle: .daily,
                    comparison: Comparison(quantity: .aqi, relation: .greater, threshold: Int64(150 + 50 * place) * 1000),
                    ledBy: nil,
                    span: .run(hours: 24, including: nil), startingWithin: nil)
                return Level(
                    id: level.0, name: level.1, response: nil, issue: [IssueClause(label: nil, condition: .test(test))], end: nil,
                    approval: .unstated, responseStart: .immediately, cites: [])
            }, areas: [area], requires: .all, horizon: nil, review: [], forecastBound: .upper, days: .rolling, waitMinutes: 50)
    }

    /// Decisions that lead to levels at hours from midnight on; nil: none.
    static func decisions(_ steps: [(hour: Int, level: String?)], in plan: Plan = plan(), responseAfter: Int = 0) -> [Decision] {
        var level: String?
        var episode = midnight
        return steps.map { step in
            let at = midnight + step.hour
            let (old, new) = (
                level.flatMap { plan.index(ofLevel: $0) } ?? -1, step.level.flatMap { plan.index(ofLevel: $0) } ?? -1
            )
            let kind: Decision.Kind = old < 0 ? .issue : new < 0 ? .lift : new > old ? .escalate : .downgrade
            if kind == .issue { episode = at }
            defer { level = step.level }
            return Decision(
                at: at, area: area.id, kind: kind, from: level, to: step.level, response: new > old ? at + responseAfter : nil,
                evidence: [], episode: episode)
        }
    }

    static func run(
        _ steps: [(hour: Int, level: String?)], until last: Int = 1000, in plan: Plan = plan(), responseAfter: Int = 0
    )
        -> PlanRun
    {
        PlanRun(plan: plan, decisions: decisions(steps, in: plan, responseAfter: responseAfter), last: midnight + last)
    }

    /// A walk over the levels that changes now and then.
    static func walk(_ random: inout SeededNumbers, until last: Int = 1000) -> [(hour: Int, level: String?)] {
        let levels: [String?] = [nil, "yellow", "orange", "red"]
        var steps: [(hour: Int, level: String?)] = []
        var level = 0
        var hour = Int.random(in: 0..<100, using: &random)
        while hour <= last {
            let next = Int.random(in: 0..<4, using: &random)
            if next != level { steps.append((hour, levels[next])) }
            level = next
            hour += Int.random(in: 1..<60, using: &random)
        }
        return steps
    }
}

/// Random numbers that are the same for the same seed (xorshift64*).
struct SeededNumbers: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

    mutating func next() -> UInt64 {
        state ^= state >> 12
        state ^= state << 25
        state ^= state >> 27
        return state &* 0x2545_F491_4F6C_DD1D
    }
}
