import AirQuality
import Desk
import PlanModel
import Warnings

/// An hour of a test: the desk before and after it, and what came of it.
struct TestMoment {
    let scene: TestScene
    let before: Desk
    let after: Desk
    let at: HourSlot
    let decision: Decision?
    /// The alerts made known of the area or its stations.
    let highValues: [HighValue]

    init(scene: TestScene, before: Desk, after: Desk, at: HourSlot, outcome: HourOutcome) {
        self.scene = scene
        self.before = before
        self.after = after
        self.at = at
        decision = outcome.decisions.first { $0.area == scene.area.id }
        highValues = outcome.highValues.filter { $0.area == scene.area.id }
    }

    private var level: String? { after.standing(ofArea: scene.area.id).level }

    func check(
        _ outcome: PlanTest.Outcome, _ orders: inout OrderLookup, _ coverage: inout Coverage?
    ) -> TestCheck.Outcome {
        switch outcome {
        case .level(let expected): return level == expected ? .passed : failed(outcome, levels: [expected, level])
        case .noDecision: return decision == nil ? .passed : failed(outcome, levels: [decision?.to, decision?.from])
        case .decision(let kind, let to, let label):
            if let decision, kind.map({ $0 == decision.kind.rawValue }) ?? true, to.map({ $0 == decision.to }) ?? true,
                label.map({ isOn($0, decision) }) ?? true
            {
                return .passed
            }
            return failed(outcome, levels: [to, decision?.to, decision?.to == nil ? decision?.from ?? level : nil])
        case .order(let subject, let name, let action):
            let (found, rules) = orders.check(subject, name, action, area: scene.area, level: level, at: at, outcome.text)
            if let rules { coverage?.orders?.note(rules, level: level) }
            return found
        case .alert(let id, let station, let isExpected):
            return checkAlert(id, station, isExpected, outcome.text)
        case .advice(let id, let isExpected): return checkAdvice(id, isExpected, outcome.text)
        }
    }

    private func isOn(_ label: String, _ decision: Decision) -> Bool {
        decision.evidence.contains { $0.clause == .issue && $0.label == label }
    }

    private func failed(_ outcome: PlanTest.Outcome, levels: [String?]) -> TestCheck.Outcome {
        var concerned = Set(levels.compactMap { $0 })
        if concerned.isEmpty { concerned = Set(scene.plan.levels.map(\.id)) }
        let trace = before.trace(ofArea: scene.area.id, at: at)
        let picture = FailurePicture(scene: scene, at: at, levels: concerned)
        return .failed(
            TestFailure(
                expected: outcome.text, actual: actual(outcome), tree: trace.map { picture.tree($0) } ?? "",
                plot: picture.plot(before.observations)))
    }

    // MARK: - What is

    private func actual(_ outcome: PlanTest.Outcome) -> String {
        let standing = before.standing(ofArea: scene.area.id).level
        if case .level = outcome {
            let text = level ?? Decision.none
            guard let decision else { return text }
            return text + ", by the decision of this hour: \(self.text(decision))"
        }
        if let decision { return text(decision) }
        return "no decision: \(standing.map { "\($0) stays in force" } ?? "no warning is in force")"
    }

    private func text(_ decision: Decision) -> String {
        let label = decision.evidence.first { $0.clause == .issue }?.label
        let isUp = decision.kind == .issue || decision.kind == .escalate || decision.kind == .downgrade
        return PlanTest.Outcome.decision(kind: decision.kind.rawValue, to: isUp ? decision.to : nil, because: label).text
    }
}
