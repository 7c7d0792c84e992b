import AirQuality
import Desk
import PlanModel

@testable import Warnings

/// Runs a case through the engine and through the literal evaluator.
struct DifferentialRun {
    private(set) var comparisons = 0
    private(set) var decisions = 0
    /// How often each truth value came out, for the record that the cases say something.
    private(set) var truths: [String: Int] = [:]

    /// The first instant at which the two differ, and how; nil where they never do.
    mutating func difference(in test: DifferentialCase) -> (at: Int, text: String)? {
        let area = test.plan.areas[0]
        var world = NaiveWorld()
        var naive = NaiveDesk(plan: test.plan, area: area)
        var engine = EngineUnderTest(test)
        for step in test.steps {
            switch step {
            case .observations(let batch):
                world.take(batch)
                engine.take(batch)
            case .forecasts(let batch):
                world.take(batch)
                engine.take(batch)
            case .seal(let instant):
                let evaluator = NaiveEvaluator(world, test.plan, area, now: instant, supply: test.supply)
                if let found = truthDifference(test.plan, evaluator, engine.truths(at: instant)) { return (instant, found) }
                let expected = naive.decide(evaluator)
                let decided = engine.seal(instant).map { NaiveDesk.Decision($0) }
                comparisons += 1
                if expected != nil { decisions += 1 }
                if expected != decided {
                    return (instant, "by the text \(expected.map { "\($0)" } ?? "-"), engine \(decided.map { "\($0)" } ?? "-")")
                }
            }
        }
        return nil
    }

    private mutating func truthDifference(_ plan: Plan, _ naive: NaiveEvaluator, _ engine: [Truth]) -> String? {
        for (test, found) in zip(plan.tests, engine) {
            let expected = naive.truth(test).map { Truth($0) } ?? .unknown
            comparisons += 1
            truths["\(expected)", default: 0] += 1
            if expected != found { return "\(test.text): by the text \(expected), engine \(found)" }
        }
        return nil
    }
}

/// The engine as the desk drives it, and a second watch whose truth values can be read.
private struct EngineUnderTest {
    private var desk: Desk?
    private var replay: Replay
    private var watch: AreaWatch
    private var store = ObservationStore()
    private let test: DifferentialCase
    private let isLive: Bool

    init(_ test: DifferentialCase) {
        self.test = test
        isLive = test.mode == .live
        replay = Replay(plan: test.plan)
        if isLive { desk = Desk(plan: test.plan) }
        let supply: ForecastSupply =
            switch test.mode {
            case .perfect: .perfect(hours: 168, end: test.record.upperBound)
            case .persistence: .persistence(hours: 168)
            case .issued, .live: .issued
            }
        watch = AreaWatch(
            plan: test.plan, area: test.plan.areas[0], supply: supply, window: test.mode == .perfect ? test.record : nil)
    }

    mutating func take(_ batch: ObservationBatch) {
        if let changed = store.merge(batch, isWanted: { _ in true }) { watch.observationsChanged(changed) }
        if desk == nil {
            replay.add(batch, naming: HourSlot(test.record.lowerBound)...HourSlot(test.record.upperBound - 1))
        } else {
            _ = desk?.apply(.observations(batch))
        }
    }

    mutating func take(_ batch: ForecastBatch) {
        watch.addForecasts(batch, honoursReceived: !isLive)
        if desk == nil { replay.add(batch) } else { _ = desk?.apply(.forecasts(batch)) }
    }

    /// The truth of each test of the plan.
    mutating func truths(at instant: Int) -> [Truth] {
        _ = watch.demandedLevel(at: HourSlot(instant), observations: store)
        var evaluator = watch.evaluator
        return test.plan.tests.map { evaluator.truth(of: $0) }
    }

    mutating func seal(_ instant: Int) -> Decision? {
        if desk == nil {
            let forecast: Replay.Forecast =
                switch test.mode {
                case .perfect: .perfect
                case .persistence: .persistence
                case .issued, .live: .issued
                }
            desk = replay.start(forecast, from: HourSlot(instant), to: HourSlot(instant + 100_000))?.desk
        }
        for effect in desk?.apply(.hourSealed(HourSlot(instant))) ?? [] {
            if case .decided(let decision) = effect { return decision }
        }
        return nil
    }
}

extension NaiveDesk.Decision {
    init(_ decision: Warnings.Decision) {
        self.init(
            at: decision.at.hours, kind: decision.kind.rawValue, from: decision.from, to: decision.to,
            response: decision.response?.hours,
            findings: decision.evidence.map { $0.finding.tests.map { NaiveFinding($0) } })
    }
}

extension NaiveFinding {
    init(_ finding: TestFinding) {
        self.init(
            text: finding.text, start: finding.start?.hours, isRunAhead: finding.isRunAhead,
            elements: finding.elements.map { element in
                let value: NaiveValue =
                    switch (element.certainty, element.value) {
                    case (.exact, let value?): .exact(Int(value))
                    case (.atLeast, let value?): .atLeast(Int(value))
                    case (.atMost, let value?): .atMost(Int(value))
                    default: .missing
                    }
                return Element(start: element.start.hours, value: value)
            })
    }
}
