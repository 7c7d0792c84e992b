import AirQuality
import PlanModel

/// Evaluates a plan's conditions for one area, hour by hour. It keeps what it has computed, so that an hour costs time in
/// proportion to what is new.
struct AreaEvaluator: Sendable {
    let plan: Plan
    let area: Area
    let supply: ForecastSupply
    var context: TestContext
    private(set) var tests: [TestState] = []
    private(set) var testIndices: [Test: Int] = [:]
    private var demands: [ConditionProgram] = []
    private var ends: [ConditionProgram?] = []
    private var advice: [ConditionProgram] = []
    /// The alerts at each of their places, in the order of the plan, then of the area's stations.
    private(set) var alerts: [AlertAtPlace] = []
    /// The truth of each test at the present instant, where it was asked for.
    private var truths: ContiguousArray<Truth?> = []
    /// Whether forecasts are read at the present instant (semantics §8.8).
    private(set) var isReviewHour = true
    /// The stations of the timelines after the area's own.
    let stations: [String]

    /// - Parameters:
    ///   - slots: The window of slots that the timelines hold.
    ///   - judgesAlerts: Whether alerts are asked for: these read every station by itself.
    init(
        plan: Plan, area: Area, supply: ForecastSupply, slots: Range<Int>, now: Int, book: ForecastBook, judgesAlerts: Bool
    ) {
        self.plan = plan
        self.area = area
        self.supply = supply
        stations = Self.stations(named: plan, area, judgesAlerts)
        let calculator = IndexCalculator(rule: plan.edition, zone: plan.zone, requires: plan.requires)
        func timeline(_ book: ForecastBook?) -> Timeline {
            Timeline(
                calculator: calculator, supply: supply, bound: plan.forecastBound, book: book, slots: slots, now: now)
        }
        context = TestContext(
            timelines: [timeline(supply == .issued ? book : nil)] + stations.map { _ in timeline(nil) }, zone: plan.zone)
        compile(judgesAlerts)
    }

    /// The stations that the plan's conditions name, in order of first use, then those that alerts judge.
    private static func stations(named plan: Plan, _ area: Area, _ judgesAlerts: Bool) -> [String] {
        let isOfEach = judgesAlerts && plan.alerts.contains { $0.scope == .station }
        var found: [String] = []
        for station in plan.allTests.compactMap(\.station) + (isOfEach ? area.stations : []) where !found.contains(station) {
            found.append(station)
        }
        return found
    }

    private mutating func compile(_ judgesAlerts: Bool) {
        for level in plan.levels {
            demands.append(ConditionProgram(.or(level.issue.map(\.condition))) { index(of: $0) })
            ends.append(level.end.map { ConditionProgram($0) { index(of: $0) } })
        }
        for item in plan.advice { advice.append(ConditionProgram(item.condition) { index(of: $0) }) }
        for alert in judgesAlerts ? plan.alerts : [] {
            for place in AlertAtPlace.all(alert, in: area) {
                var place = place
                place.program = ConditionProgram(place.condition) { index(of: $0) }
                alerts.append(place)
            }
        }
    }

    /// The timeline that a test reads: 0 is the area's.
    func timeline(of test: Test) -> Int { test.station.flatMap { stations.firstIndex(of: $0) }.map { $0 + 1 } ?? 0 }

    private mutating func index(of test: Test) -> Int {
        if let known = testIndices[test] { return known }
        let timeline = timeline(of: test)
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

    mutating func addOpinion(_ opinion: Opinion, at instant: Instant) {
        context.timelines[0].book?.add(opinion, at: instant)
    }

    mutating func retractOpinions(on days: [LocalDate], at instant: Instant) {
        context.timelines[0].book?.retract(days, at: instant)
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

    /// Whether the condition of an advice is true at the present instant.
    mutating func advised(_ index: Int) -> Truth {
        for test in advice[index].tests { _ = truth(ofTest: test) }
        return advice[index].evaluate(truths)
    }

    /// Whether the condition of an alert is true of its place at the present instant.
    mutating func isAlert(_ index: Int) -> Truth {
        guard let program = alerts[index].program else { return .unknown }
        for test in program.tests { _ = truth(ofTest: test) }
        return program.evaluate(truths)
    }

    mutating func truth(of test: Test) -> Truth { testIndices[test].map { truth(ofTest: $0) } ?? .unknown }

    private mutating func truth(ofTest index: Int) -> Truth {
        if let known = truths[index] { return known }
        // Outside the hours of review forecasts are not read (semantics §8.8).
        let isRead = isReviewHour || tests[index].test.source == .observed
        let truth = isRead ? tests[index].truth(at: now, coverageEnd: coverageEnd, &context) : .unknown
        truths[index] = truth
        return truth
    }

    /// A timeline without what a replayed record holds beyond its forecasts; nil where there is nothing to take away.
    func timelineCut(_ timeline: Int) -> Timeline? {
        coverageEnd.flatMap { context.timelines[timeline].withoutRecord(beyond: $0) }
    }

    // MARK: Evidence

    /// The elements on which a true test rests, and the start and length of its run.
    mutating func elementStarts(of test: Test) -> (start: Int?, hours: Int, elements: [Int]) {
        guard let index = testIndices[test] else { return (nil, 0, []) }
        let found = tests[index].elements(at: now, coverageEnd: coverageEnd, &context)
        return (found.start, found.start == nil ? 0 : tests[index].hours, found.elements)
    }

    /// What a timeline holds, for evidence.
    mutating func withTimeline<Value>(_ timeline: Int, _ body: (inout Timeline) -> Value) -> Value {
        body(&context.timelines[timeline])
    }
}
