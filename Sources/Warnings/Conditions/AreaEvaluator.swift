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
    private var stack: ContiguousArray<Truth> = []
    /// The stations of the timelines after the area's own.
    let stations: [String]

    /// - Parameter slots: The window of slots that the timelines hold.
    init(plan: Plan, area: Area, supply: ForecastSupply, slots: Range<Int>, now: Int, book: ForecastBook) {
        self.plan = plan
        self.area = area
        self.supply = supply
        stations = Self.stations(named: plan)
        let calculator = IndexCalculator(rule: plan.edition, zone: plan.zone, requires: plan.requires)
        let timeline = Timeline(calculator: calculator, supply: supply, slots: slots, now: now)
        let stationReader = TimelineReader(zone: plan.zone, bound: plan.forecastBound, book: nil)
        context = TestContext(
            timelines: Array(repeating: timeline, count: stations.count + 1),
            reader: TimelineReader(zone: plan.zone, bound: plan.forecastBound, book: supply == .issued ? book : nil),
            stationReader: stationReader)
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
        let own = probe(Probe.Key(timeline: timeline, cycle: test.cycle, comparison: test.comparison, ledBy: test.ledBy))
        var inclusion: Int?
        if case .run(_, let part?) = test.span {
            inclusion = probe(Probe.Key(timeline: timeline, cycle: part.cycle, comparison: part.comparison, ledBy: nil))
        }
        tests.append(TestState(test: test, probe: own, inclusionProbe: inclusion, isNatural: plan.days == .natural))
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

    /// The end E of the last slot that a forecast covers, at most 240 h ahead; nil where there is none.
    var coverageEnd: Int? {
        let end: Int? =
            switch supply {
            case .issued: context.reader.book?.coverageEnd
            case .perfect(let hours, let end): min(now + hours, end)
            case .persistence(let hours): now + hours
            }
        return end.map { min($0, now + 240) }
    }

    /// Replaces values on a timeline (0: the area) and drops what was computed from them.
    mutating func replace(_ timeline: Int, from start: Int, with values: some RandomAccessCollection<PollutantValues>) {
        guard let changed = context.timelines[timeline].replace(from: start, with: values) else { return }
        invalidate(from: changed.lowerBound)
    }

    /// Moves to an instant.
    mutating func setNow(_ slot: Int) {
        for index in context.timelines.indices { context.timelines[index].setNow(slot) }
    }

    mutating func addForecasts(_ batch: ForecastBatch, honoursReceived: Bool) {
        context.reader.book?.add(batch, honoursReceived: honoursReceived)
    }

    /// Goes on with the forecasts that another evaluator has received.
    mutating func adopt(_ book: ForecastBook) { context.reader.book = book }

    mutating func forgetForecasts(before slot: HourSlot) { context.reader.book?.forget(before: slot) }

    /// Puts the forecast concentrations of slots onto the area's timeline.
    mutating func takeForecasts(_ slots: Range<Int>) {
        guard let book = context.reader.book, !slots.isEmpty else { return }
        replace(0, from: slots.lowerBound, with: ContiguousArray(slots.map { book.values(at: $0) }))
    }

    /// Lets forecasts known at an instant take effect.
    mutating func advanceForecasts(to now: HourSlot) -> Range<Int>? { context.reader.book?.advance(to: now) }

    /// Drops the truths that rest on a slot or on later ones.
    mutating func invalidate(from slot: Int) {
        for index in context.probes.indices { context.probes[index].invalidate(from: slot) }
        for index in tests.indices { tests[index].invalidate(from: slot) }
    }

    // MARK: Truth

    /// Whether a level's `issue when` is true at the present instant.
    mutating func demanded(_ level: Int) -> Truth { evaluate(demands[level]) }

    /// Whether a level's `end when` is true; a level without one never ends by itself.
    mutating func released(_ level: Int) -> Truth { ends[level].map { evaluate($0) } ?? .false }

    private mutating func evaluate(_ program: ConditionProgram) -> Truth {
        var stack = stack
        let result = program.evaluate({ truth(ofTest: $0) }, stack: &stack)
        self.stack = stack
        return result
    }

    mutating func truth(of test: Test) -> Truth { testIndices[test].map { truth(ofTest: $0) } ?? .unknown }

    /// Whether forecasts are read at the present instant (semantics §8.8).
    var isReviewHour: Bool {
        plan.review.isEmpty || plan.review.contains { $0.hour == plan.zone.clockHour(of: HourSlot(now)) }
    }

    private mutating func truth(ofTest index: Int) -> Truth {
        let test = tests[index].test
        if test.source != .observed, !isReviewHour { return .unknown }
        if case .throughout(let hours, let missing) = test.span { return throughout(index, hours, missing) }
        guard let starts = starts(ofTest: index) else { return .unknown }
        let count = tests[index].countRuns(starts, &context)
        if count.trues > 0 { return .true }
        return count.unknowns > 0 || count.falses == 0 ? .unknown : .false
    }

    /// The starts among which a run is sought; nil where there is none.
    private func starts(ofTest index: Int) -> Range<Int>? {
        let state = tests[index]
        let hours = state.hours
        switch state.test.source {
        case .observed:
            let start = state.isNatural ? startOfLastNaturalDays(hours / 24) : now - hours
            return start..<start + 1
        case .forecast, .expected:
            guard let end = coverageEnd else { return nil }
            let first = state.test.source == .forecast ? now : now - hours + 1
            var last = end - hours
            if let within = state.test.startingWithin { last = min(last, now + within - 1) }
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
        var count: TruthCount
        if tests[index].isNatural {
            count = .zero
            for start in starts where plan.zone.clockHour(of: HourSlot(start)) == 0 {
                let truth = context.probes[probe].truth(at: start)
                count[Int(start + length > end && truth != ElementTruth.excluded ? ElementTruth.unknown : truth)] += 1
            }
        } else {
            let covered = starts.clamped(to: starts.lowerBound..<max(starts.lowerBound, end - length + 1))
            count = context.probes[probe].count(covered)
            for start in covered.upperBound..<starts.upperBound {
                let truth = context.probes[probe].truth(at: start)
                count[Int(truth == ElementTruth.excluded ? truth : ElementTruth.unknown)] += 1
            }
        }
        if count.falses > 0 { return .false }
        // Something must be known: missing data never starts and never ends a warning (semantics §5).
        return count.unknowns > missingAtMost || count.trues == 0 ? .unknown : .true
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
                context.probes[probe].truth(at: start) != ElementTruth.excluded
                    && (!state.isNatural || plan.zone.clockHour(of: HourSlot(start)) == 0)
            }
            return (now, hours, Array(starts))
        }
        guard let starts = starts(ofTest: index), let start = tests[index].firstTrueRun(in: starts, &context) else {
            return (nil, 0, [])
        }
        return (start, state.hours, state.elements(from: start, plan.zone))
    }

    mutating func read(_ quantity: Quantity, _ cycle: Cycle, at start: Int, _ timeline: Int) -> Reading {
        context.reader(of: timeline).read(quantity, cycle, at: start, on: &context.timelines[timeline])
    }

    mutating func primary(_ cycle: Cycle, at start: Int, _ timeline: Int) -> PollutantSet {
        context.reader(of: timeline).primary(cycle, at: start, on: &context.timelines[timeline]).primary
    }
}
