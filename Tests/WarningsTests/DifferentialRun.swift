import AirQuality
import Desk
import PlanModel

@testable import Warnings

/// Runs a case through the engine and through the literal evaluator.
struct DifferentialRun {
    /// Where the two differ, and how.
    struct Difference {
        var at: Int
        /// The plan, as a place in the case.
        var plan: Int
        var text: String
    }

    private(set) var counts = DifferentialCounts()

    /// The first difference; nil where there is none.
    mutating func difference(in test: DifferentialCase) -> Difference? {
        var world = NaiveWorld()
        var naive = test.plans.map { NaiveDesk(plan: $0, area: $0.areas[0]) }
        var engines = test.plans.map { EngineUnderTest($0, test) }
        var swapped: Set<Int> = []
        var lastSealed: Int?
        for step in test.steps {
            switch step {
            case .observations(let batch):
                world.take(batch)
                for place in engines.indices { engines[place].take(batch) }
            case .forecasts(let batch):
                world.take(batch)
                for place in engines.indices { engines[place].take(batch) }
            case .opinion(let opinion):
                world.take(opinion)
                for place in engines.indices { engines[place].take(opinion.act) }
            case .swap(let place, let plan):
                swapped.insert(place)
                let last = lastSealed.map { NaiveInstant(world, now: $0, supply: test.supply) }
                let was = last.map { naive[place].demandedLevel(NaiveEvaluator($0, naive[place].plan, naive[place].area)) }
                naive[place].swap(to: plan)
                let becomes = last.map { naive[place].demandedLevel(NaiveEvaluator($0, plan, plan.areas[0])) }
                counts.comparisons += 1
                let found = engines[place].swap(to: plan)
                let expected = was == becomes ? nil : "\(was.flatMap { $0 } ?? "-") to \(becomes.flatMap { $0 } ?? "-")"
                if found != expected {
                    return Difference(
                        at: lastSealed ?? 0, plan: place,
                        text: "change of demand by the swap: by the text \(expected ?? "none"), engine \(found ?? "none")")
                }
            case .seal(let now):
                lastSealed = now
                let instant = NaiveInstant(world, now: now, supply: test.supply)
                for place in engines.indices {
                    let evaluator = NaiveEvaluator(instant, naive[place].plan, naive[place].area)
                    let expected = naive[place].decide(evaluator)
                    let decided = engines[place].seal(now).map { NaiveDesk.Decision($0) }
                    counts.comparisons += 1
                    if expected != nil { counts.decisions += 1 }
                    var comparison = TruthComparison(
                        evaluator, engines[place].evaluator(at: now), isSwapped: swapped.contains(place), mode: test.mode)
                    var text = comparison.difference(naive[place].plan)
                    if text == nil, expected != decided {
                        text = "by the text \(expected.map { "\($0)" } ?? "-"), engine \(decided.map { "\($0)" } ?? "-")"
                    }
                    // The account of an instant costs more; now and then is enough.
                    if text == nil, now % 48 == 0, let trace = engines[place].trace(at: now) {
                        text = comparison.difference(trace)
                    }
                    counts.add(comparison.counts)
                    if let text { return Difference(at: now, plan: place, text: text) }
                }
            }
        }
        return nil
    }
}

/// The engine, driven as the daemon and the replay drive it, and a watch whose truths can be read; or that watch alone.
private struct EngineUnderTest {
    private var plan: Plan
    private var desk: Desk?
    private var replay: Replay
    private var watch: AreaWatch
    private var standing = Standing()
    private var store = ObservationStore()
    private let test: DifferentialCase

    init(_ plan: Plan, _ test: DifferentialCase) {
        self.plan = plan
        self.test = test
        replay = Replay(plan: plan)
        if test.mode == .live, test.drivesDesk { desk = Desk(plan: plan) }
        let supply: ForecastSupply =
            switch test.mode {
            case .perfect: .perfect(hours: 168, end: test.record.upperBound)
            case .persistence: .persistence(hours: 168)
            case .issued, .live: .issued
            }
        watch = AreaWatch(plan: plan, area: plan.areas[0], supply: supply, window: test.mode == .perfect ? test.record : nil)
    }

    mutating func take(_ batch: ObservationBatch) {
        if let changed = store.merge(batch, isWanted: { _ in true }) { watch.observationsChanged(changed) }
        if desk != nil {
            _ = desk?.apply(.observations(batch))
        } else if test.drivesDesk {
            replay.add(batch, naming: HourSlot(test.record.lowerBound)...HourSlot(test.record.upperBound - 1))
        }
    }

    mutating func take(_ batch: ForecastBatch) {
        watch.addForecasts(batch, honoursReceived: test.mode != .live)
        if desk != nil {
            _ = desk?.apply(.forecasts(batch))
        } else if test.drivesDesk {
            replay.add(batch)
        }
    }

    mutating func take(_ act: DeskAct) {
        switch act.matter {
        case .opine(let opinion): watch.addOpinion(opinion, at: act.at)
        case .retract(_, let days, _): watch.retractOpinions(on: days, at: act.at)
        default: break
        }
        _ = desk?.apply(.actRecalled(act, HourOutcome(at: act.at.hourFloor, effects: [])))
    }

    /// - Returns: How the demand changes, as the desk tells it.
    mutating func swap(to plan: Plan) -> String? {
        self.plan = plan
        watch = AreaWatch(plan: plan, area: plan.areas[0], replacing: watch)
        for effect in desk?.apply(.planSwapped(plan)) ?? [] {
            if case .demandChanged(_, let from, let to) = effect { return "\(from ?? "-") to \(to ?? "-")" }
        }
        return nil
    }

    mutating func seal(_ instant: Int) -> Decision? {
        guard test.drivesDesk else {
            let decision = watch.decision(at: HourSlot(instant), standing: standing, observations: store)
            guard let decision else { return nil }
            standing.apply(decision)
            return decision
        }
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
            if case .decided(let decision) = effect, decision.area == plan.areas[0].id { return decision }
        }
        return nil
    }

    mutating func evaluator(at instant: Int) -> AreaEvaluator {
        _ = watch.demandedLevel(at: HourSlot(instant), observations: store)
        return watch.evaluator
    }

    /// What every condition came to at the instant sealed last.
    func trace(at instant: Int) -> AreaTrace? { desk?.trace(ofArea: plan.areas[0].id, at: HourSlot(instant)) }
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
