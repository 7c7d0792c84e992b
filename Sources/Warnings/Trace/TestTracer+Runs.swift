import AirQuality
import PlanModel

/// The runs of a test: the one found, the firmest, the nearest, and those that lie outside what it admits.
extension TestTracer {
    mutating func lookAtRuns(_ state: inout TestState, _ trace: inout TestTrace) {
        guard let starts = state.starts(at: now, coverageEnd: coverageEnd, context.zone) else {
            trace.gap = gapWithoutStarts(state)
            addOutside(&state, 0, &trace)
            return
        }
        trace.starts = HourSlot(starts.lowerBound)...HourSlot(starts.upperBound - 1)
        var scores = RunScores()
        if trace.readTruth == .true {
            lookAtTrueRuns(&state, starts, &scores, &trace)
            return
        }
        var best: (start: Int, score: RunScore)?
        var known: (start: Int, score: RunScore)?
        let wanted: ElementTruth = trace.readTruth == .false ? .false : .unknown
        var isReadable = false
        for start in starts {
            let truth = state.runs(from: start..<start + 1, &context)
            if truth != .excluded { isReadable = true }
            guard truth == wanted || truth == .false else { continue }
            let score = score(state, from: start, &scores)
            if truth == wanted {
                if best.map({ score < $0.score }) ?? true { best = (start, score) }
            } else if known.map({ score < $0.score }) ?? true {
                known = (start, score)
            }
        }
        if let best { trace.nearest = run(state, from: best.start, trace.readTruth, &scores) }
        if let known, known.score.satisfied > best?.score.satisfied ?? 0 {
            trace.nearestKnown = run(state, from: known.start, .false, &scores)
        }
        if !isReadable { trace.gap = state.startsAtMidnight && !coversMidnight(starts) ? .noNaturalDay : .dayValuesOnly }
        addOutside(&state, trace.nearest?.elements.count { $0.truth == .true } ?? 0, &trace)
    }

    private func coversMidnight(_ starts: Range<Int>) -> Bool {
        starts.contains { context.zone.clockHour(of: HourSlot($0)) == 0 }
    }

    private func gapWithoutStarts(_ state: TestState) -> TestGap {
        guard let coverageEnd else { return .noForecast }
        let first = state.test.source == .forecast ? now : now - state.hours + 1
        return .forecastsTooShort(end: HourSlot(coverageEnd), needed: HourSlot(first + state.hours))
    }

    private mutating func lookAtTrueRuns(
        _ state: inout TestState, _ starts: Range<Int>, _ scores: inout RunScores, _ trace: inout TestTrace
    ) {
        var firmest: (start: Int, margin: Int64)?
        var first: Int?
        for start in starts where state.runs(from: start..<start + 1, &context) == .true {
            first = first ?? start
            trace.trueStarts += 1
            let margin = margin(state, from: start, &scores)
            if firmest.map({ margin > $0.margin }) ?? true { firmest = (start, margin) }
        }
        if let first { trace.run = run(state, from: first, .true, &scores) }
        if let firmest { trace.firmest = run(state, from: firmest.start, .true, &scores) }
    }

    // MARK: One run

    private func elements(_ state: TestState, from start: Int) -> [Int] { state.elements(from: start, context.zone) }

    /// The elements of what a run is to include.
    private func partElements(_ state: TestState, _ inclusion: Inclusion, from start: Int) -> [Int] {
        let isNatural = state.startsAtMidnight && inclusion.cycle == .daily
        return (0..<state.hours / inclusion.cycle.hours).map {
            TestState.element($0, from: start, inclusion.cycle, isNatural, context.zone)
        }
    }

    private mutating func score(_ state: TestState, from start: Int, _ scores: inout RunScores) -> RunScore {
        var sum = RunScore()
        for element in elements(state, from: start) { sum = sum + scores.score(state.probe, element, &self).score }
        if let part = nearestPart(state, from: start, &scores) { sum = sum + part.score }
        return sum
    }

    /// Of what a run is to include the consecutive elements that come nearest to it.
    private mutating func nearestPart(
        _ state: TestState, from start: Int, _ scores: inout RunScores
    ) -> (elements: ArraySlice<Int>, score: RunScore)? {
        guard let probe = state.inclusionProbe, let inclusion = state.inclusion else { return nil }
        let all = partElements(state, inclusion, from: start)
        let length = inclusion.hours / inclusion.cycle.hours
        var sum = RunScore()
        var best: (elements: ArraySlice<Int>, score: RunScore)?
        for (number, element) in all.enumerated() {
            sum = sum + scores.score(probe, element, &self).score
            if number >= length { sum = sum - scores.score(probe, all[number - length], &self).score }
            guard number >= length - 1, best.map({ sum < $0.score }) ?? true else { continue }
            best = (all[number - length + 1...number], sum)
        }
        return best
    }

    /// The margin of a run that is true: the smallest of its elements', and of its part's at its firmest.
    private mutating func margin(_ state: TestState, from start: Int, _ scores: inout RunScores) -> Int64 {
        let own = elements(state, from: start).map { scores.score(state.probe, $0, &self).margin }.min() ?? .max
        guard let part = firmestPart(state, from: start, &scores) else { return own }
        return min(own, part.margin)
    }

    private mutating func firmestPart(
        _ state: TestState, from start: Int, _ scores: inout RunScores
    ) -> (elements: ArraySlice<Int>, margin: Int64)? {
        guard let probe = state.inclusionProbe, let inclusion = state.inclusion else { return nil }
        let all = partElements(state, inclusion, from: start)
        let length = inclusion.hours / inclusion.cycle.hours
        let found = all.map { scores.score(probe, $0, &self) }
        var best: (elements: ArraySlice<Int>, margin: Int64)?
        // Ends of elements that are not true, and the smallest room of those since.
        var since = 0
        for number in all.indices {
            if found[number].truth != .true { since = number + 1 }
            let first = number - length + 1
            guard first >= since else { continue }
            let margin = found[first...number].map(\.margin).min() ?? .max
            if best.map({ margin > $0.margin }) ?? true { best = (all[first...number], margin) }
        }
        return best
    }

    private mutating func run(_ state: TestState, from start: Int, _ truth: Truth, _ scores: inout RunScores) -> RunTrace {
        var run = RunTrace(
            start: HourSlot(start), hours: state.hours,
            elements: elements(state, from: start).compactMap { element(state.probe, at: $0) },
            truth: truth, unknownAllowed: 0)
        if let probe = state.inclusionProbe {
            let part = truth == .true ? firmestPart(state, from: start, &scores)?.elements : nil
            run.part = (part ?? nearestPart(state, from: start, &scores)?.elements)?.compactMap { element(probe, at: $0) }
        }
        return run
    }

    // MARK: Outside

    /// Adds the runs that the test would take, were they to begin elsewhere.
    private mutating func addOutside(_ state: inout TestState, _ satisfied: Int, _ trace: inout TestTrace) {
        guard let coverageEnd, state.test.source != .observed, case .run(let hours, _) = state.test.span else { return }
        let first = state.test.source == .forecast ? now : now - hours + 1
        let last = state.test.startingWithin.map { now + $0 - 1 }
        if state.test.source == .forecast, now - hours + 1 < now {
            // Forecasts may have ended before the instant.
            let begun = now - hours + 1
            let end = min(now, coverageEnd - hours + 1)
            if begun < end, let start = lastTrueRun(&state, begun..<end) {
                trace.outside.append(.begun(start: HourSlot(start)))
            }
        }
        if let last, max(first, last + 1) <= coverageEnd - hours,
            let start = state.firstTrueRun(in: max(first, last + 1)..<coverageEnd - hours + 1, &context)
        {
            trace.outside.append(.afterHorizon(start: HourSlot(start), lastStart: HourSlot(last)))
        }
        addUnfinished(state, first, min(last ?? .max, coverageEnd - state.test.cycle.hours), satisfied, &trace)
    }

    private mutating func lastTrueRun(_ state: inout TestState, _ starts: Range<Int>) -> Int? {
        starts.last { state.runs(from: $0..<$0 + 1, &context) == .true }
    }

    /// A run of which all that is covered satisfies the test, and of which more does than of the nearest.
    private mutating func addUnfinished(_ state: TestState, _ first: Int, _ last: Int, _ satisfied: Int, _ trace: inout TestTrace)
    {
        guard let coverageEnd else { return }
        var best: (start: Int, count: Int)?
        let earliest = max(first, coverageEnd - state.hours + 1)
        guard earliest <= last else { return }
        var scores = RunScores()
        for start in earliest...last {
            if state.startsAtMidnight, !state.isMidnight(start, context.zone) { continue }
            var count = 0
            var isTrue = true
            for element in elements(state, from: start) where element + state.test.cycle.hours <= coverageEnd {
                isTrue = isTrue && scores.score(state.probe, element, &self).truth == .true
                count += 1
                if !isTrue { break }
            }
            if isTrue, count > 0, count > best?.count ?? 0 { best = (start, count) }
        }
        guard let best, best.count >= max(satisfied, 1) else { return }
        trace.outside.append(
            .unfinished(
                start: HourSlot(best.start), satisfied: best.count, needed: state.hours / state.test.cycle.hours,
                forecastsEnd: HourSlot(coverageEnd)))
    }
}

/// Element scores of one test, each read once.
struct RunScores {
    private struct Key: Hashable {
        var probe: Int
        var start: Int
    }

    private var known: [Key: ElementScore] = [:]

    mutating func score(_ probe: Int, _ start: Int, _ tracer: inout TestTracer) -> ElementScore {
        let key = Key(probe: probe, start: start)
        if let score = known[key] { return score }
        let score = tracer.score(probe, at: start)
        known[key] = score
        return score
    }
}
