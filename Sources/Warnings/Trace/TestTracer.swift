import AirQuality
import PlanModel

/// Looks closer at the tests of an area at one instant. It asks the evaluator's own probes for every truth.
///
/// A test costs at most its starts times its elements, both within the 240 h that a condition reaches.
struct TestTracer {
    let plan: Plan
    let area: Area
    let stations: [String]
    let observations: ObservationStore
    let now: Int
    let coverageEnd: Int?
    let isReviewHour: Bool
    let nextReview: HourSlot?
    /// The evaluator's, whose kept truths may grow here.
    var context: TestContext
    /// The timelines without what a replayed record holds beyond its forecasts, as they are first asked for.
    private var cuts: [Int: Timeline] = [:]

    init(_ evaluator: AreaEvaluator, _ observations: ObservationStore) {
        plan = evaluator.plan
        area = evaluator.area
        stations = evaluator.stations
        self.observations = observations
        now = evaluator.now
        coverageEnd = evaluator.coverageEnd
        isReviewHour = evaluator.isReviewHour
        nextReview = evaluator.nextReview
        context = evaluator.context
    }

    mutating func trace(of kept: TestState, truth: Truth, finding: TestFinding?) -> TestTrace {
        // A copy: the runs looked at here are not all among those that the evaluator keeps.
        var state = kept
        let test = state.test
        let isRead = isReviewHour || test.source == .observed
        var trace = TestTrace(
            test: test, truth: truth, finding: finding,
            readTruth: isRead ? truth : state.truth(at: now, coverageEnd: coverageEnd, &context), trueStarts: 0, outside: [])
        if case .throughout(_, let missing) = test.span {
            lookThroughout(state, missingAtMost: missing, &trace)
        } else {
            lookAtRuns(&state, &trace)
        }
        if !isRead { trace.gap = .outsideReviewHours(next: nextReview) }
        return trace
    }

    // MARK: Throughout

    private mutating func lookThroughout(_ state: TestState, missingAtMost: Int, _ trace: inout TestTrace) {
        guard coverageEnd != nil else {
            trace.gap = .noForecast
            return
        }
        let starts = state.throughoutStarts(at: now)
        context.prepare(state.probe, starts)
        let natural = starts.filter { !state.isNatural || state.isMidnight($0, context.zone) }
        if natural.isEmpty { trace.gap = .noNaturalDay }
        let elements = natural.compactMap { element(state.probe, at: $0) }
        if elements.isEmpty, !natural.isEmpty { trace.gap = .dayValuesOnly }
        let run = RunTrace(
            start: HourSlot(now), hours: state.hours, elements: elements, truth: trace.readTruth, unknownAllowed: missingAtMost)
        trace.starts = HourSlot(now)...HourSlot(now)
        if trace.readTruth == .true {
            trace.run = run
            trace.firmest = run
            trace.trueStarts = 1
        } else {
            trace.nearest = run
        }
    }

    // MARK: Elements

    /// The timeline to read an element from, as the evaluator does.
    mutating func reading<Value>(_ probe: Int, at start: Int, _ body: (inout Timeline) -> Value) -> Value {
        let key = context.probes[probe].key
        if let coverageEnd, start + key.cycle.hours > coverageEnd, start + key.cycle.hours > now {
            if cuts[key.timeline] == nil {
                cuts[key.timeline] = context.timelines[key.timeline].withoutRecord(beyond: coverageEnd)
            }
            if cuts[key.timeline] != nil, var cut = cuts.removeValue(forKey: key.timeline) {
                defer { cuts[key.timeline] = cut }
                return body(&cut)
            }
        }
        return body(&context.timelines[key.timeline])
    }

    /// The truth that the evaluator gives an element, with how far its value lies from what is asked.
    mutating func score(_ probe: Int, at start: Int) -> ElementScore {
        let state = context.probes[probe]
        let (key, bound) = (state.key, plan.forecastBound)
        return reading(probe, at: start) { timeline in
            let truth = state.truth(at: start, &timeline)
            guard truth != .excluded else { return ElementScore(truth: truth) }
            let reading = timeline.read(key.comparison.quantity, key.cycle, at: start)
            guard let value = reading.number else { return ElementScore(truth: truth) }
            let need = key.comparison.need(of: reading, bound)
            return ElementScore(truth: truth, room: key.comparison.relation.isUpward ? value - need : need - value)
        }
    }

    /// An element with all that is known of it; nil where it is no candidate.
    mutating func element(_ probe: Int, at start: Int) -> ElementTrace? {
        let state = context.probes[probe]
        let (key, plan) = (state.key, plan)
        let found = reading(probe, at: start) { timeline -> ElementTrace? in
            let elementTruth = state.truth(at: start, &timeline)
            guard elementTruth != .excluded else { return nil }
            let truth: Truth = elementTruth == .true ? .true : elementTruth == .false ? .false : .unknown
            let reading = timeline.read(key.comparison.quantity, key.cycle, at: start)
            var trace = ElementTrace(
                finding: AreaEvaluator.element(key.comparison.quantity, key.cycle, at: start, &timeline, plan),
                comparison: key.comparison, truth: truth, isLed: key.ledBy.map { timeline.isLed(by: $0, key.cycle, at: start) },
                need: key.comparison.need(of: reading, plan.forecastBound))
            let ownTruth = reading.truth(key.comparison.relation, key.comparison.threshold)
            if truth == .unknown, ownTruth == .true { trace.lack = .primaryUnknown }
            if truth == .unknown, ownTruth == .unknown, case .atMost = reading.value { trace.lack = .boundOnly }
            return trace
        }
        guard var found else { return nil }
        if found.truth == .unknown, found.lack == nil { found.lack = lack(key, at: start) }
        return found
    }

    private mutating func lack(_ key: Probe.Key, at start: Int) -> ElementLack {
        if let coverageEnd, start + key.cycle.hours > max(coverageEnd, now) { return .beyondForecasts }
        if case .concentration = key.comparison.quantity, start + key.cycle.hours > now,
            context.timelines[key.timeline].book?.day(plan.zone.date(of: HourSlot(start))) != nil
        {
            return .dayValueOnly
        }
        let needed: [Pollutant]
        switch key.comparison.quantity {
        case .iaqi(let pollutant), .concentration(let pollutant): needed = [pollutant]
        case .aqi:
            let known =
                key.cycle == .daily
                ? context.timelines[key.timeline].daily(from: start).known
                : context.timelines[key.timeline].hourly(at: start).known
            needed = plan.requires.subtracting(known).members
        }
        let series = context.timelines[key.timeline].series
        return .missing(needed.compactMap { missing($0, start..<start + key.cycle.hours, series, key.timeline) })
    }

    private func missing(_ pollutant: Pollutant, _ slots: Range<Int>, _ series: HourlySeries, _ timeline: Int) -> MissingValues? {
        let gaps = slots.filter { series.value(pollutant, at: $0) == PollutantValues.missing }
        guard let first = gaps.first else { return nil }
        var missing = MissingValues(pollutant: pollutant, hours: gaps.count, first: HourSlot(first))
        if first < now, timeline == 0, !area.stations.isEmpty {
            let stations = observations.series(of: area, over: first..<first + 1)
            missing.stations = stations.count { $0[first][pollutant] != PollutantValues.missing }
            missing.quorum = area.quorum
        }
        return missing
    }
}

extension Comparison {
    fileprivate func need(of reading: Reading, _ bound: ForecastBound) -> Int64 {
        switch quantity {
        case .concentration(let pollutant): nearestSatisfying(step: ReportedValue.step(of: pollutant))
        // The middle of a forecast range may lie between two whole indices.
        case .aqi, .iaqi: nearestSatisfying(step: bound == .middle && reading.origin == .dayValue ? 500 : 1000)
        }
    }
}

extension Reading {
    /// The value or the bound that is known, nil where neither is.
    var number: Int64? {
        switch value {
        case .missing: nil
        case .exact(let value), .atLeast(let value), .atMost(let value): value
        }
    }
}
