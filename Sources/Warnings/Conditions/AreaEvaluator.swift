import AirQuality
import PlanModel

/// Evaluates a plan's conditions for one area, hour by hour. It keeps what it has computed, so that an hour costs time in
/// proportion to what is new.
struct AreaEvaluator: Sendable {
    let plan: Plan
    let area: Area
    let supply: ForecastSupply
    private(set) var context: TestContext
    private var tests: [TestState] = []
    private var testIndices: [Test: Int] = [:]
    private var demands: [ConditionProgram] = []
    private var ends: [ConditionProgram?] = []
    /// The truth of each test at the present instant, where it was asked for.
    private var truths: ContiguousArray<Truth?> = []
    private var isReviewHour = true
    /// The stations of the timelines after the area's own.
    let stations: [String]

    /// - Parameter slots: The window of slots that the timelines hold.
    init(plan: Plan, area: Area, supply: ForecastSupply, slots: Range<Int>, now: Int, book: ForecastBook) {
        self.plan = plan
        self.area = area
        self.supply = supply
        stations = Self.stations(named: plan)
        let calculator = IndexCalculator(rule: plan.edition, zone: plan.zone, requires: plan.requires)
        func timeline(_ book: ForecastBook?) -> Timeline {
            Timeline(
                calculator: calculator, supply: supply, bound: plan.forecastBound, book: book, slots: slots, now: now)
        }
        context = TestContext(
            timelines: [timeline(supply == .issued ? book : nil)] + stations.map { _ in timeline(nil) }, zone: plan.zone)
        compile()
    }

    /// The stations that the plan's conditions name, in order of first use.
    private static func stations(named plan: Plan) -> [String] {
        var found: [String] = []
        for test in plan.tests { if let station = test.station, !found.contains(station) { found.append(station) } }
        return found
    }

    private mutating func compile() {
        for level in plan.levels {
            demands.append(ConditionProgram(.or(level.issue.map(\.condition))) { index(of: $0) })
            ends.append(level.end.map { ConditionProgram($0) { index(of: $0) } })
        }
    }

    private mutating func index(of test: Test) -> Int {
        if let known = testIndices[test] { return known }
        let timeline = test.station.flatMap { stations.firstIndex(of: $0) }.map { $0 + 1 } ?? 0
        let own = probe(
            Probe.Key(
                timeline: timeline, cycle: test.cycle, comparison: test.comparison, ledBy: test.ledBy.map { PollutantSet($0) }))
        var inclusion: Int?
        if case .run(_, let part?) = test.span {
            inclusion = probe(Probe.Key(timeline: timeline, cycle: part.cycle, comparison: part.comparison, ledBy: nil))
        }
        tests.append(TestState(test: test, probe: own, inclusionProbe: inclusion, isNatural: plan.days == .natural))
        truths.append(nil)
        testIndices[test] = tests.count - 1
        return tests.count - 1
    }

    private mutating func probe(_ key: Probe.Key) -> Int {
        if let known = context.probes.firstIndex(where: { $0.key == key }) { return known }
        context.probes.append(Probe(key: key))
        return context.probes.count - 1
    }

    // MARK: Data

    var now: Int { context.timelines[0].now }

    /// The issued forecasts of the area; nil where made ones stand for them.
    var book: ForecastBook? { context.timelines[0].book }

    /// The end E of the last slot that a forecast covers, at most 240 h ahead; nil where there is none.
    var coverageEnd: Int? {
        let end: Int? =
            switch supply {
            case .issued: context.timelines[0].book?.coverageEnd
            case .perfect(let hours, let end): min(now + hours, end)
            case .persistence(let hours): now + hours
            }
        return end.map { min($0, now + 240) }
    }

    /// Replaces values on a timeline (0: the area) and drops what was computed from them.
    mutating func replace(_ timeline: Int, from start: Int, with values: ContiguousArray<PollutantValues>) {
        if let changed = context.timelines[timeline].replace(from: start, with: values) { drop(changed) }
    }

    /// Moves to an instant.
    mutating func setNow(_ slot: Int) {
        for index in context.timelines.indices { context.timelines[index].setNow(slot) }
        for index in truths.indices { truths[index] = nil }
        isReviewHour =
            plan.review.isEmpty || plan.review.contains { $0.hour == plan.zone.clockHour(of: HourSlot(slot)) }
    }

    mutating func addForecasts(_ batch: ForecastBatch, honoursReceived: Bool) {
        context.timelines[0].book?.add(batch, honoursReceived: honoursReceived)
    }

    /// Goes on with the forecasts that another evaluator has received.
    mutating func adopt(_ book: ForecastBook) { context.timelines[0].book = book }

    mutating func forgetForecasts(before slot: HourSlot) { context.timelines[0].book?.forget(before: slot) }

    /// Puts what the forecasts say of slots onto the area's timeline.
    mutating func takeForecasts(_ slots: Range<Int>) {
        if let changed = context.timelines[0].takeForecasts(slots) { drop(changed) }
    }

    /// Lets forecasts known at an instant take effect.
    mutating func advanceForecasts(to now: HourSlot) -> Range<Int>? { context.timelines[0].book?.advance(to: now) }

    /// Drops the truths that rest on slots.
    mutating func drop(_ slots: Range<Int>) {
        guard !slots.isEmpty else { return }
        for index in context.probes.indices { context.probes[index].drop(slots) }
        for index in tests.indices { tests[index].drop(slots) }
        for index in truths.indices { truths[index] = nil }
    }

    // MARK: Truth

    /// Whether a level's `issue when` is true at the present instant.
    mutating func demanded(_ level: Int) -> Truth {
        for test in demands[level].tests { _ = truth(ofTest: test) }
        return demands[level].evaluate(truths)
    }

    /// Whether a level's `end when` is true; a level without one never ends by itself.
    mutating func released(_ level: Int) -> Truth {
        guard let program = ends[level] else { return .false }
        for test in program.tests { _ = truth(ofTest: test) }
        return program.evaluate(truths)
    }

    mutating func truth(of test: Test) -> Truth { testIndices[test].map { truth(ofTest: $0) } ?? .unknown }

    private mutating func truth(ofTest index: Int) -> Truth {
        if let known = truths[index] { return known }
        let truth = computeTruth(ofTest: index)
        truths[index] = truth
        return truth
    }

    private mutating func computeTruth(ofTest index: Int) -> Truth {
        // Outside the hours of review forecasts are not read (semantics §8.8).
        if tests[index].test.source != .observed, !isReviewHour { return .unknown }
        if case .throughout(let hours, let missing) = tests[index].test.span { return throughout(index, hours, missing) }
        guard let starts = starts(ofTest: index) else { return .unknown }
        return tests[index].runs(from: starts, &context).any
    }

    /// The starts among which a run is sought; nil where there is none.
    private func starts(ofTest index: Int) -> Range<Int>? {
        let hours = tests[index].hours
        let source = tests[index].test.source
        switch source {
        case .observed:
            let start = tests[index].isNatural ? startOfLastNaturalDays(hours / 24) : now - hours
            return start..<start + 1
        case .forecast, .expected:
            guard let end = coverageEnd else { return nil }
            let first = source == .forecast ? now : now - hours + 1
            var last = end - hours
            if let within = tests[index].test.startingWithin { last = min(last, now + within - 1) }
            return first <= last ? first..<last + 1 : nil
        }
    }

    /// The start of the last natural days that have ended by the present instant.
    private func startOfLastNaturalDays(_ count: Int) -> Int {
        var date = plan.zone.date(of: HourSlot(now)) + -1
        if plan.zone.midnight(of: date).hours + 24 > now { date = date + -1 }
        return plan.zone.midnight(of: date + (1 - count)).hours
    }

    private mutating func throughout(_ index: Int, _ hours: Int, _ missingAtMost: Int) -> Truth {
        guard let end = coverageEnd else { return .unknown }
        let starts = throughoutStarts(index, hours)
        let length = tests[index].test.cycle.hours
        let probe = tests[index].probe
        context.prepare(probe, starts)
        var truths: ElementTruth = []
        var unknowns = 0
        var cut = starts.upperBound - 1 + length > end ? timelineCut(context.probes[probe].key.timeline) : nil
        let covered = starts.clamped(
            to: starts.lowerBound..<max(starts.lowerBound, cut == nil ? starts.upperBound : end - length + 1))
        if tests[index].isNatural {
            for start in covered where plan.zone.clockHour(of: HourSlot(start)) == 0 {
                truths.formUnion(context.probes[probe].truths[start])
                if context.probes[probe].truths[start] == .unknown { unknowns += 1 }
            }
        } else {
            truths = context.probes[probe].truths.union(of: covered)
            if truths.contains(.unknown) { unknowns = context.probes[probe].truths.unknowns(in: covered) }
        }
        for start in covered.upperBound..<starts.upperBound
        where !tests[index].isNatural || plan.zone.clockHour(of: HourSlot(start)) == 0 {
            let truth = cut.mutate { context.probes[probe].truth(at: start, &$0) } ?? .unknown
            truths.formUnion(truth)
            if truth == .unknown { unknowns += 1 }
        }
        if truths.contains(.false) { return .false }
        return unknowns > missingAtMost || !truths.contains(.true) ? .unknown : .true
    }

    /// A timeline without what a replayed record holds beyond its perfect forecast; nil where there is nothing to take away.
    func timelineCut(_ timeline: Int) -> Timeline? {
        guard case .perfect = supply, let end = coverageEnd, end < context.timelines[timeline].slots.upperBound else {
            return nil
        }
        return context.timelines[timeline].cut(at: end)
    }

    private func throughoutStarts(_ index: Int, _ hours: Int) -> Range<Int> {
        now..<max(now, now + hours - tests[index].test.cycle.hours) + 1
    }

    // MARK: Evidence

    /// The elements on which a true test rests, and the start and length of its run.
    mutating func elementStarts(of test: Test) -> (start: Int?, hours: Int, elements: [Int]) {
        guard let index = testIndices[test] else { return (nil, 0, []) }
        let state = tests[index]
        if case .throughout(let hours, _) = test.span {
            let probe = state.probe
            let starts = throughoutStarts(index, hours).filter { start in
                context.probes[probe].truths[start] != .excluded
                    && (!state.isNatural || plan.zone.clockHour(of: HourSlot(start)) == 0)
            }
            return (now, hours, Array(starts))
        }
        guard let starts = starts(ofTest: index), let start = tests[index].firstTrueRun(in: starts, &context) else {
            return (nil, 0, [])
        }
        return (start, state.hours, state.elements(from: start, plan.zone))
    }

    /// What a timeline holds, for evidence.
    mutating func withTimeline<Value>(_ timeline: Int, _ body: (inout Timeline) -> Value) -> Value {
        body(&context.timelines[timeline])
    }
}

extension Optional {
    /// Changes the value in place; nil where there is none.
    fileprivate mutating func mutate<Value>(_ body: (inout Wrapped) -> Value) -> Value? {
        guard var value = self else { return nil }
        self = nil
        defer { self = value }
        return body(&value)
    }
}
