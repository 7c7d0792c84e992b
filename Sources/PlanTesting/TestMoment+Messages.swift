import Desk
import Explanations
import PlanModel
import Warnings

/// What is made known without any response.
extension TestMoment {
    func checkAlert(_ id: String, _ station: String?, _ isExpected: Bool, _ expected: String) -> TestCheck.Outcome {
        func concerns(_ place: String?) -> Bool { station == nil || place == station }
        let known = highValues.filter { $0.alert == id && concerns($0.station) }
        guard known.isEmpty == isExpected else { return .passed }
        let trace = before.trace(ofArea: scene.area.id, at: at)
        let all = trace?.alerts.filter { $0.alert == id && concerns($0.station) } ?? []
        let places = known.isEmpty ? all : all.filter { place in known.contains { $0.station == place.station } }
        let actual =
            known.isEmpty
            ? "no alert" + (places.contains { $0.condition.truth == .true } ? Self.heldBack : "")
            : known.map { PlanTest.Outcome.alert(id, station: $0.station, isExpected: true).text }.joined(separator: ", ")
        var tree = nearest(places).map { place in
            self.tree(place.condition, trace, head: place.station.map { "\(id) at station \($0) when" } ?? "\(id) when")
        }.joined()
        let others = places.count - Self.maximumPlaces
        if others > 0 { tree += "and \(TestReport.count(others, "other place"))\n" }
        let alert = scene.plan.alerts.first { $0.id == id && $0.scope == .area }
        return .failed(
            TestFailure(expected: expected, actual: actual, tree: tree, plot: alert.map { plot($0.condition) } ?? ""))
    }

    private static let heldBack = ": made known within its `at most every` before"
    private static let maximumPlaces = 3

    /// The places at which most tests of the alert hold.
    private func nearest(_ places: [AlertTrace]) -> ArraySlice<AlertTrace> {
        func holding(_ place: AlertTrace) -> Int { place.condition.tests.count { $0.truth == .true } }
        let order = places.indices.sorted { (-holding(places[$0]), $0) < (-holding(places[$1]), $1) }
        return order.map { places[$0] }.prefix(Self.maximumPlaces)
    }

    func checkAdvice(_ id: String, _ isExpected: Bool, _ expected: String) -> TestCheck.Outcome {
        let isInForce = after.bulletins.contains { $0.area.id == scene.area.id && $0.bulletin.advice == id }
        guard isInForce != isExpected else { return .passed }
        let trace = before.trace(ofArea: scene.area.id, at: at)
        let condition = zip(scene.plan.advice, trace?.advice ?? []).first { $0.0.id == id }
        return .failed(
            TestFailure(
                expected: expected, actual: PlanTest.Outcome.advice(id, isExpected: isInForce).text,
                tree: condition.map { tree($0.1, trace, head: "\(id) when") } ?? "",
                plot: condition.map { plot($0.0.condition) } ?? ""))
    }

    private func plot(_ condition: Condition) -> String {
        FailurePicture(scene: scene, at: at, levels: []).plot(condition.tests, before.observations)
    }

    private func tree(_ condition: ConditionTrace, _ trace: AreaTrace?, head: String) -> String {
        guard let trace else { return "" }
        return ExplanationText(plan: scene.plan, width: FailurePicture.width).tree(condition, in: trace, head: head)
    }
}
