import AirQuality
import Explanations
import PlanModel
import Plots
import Presentation
import Warnings

/// What is shown of the conditions and the values when an expectation does not come out.
struct FailurePicture {
    let scene: TestScene
    let at: HourSlot
    /// Ids of the levels concerned.
    let levels: Set<String>

    static let width = 100
    private static let hoursBehind = 72
    private static let hoursAhead = 168
    private static let maximumThresholds = 4

    /// The clauses of the levels concerned, the highest level first; of ends that of the level in force alone matters.
    func tree(_ trace: AreaTrace) -> String {
        let text = ExplanationText(plan: scene.plan, width: Self.width)
        return trace.levels.reversed().filter { levels.contains($0.level) }.map { level in
            let state =
                switch level.demanded {
                case .true: "is demanded"
                case .false: "is not demanded"
                case .unknown: "may be demanded: unknown"
                }
            var shown = level
            if level.level != trace.standing.level { shown.end = nil }
            return "\(level.level) \(state)\n" + text.clauses(shown, in: trace)
        }.joined()
    }

    /// The quantity that the levels concerned read first, observed and as it was forecast at the instant.
    func plot(_ observations: ObservationStore) -> String {
        let concerned = scene.plan.levels.filter { levels.contains($0.id) }
        let tests = concerned.flatMap { level in level.issue.flatMap { $0.condition.tests } + (level.end?.tests ?? []) }
        return plot(tests, observations)
    }

    /// The quantity that some tests of the area read first.
    func plot(_ tests: [Test], _ observations: ObservationStore) -> String {
        guard let quantity = tests.first?.comparison.quantity else { return "" }
        let values = SceneValues(scene: scene, quantity: quantity, observations: observations)
        let slots = values.extent(around: at, behind: Self.hoursBehind, ahead: Self.hoursAhead)
        let series = PlotSeries(
            label: quantity.name, start: HourSlot(slots.lowerBound), values: slots.map { values.value(at: $0, now: at) })
        let thresholds = Set(tests.filter { $0.comparison.quantity == quantity }.map(\.comparison.threshold)).sorted()
        let plot = TextPlot(
            series: [series],
            thresholds: thresholds.prefix(Self.maximumThresholds).map {
                PlotThreshold(label: "", value: $0)
            }, zone: scene.plan.zone, now: at, width: Self.width - 20, height: 8)
        return plot.lines.map { $0 + "\n" }.joined()
    }
}
