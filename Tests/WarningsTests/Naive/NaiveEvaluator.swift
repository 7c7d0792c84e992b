import AirQuality
import PlanModel

/// The conditions of a plan at an instant, literally as semantics §5 to §8 state them.
///
/// Independent of the engine: from the text, without prefix sums and without anything kept between instants.
final class NaiveEvaluator {
    let plan: Plan
    let area: Area
    let now: Int
    private let instant: NaiveInstant
    private var timelines: [String?: NaiveTimeline] = [:]
    private var truths: [Test: Bool?] = [:]

    init(_ instant: NaiveInstant, _ plan: Plan, _ area: Area) {
        self.instant = instant
        self.plan = plan
        self.area = area
        now = instant.now
    }

    func timeline(_ station: String?) -> NaiveTimeline {
        if let found = timelines[station] { return found }
        let made = instant.timeline(plan, area, station)
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
    private(set) lazy var isReviewHour: Bool =
        plan.review.isEmpty || plan.review.contains { $0.hour == plan.zone.clockHour(of: HourSlot(now)) }

    func truth(_ test: Test) -> Bool? {
        if let found = truths[test] { return found }
        let found = computedTruth(test)
        truths[test] = .some(found)
        return found
    }

    private func computedTruth(_ test: Test) -> Bool? {
        if test.source != .observed, !isReviewHour { return nil }
        if case .throughout(let hours, let missing) = test.span {
            let column = self.column(test)
            var hasTrue = false
            var unknowns = 0
            for element in throughoutElements(test, hours) {
                guard let truth = column[element] else {
                    unknowns += 1
                    continue
                }
                if !truth { return false }
                hasTrue = true
            }
            // Something must be known: missing data never starts and never ends a warning.
            return hasTrue && unknowns <= missing ? true : nil
        }
        let run = NaiveRun(test, self)
        let starts = starts(run)
        if starts.isEmpty { return nil }
        var result: Bool? = false
        for start in starts {
            guard let truth = truth(run, start) else {
                result = nil
                continue
            }
            if truth { return true }
        }
        return result
    }

    // MARK: Runs

    func column(_ test: Test) -> NaiveColumn { timeline(test.station).column(test.comparison, test.ledBy, test.cycle) }

    /// The candidate starts of a run, earliest first.
    func starts(_ run: NaiveRun) -> [Int] {
        let test = run.test
        let hours = run.hours
        let readsBlocks = test.cycle == .daily || run.including?.cycle == .daily
        let timeline = timeline(test.station)
        if test.source == .observed {
            if test.cycle == .daily && plan.days == .natural { return [startOfLastDays(hours / 24)] }
            let isAdmitted = plan.days == .rolling || !readsBlocks || timeline.isNaturalDay(now - hours)
            return isAdmitted ? [now - hours] : []
        }
        guard let end = timeline.coverageEnd else { return [] }
        let first = test.source == .forecast ? now : now - hours + 1
        var last = end - hours
        if let within = test.startingWithin { last = min(last, now + within - 1) }
        var starts: [Int] = []
        var start = first
        while start <= last {
            let isOff = plan.days == .natural && readsBlocks && !timeline.isNaturalDay(start)
            if !isOff, !hasUnreadableBlock(run, start) { starts.append(start) }
            start += 1
        }
        return starts
    }

    /// The start of the last natural days that have ended.
    private func startOfLastDays(_ count: Int) -> Int {
        var date = plan.zone.date(of: HourSlot(now))
        while plan.zone.midnight(of: date).hours + 24 > now { date = date + -1 }
        return plan.zone.midnight(of: date + (1 - count)).hours
    }

    private func hasUnreadableBlock(_ run: NaiveRun, _ start: Int) -> Bool {
        if run.test.cycle == .daily {
            for block in elements(start, run.hours, .daily) where run.own.isUnreadable(block) { return true }
        }
        if let part = run.part, part.cycle == .daily {
            for block in elements(start, run.hours, .daily) where part.isUnreadable(block) { return true }
        }
        return false
    }

    /// The slots or blocks of a run. Of natural days each starts at its own midnight, also where clocks change.
    private func elements(_ start: Int, _ hours: Int, _ cycle: Cycle) -> [Int] {
        var elements: [Int] = []
        if cycle == .hourly {
            for slot in start..<start + hours { elements.append(slot) }
        } else if plan.days == .rolling {
            for day in 0..<hours / 24 { elements.append(start + 24 * day) }
        } else {
            let date = plan.zone.date(of: HourSlot(start))
            for day in 0..<hours / 24 { elements.append(plan.zone.midnight(of: date + day).hours) }
        }
        return elements
    }

    func elements(_ run: NaiveRun, _ start: Int) -> [Int] { elements(start, run.hours, run.test.cycle) }

    func truth(_ run: NaiveRun, _ start: Int) -> Bool? {
        var all: Bool? = true
        if run.test.cycle == .hourly {
            var slot = start
            while slot < start + run.hours {
                if let truth = run.own[slot] { if !truth { return false } } else { all = nil }
                slot += 1
            }
        } else {
            for element in elements(start, run.hours, .daily) {
                if let truth = run.own[element] { if !truth { return false } } else { all = nil }
            }
        }
        guard let including = run.including, let part = run.part else { return all }
        return kleeneAnd([all, partTruth(elements(start, run.hours, including.cycle), including, part)])
    }

    /// Whether enough elements in a row satisfy what a run includes.
    private func partTruth(_ elements: [Int], _ including: Inclusion, _ column: NaiveColumn) -> Bool? {
        let length = including.hours / including.cycle.hours
        var result: Bool? = false
        var first = 0
        while first + length <= elements.count {
            var window: Bool? = true
            var place = first
            while place < first + length {
                if let truth = column[elements[place]] {
                    if !truth {
                        window = false
                        break
                    }
                } else {
                    window = nil
                }
                place += 1
            }
            if window == .some(true) { return true }
            if window == nil { result = nil }
            first += 1
        }
        return result
    }

    /// The slots or blocks that `throughout` reads.
    func throughoutElements(_ test: Test, _ hours: Int) -> [Int] {
        let timeline = timeline(test.station)
        let starts = Array(now..<max(now, now + hours - test.cycle.hours + 1))
        guard test.cycle == .daily else { return starts }
        let column = self.column(test)
        return starts.filter { (plan.days == .rolling || timeline.isNaturalDay($0)) && !column.isUnreadable($0) }
    }
}

/// A test read as a run: of one slot or block where it states no span.
struct NaiveRun {
    let test: Test
    let hours: Int
    let including: Inclusion?
    let own: NaiveColumn
    /// The truths of what the run includes.
    let part: NaiveColumn?

    init(_ test: Test, _ evaluator: NaiveEvaluator) {
        self.test = test
        own = evaluator.column(test)
        if case .run(let hours, let including) = test.span {
            self.hours = hours
            self.including = including
            part = including.map { evaluator.timeline(test.station).column($0.comparison, nil, $0.cycle) }
        } else {
            hours = test.cycle.hours
            including = nil
            part = nil
        }
    }
}
