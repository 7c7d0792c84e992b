import AirQuality
import PlanModel

/// The decisions for one area (semantics §8).
struct NaiveDesk {
    private(set) var plan: Plan
    private(set) var area: Area
    /// The level in force, as a place in the plan's order.
    private var level: Int?
    /// Starts of responses announced and not dropped, in the order of their announcement.
    private var responses: [Int] = []

    struct Decision: Equatable {
        var at: Int
        var kind: String
        var from: String?
        var to: String?
        var response: Int?
        var findings: [[NaiveFinding]]
    }

    init(plan: Plan, area: Area) {
        self.plan = plan
        self.area = area
    }

    /// Another plan takes over; the level in force stays, and with it its responses.
    mutating func swap(to new: Plan) {
        let id = name(level)
        plan = new
        area = new.areas[0]
        level = id.flatMap { new.index(ofLevel: $0) }
    }

    /// The highest level demanded, by its id.
    func demandedLevel(_ evaluator: NaiveEvaluator) -> String? {
        plan.levels.last { evaluator.demanded($0) == .some(true) }?.id
    }

    mutating func decide(_ evaluator: NaiveEvaluator) -> Decision? {
        let demands = plan.levels.map { evaluator.demanded($0) }
        let before = level
        if let top = demands.lastIndex(where: { $0 == .some(true) }), top > before ?? -1 {
            level = top
            return rise(from: before, to: top, evaluator)
        }
        var left: [Int] = []
        while let current = level, evaluator.released(plan.levels[current]) == .some(true),
            demands[current...].allSatisfy({ $0 == .some(false) })
        {
            left.append(current)
            level = current == 0 ? nil : current - 1
        }
        return left.isEmpty ? nil : descend(left, evaluator)
    }

    private func name(_ level: Int?) -> String? { level.map { plan.levels[$0].id } }

    private mutating func rise(from: Int?, to: Int, _ evaluator: NaiveEvaluator) -> Decision {
        let now = evaluator.now
        let clause = plan.levels[to].issue.first { evaluator.truth($0.condition) == .some(true) }
        let findings = clause.map { evaluator.findings($0.condition) } ?? []
        let onset = findings.filter(\.isRunAhead).compactMap(\.start).min()
        let start = responseStart(plan.levels[to].responseStart, now, onset)
        if from == nil { responses = [] }
        // A later one that has not begun is replaced; an earlier one stands.
        responses = responses.filter { $0 <= now || $0 < start } + [start]
        return Decision(
            at: now, kind: from == nil ? "issue" : "escalate", from: name(from), to: name(to), response: start,
            findings: [findings])
    }

    private mutating func descend(_ left: [Int], _ evaluator: NaiveEvaluator) -> Decision {
        let now = evaluator.now
        let begun = responses.filter { $0 <= now }
        let findings = left.map { evaluator.findings(plan.levels[$0].end ?? .or([])) }
        let from = name(left.first)
        guard level != nil else {
            responses = []
            return Decision(
                at: now, kind: begun.isEmpty ? "cancel" : "lift", from: from, to: nil, response: nil, findings: findings)
        }
        // The running response stays; if none has begun, the first announced.
        let kept = begun.max() ?? responses.first
        responses = kept.map { [$0] } ?? []
        return Decision(at: now, kind: "downgrade", from: from, to: name(level), response: kept, findings: findings)
    }

    private func responseStart(_ rule: ResponseStart, _ now: Int, _ onset: Int?) -> Int {
        func isOne(of hours: [ClockHour], _ slot: Int) -> Bool {
            hours.contains { $0.hour == plan.zone.clockHour(of: HourSlot(slot)) }
        }
        switch rule {
        case .immediately: return now
        case .after(let hours): return now + hours
        case .atNext(let hours):
            var start = now
            while !isOne(of: hours, start) { start += 1 }
            return start
        case .beforeOnset(let hours, let clock):
            guard let onset else { return now }
            var start = onset - hours
            while !clock.isEmpty, !isOne(of: clock, start) { start -= 1 }
            return max(start, now)
        }
    }
}
