import AirQuality
import PlanModel
import Warnings

/// States a plan's conditions at an instant as statements about series (semantics §7), forecasts true and nothing missing.
struct ConditionEncoder: Sendable {
    /// The plans whose conditions are stated over the same series.
    let plans: [Plan]
    private let calculators: [IndexCalculator]
    /// Stations that are an area by themselves: their series is the area's.
    private let soleStation: String?
    private(set) var quantities: QuantityEncoder
    private var tests: [TestKey: Kleene] = [:]
    private var runs: [RunKey: Formula?] = [:]

    private struct TestKey: Hashable {
        var plan: Int
        var test: Test
        var now: Int
    }

    private struct RunKey: Hashable {
        var plan: Int
        var run: RunShape
        var start: Int
    }

    /// What the truth of a run from a start rests on.
    private struct RunShape: Hashable {
        var station: String?
        var cycle: Cycle
        var comparison: Comparison
        var ledBy: [Pollutant]?
        var span: Span
    }

    init(plans: [Plan], scope: EncodingScope, leadingSteps: [Int]? = nil) {
        self.plans = plans
        calculators = plans.map { IndexCalculator(rule: $0.edition, zone: $0.zone, requires: $0.requires) }
        quantities = QuantityEncoder(scope: scope, leadingSteps: leadingSteps ?? Self.leadingSteps(of: plans))
        let areas = plans.compactMap(\.areas.first)
        soleStation =
            areas.allSatisfy { $0.stations.count == 1 } && Set(areas.map(\.stations)).count == 1
            ? areas.first?.stations.first : nil
    }

    /// The sub-indices at which conditions of the plans compare.
    private static func leadingSteps(of plans: [Plan]) -> [Int] {
        var steps: Set<Int> = [50, 100, 150, 200, 300, 400]
        func note(_ comparison: Comparison) {
            if case .concentration = comparison.quantity { return }
            for step in [comparison.threshold / 1000 - 1, comparison.threshold / 1000] where (0..<500).contains(step) {
                steps.insert(Int(step))
            }
        }
        for test in plans.flatMap(\.tests) {
            note(test.comparison)
            if case .run(_, let inclusion?) = test.span { note(inclusion.comparison) }
        }
        return steps.sorted()
    }

    var store: FormulaStore {
        get { quantities.store }
        _modify { yield &quantities.store }
    }

    private var reach: Int { min(quantities.scope.reach, EncodingScope.longestReach) }

    // MARK: Conditions

    /// Whether a level's `issue when` is true at an instant.
    mutating func demanded(_ level: Int, of plan: Int = 0, at now: Int) -> Kleene {
        truth(of: .or(plans[plan].levels[level].issue.map(\.condition)), of: plan, at: now)
    }

    /// Whether a level's `end when` is true; a level without one never ends by itself.
    mutating func released(_ level: Int, of plan: Int = 0, at now: Int) -> Kleene {
        plans[plan].levels[level].end.map { truth(of: $0, of: plan, at: now) } ?? Kleene(.no)
    }

    mutating func truth(of condition: Condition, of plan: Int = 0, at now: Int) -> Kleene {
        switch condition {
        case .test(let test): return truth(of: test, of: plan, at: now)
        case .named(_, let inner): return truth(of: inner, of: plan, at: now)
        case .not(let inner): return !truth(of: inner, of: plan, at: now)
        case .and(let parts):
            let truths = parts.map { truth(of: $0, of: plan, at: now) }
            return store.and(truths)
        case .or(let parts):
            let truths = parts.map { truth(of: $0, of: plan, at: now) }
            return store.or(truths)
        }
    }

    // MARK: Tests

    private mutating func truth(of test: Test, of plan: Int, at now: Int) -> Kleene {
        let key = TestKey(plan: plan, test: test, now: now)
        if let known = tests[key] { return known }
        let truth = isRead(test, plan, now) ? read(test, plan, now) : .unknown
        tests[key] = truth
        return truth
    }

    /// Outside the hours of review forecasts are not read (semantics §8.8).
    private func isRead(_ test: Test, _ plan: Int, _ now: Int) -> Bool {
        let rules = plans[plan]
        return rules.review.isEmpty || test.source == .observed
            || rules.review.contains { $0.hour == rules.zone.clockHour(of: HourSlot(now)) }
    }

    private mutating func read(_ test: Test, _ plan: Int, _ now: Int) -> Kleene {
        if case .throughout(let hours, let missing) = test.span { return throughout(test, hours, missing, plan, now) }
        guard let starts = starts(of: test, plan, now) else { return .unknown }
        let found = starts.compactMap { run(test, plan, from: $0) }
        return found.isEmpty ? .unknown : Kleene(store.or(found))
    }

    private static func hours(of test: Test) -> Int {
        switch test.span {
        case .single: test.cycle.hours
        case .run(let hours, _), .throughout(let hours, _): hours
        }
    }

    private func isMidnight(_ slot: Int, _ plan: Int) -> Bool { plans[plan].zone.clockHour(of: HourSlot(slot)) == 0 }

    /// The starts among which a run is sought; nil where there is none.
    private func starts(of test: Test, _ plan: Int, _ now: Int) -> Range<Int>? {
        let hours = Self.hours(of: test)
        if test.source == .observed {
            let isNatural = plans[plan].days == .natural && test.cycle == .daily
            let start = isNatural ? plans[plan].zone.startOfLastNaturalDays(hours / 24, at: now) : now - hours
            return start..<start + 1
        }
        let first = test.source == .forecast ? now : now - hours + 1
        var last = now + reach - hours
        if let within = test.startingWithin { last = min(last, now + within - 1) }
        return first <= last ? first..<last + 1 : nil
    }

    // MARK: Runs

    /// The truth of a run from a start; nil where the start is no candidate.
    private mutating func run(_ test: Test, _ plan: Int, from start: Int) -> Formula? {
        let shape = RunShape(
            station: test.station, cycle: test.cycle, comparison: test.comparison, ledBy: test.ledBy, span: test.span)
        let key = RunKey(plan: plan, run: shape, start: start)
        if let known = runs[key] { return known }
        let formula = makeRun(test, plan, from: start)
        runs[key] = .some(formula)
        return formula
    }

    private mutating func makeRun(_ test: Test, _ plan: Int, from start: Int) -> Formula? {
        let isNatural = plans[plan].days == .natural
        var inclusion: Inclusion?
        if case .run(_, let part) = test.span { inclusion = part }
        let startsAtMidnight = isNatural && (test.cycle == .daily || inclusion?.cycle == .daily)
        if startsAtMidnight, !isMidnight(start, plan) { return nil }
        let hours = Self.hours(of: test)
        var parts: [Formula] = []
        for number in 0..<hours / test.cycle.hours {
            let place = place(number, from: start, test.cycle, isNatural && test.cycle == .daily, plan)
            parts.append(element(test, plan, place))
        }
        if let inclusion {
            let isNaturalPart = startsAtMidnight && inclusion.cycle == .daily
            var elements: [Formula] = []
            for number in 0..<hours / inclusion.cycle.hours {
                let place = place(number, from: start, inclusion.cycle, isNaturalPart, plan)
                elements.append(
                    element(test.station, inclusion.cycle, inclusion.comparison, nil, plan, place))
            }
            parts.append(consecutive(elements, inclusion.hours / inclusion.cycle.hours))
        }
        return store.and(parts)
    }

    /// Some number of elements in a row hold.
    private mutating func consecutive(_ elements: [Formula], _ length: Int) -> Formula {
        guard length >= 1, elements.count >= length else { return .no }
        var windows: [Formula] = []
        for first in 0...elements.count - length { windows.append(store.and(elements[first..<first + length])) }
        return store.or(windows)
    }

    private func place(_ number: Int, from start: Int, _ cycle: Cycle, _ isNatural: Bool, _ plan: Int) -> Int {
        guard isNatural else { return start + number * cycle.hours }
        let zone = plans[plan].zone
        return zone.midnight(of: zone.date(of: HourSlot(start)) + number).hours
    }

    // MARK: Throughout

    private mutating func throughout(_ test: Test, _ hours: Int, _ missing: Int, _ plan: Int, _ now: Int) -> Kleene {
        let starts = now..<max(now, now + hours - test.cycle.hours) + 1
        let isNatural = plans[plan].days == .natural && test.cycle == .daily
        var known: [Formula] = []
        var partly: [Formula] = []
        var unknowns = 0
        for start in starts where !isNatural || isMidnight(start, plan) {
            if start + test.cycle.hours <= now + reach {
                known.append(element(test, plan, start))
            } else if start < now + reach {
                // A block that the end of the forecasts cuts may be read from the values before; what that gives is left open.
                partly.append(store.free())
            } else {
                unknowns += 1
            }
        }
        let isFalse = store.or(store.or(known.map { !$0 }), store.or(partly))
        guard unknowns <= missing, !known.isEmpty else { return Kleene(holds: .no, fails: isFalse) }
        guard !partly.isEmpty else { return Kleene(holds: !isFalse, fails: isFalse) }
        return Kleene(holds: store.and(!isFalse, store.free()), fails: isFalse)
    }

    // MARK: Elements

    private mutating func element(_ test: Test, _ plan: Int, _ start: Int) -> Formula {
        element(test.station, test.cycle, test.comparison, test.ledBy, plan, start)
    }

    private mutating func element(
        _ station: String?, _ cycle: Cycle, _ comparison: Comparison, _ ledBy: [Pollutant]?, _ plan: Int, _ start: Int
    ) -> Formula {
        quantities.element(
            QuantityEncoder.ElementKey(
                station: station == soleStation ? nil : station, cycle: cycle, comparison: comparison,
                ledBy: ledBy.map { PollutantSet($0) }, edition: calculators[plan].edition(at: start), start: start))
    }
}
