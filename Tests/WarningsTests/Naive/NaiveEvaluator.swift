import AirQuality
import PlanModel

/// The conditions of a plan at an instant, literally as semantics §5 to §8 state them.
///
/// Independent of the engine: from the text, without prefix sums and without anything kept between instants.
final class NaiveEvaluator {
    let plan: Plan
    let area: Area
    let now: Int
    private let world: NaiveWorld
    private let supply: NaiveSupply
    private var timelines: [String?: NaiveTimeline] = [:]
    private var truths: [Test: Bool?] = [:]

    init(_ world: NaiveWorld, _ plan: Plan, _ area: Area, now: Int, supply: NaiveSupply) {
        self.world = world
        self.plan = plan
        self.area = area
        self.now = now
        self.supply = supply
    }

    func timeline(_ station: String?) -> NaiveTimeline {
        if let found = timelines[station] { return found }
        let made = NaiveTimeline(world, plan, area, station: station, now: now, supply: supply)
        timelines[station] = made
        return made
    }

    // MARK: Conditions

    func demanded(_ level: Level) -> Bool? { kleeneOr(level.issue.map { truth($0.condition) }) }
    func released(_ level: Level) -> Bool? { level.end.map { truth($0) } ?? .some(false) }

    func truth(_ condition: Condition) -> Bool? {
        switch condition {
        case .or(let parts): kleeneOr(parts.map(truth))
        case .and(let parts): kleeneAnd(parts.map(truth))
        case .not(let part): kleeneNot(truth(part))
        case .named(_, let part): truth(part)
        case .test(let test): truth(test)
        }
    }

    /// §8.8: at other hours every condition that reads forecast or expected is unknown.
    private var isReviewHour: Bool {
        plan.review.isEmpty || plan.review.contains { $0.hour == plan.zone.clockHour(of: HourSlot(now)) }
    }

    func truth(_ test: Test) -> Bool? {
        if let found = truths[test] { return found }
        let found = computedTruth(test)
        truths[test] = .some(found)
        return found
    }

    private func computedTruth(_ test: Test) -> Bool? {
        if test.source != .observed, !isReviewHour { return nil }
        if case .throughout(let hours, let missing) = test.span {
            let truths = throughoutElements(test, hours).map { elementTruth(test, $0) }
            if truths.contains(where: { $0 == .some(false) }) { return false }
            // Something must be known: missing data never starts and never ends a warning.
            return truths.contains(where: { $0 == .some(true) }) && truths.count { $0 == nil } <= missing ? true : nil
        }
        let starts = starts(test)
        var elements = ElementTruths()
        return starts.isEmpty ? nil : kleeneOr(starts.lazy.map { self.runTruth(test, $0, &elements) })
    }

    // MARK: Runs

    /// Hours of a run; `including` only where it states one.
    private func run(_ test: Test) -> (hours: Int, including: Inclusion?) {
        if case .run(let hours, let including) = test.span { return (hours, including) }
        return (test.cycle.hours, nil)
    }

    /// The candidate starts of a run, earliest first.
    func starts(_ test: Test) -> [Int] {
        let (hours, including) = run(test)
        let readsBlocks = test.cycle == .daily || including?.cycle == .daily
        let timeline = timeline(test.station)
        if test.source == .observed {
            let isNatural = test.cycle == .daily && plan.days == .natural
            let end = isNatural ? plan.zone.midnight(of: timeline.date(now)).hours : now
            let isAdmitted = plan.days == .rolling || !readsBlocks || timeline.isNaturalDay(end - hours)
            return isAdmitted ? [end - hours] : []
        }
        guard let end = timeline.coverageEnd else { return [] }
        let first = test.source == .forecast ? now : now - hours + 1
        var last = end - hours
        if let within = test.startingWithin { last = min(last, now + within - 1) }
        guard first <= last else { return [] }
        return (first...last).filter { start in
            if plan.days == .natural, readsBlocks, !timeline.isNaturalDay(start) { return false }
            return !hasUnreadableBlock(test, start, timeline)
        }
    }

    private func hasUnreadableBlock(_ test: Test, _ start: Int, _ timeline: NaiveTimeline) -> Bool {
        let (hours, including) = run(test)
        for block in stride(from: start, through: start + hours - 24, by: 24) {
            if test.cycle == .daily, timeline.isUnreadable(test.comparison.quantity, block: block) { return true }
            if let including, including.cycle == .daily,
                timeline.isUnreadable(including.comparison.quantity, block: block)
            {
                return true
            }
        }
        return false
    }

    func runElements(_ test: Test, _ start: Int) -> [Int] {
        Array(stride(from: start, through: start + run(test).hours - test.cycle.hours, by: test.cycle.hours))
    }

    /// Truths of slots and blocks that several starts share.
    struct ElementTruths {
        var own: [Int: Bool?] = [:]
        var included: [Int: Bool?] = [:]
    }

    func runTruth(_ test: Test, _ start: Int, _ known: inout ElementTruths) -> Bool? {
        let (hours, including) = run(test)
        var all: Bool? = true
        for element in runElements(test, start) {
            let truth = known.own[element] ?? elementTruth(test, element)
            known.own[element] = .some(truth)
            all = kleeneAnd([all, truth])
            if all == .some(false) { return false }
        }
        guard let including else { return all }
        let timeline = timeline(test.station)
        var windows: [Bool?] = []
        let step = including.cycle.hours
        for first in stride(from: start, through: start + hours - including.hours, by: step) {
            let elements = stride(from: first, to: first + including.hours, by: step)
            let truths = elements.map { element in
                let truth = known.included[element] ?? timeline.truth(including.comparison, ledBy: nil, including.cycle, element)
                known.included[element] = .some(truth)
                return truth
            }
            windows.append(kleeneAnd(truths))
        }
        return kleeneAnd([all, kleeneOr(windows)])
    }

    func elementTruth(_ test: Test, _ start: Int) -> Bool? {
        timeline(test.station).truth(test.comparison, ledBy: test.ledBy, test.cycle, start)
    }

    /// The slots or blocks that `throughout` reads.
    func throughoutElements(_ test: Test, _ hours: Int) -> [Int] {
        let timeline = timeline(test.station)
        let starts = Array(now..<max(now, now + hours - test.cycle.hours + 1))
        guard test.cycle == .daily else { return starts }
        return starts.filter {
            (plan.days == .rolling || timeline.isNaturalDay($0)) && !timeline.isUnreadable(test.comparison.quantity, block: $0)
        }
    }
}
