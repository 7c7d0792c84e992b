import AirQuality
import PlanModel

/// The truth of a test at an instant (semantics §7).
extension TestState {
    /// - Parameter coverageEnd: The end E of the last slot that a forecast covers; nil where there is none.
    mutating func truth(at now: Int, coverageEnd: Int?, _ context: inout TestContext) -> Truth {
        if case .throughout(_, let missing) = test.span {
            guard let coverageEnd else { return .unknown }
            return throughout(at: now, coverageEnd: coverageEnd, missingAtMost: missing, &context)
        }
        guard let starts = starts(at: now, coverageEnd: coverageEnd, context.zone) else { return .unknown }
        return runs(from: starts, &context).any
    }

    /// The elements on which the test rests where it is true, and the start of its run.
    mutating func elements(at now: Int, coverageEnd: Int?, _ context: inout TestContext) -> (start: Int?, elements: [Int]) {
        if case .throughout = test.span {
            let starts = throughoutStarts(at: now).filter { start in
                context.probes[probe].truths[start] != .excluded
                    && (!isNatural || isMidnight(start, context.zone))
            }
            return (now, Array(starts))
        }
        guard let starts = starts(at: now, coverageEnd: coverageEnd, context.zone),
            let start = firstTrueRun(in: starts, &context)
        else { return (nil, []) }
        return (start, elements(from: start, context.zone))
    }

    // MARK: Runs

    /// The starts among which a run is sought; nil where there is none.
    func starts(at now: Int, coverageEnd: Int?, _ zone: Zone) -> Range<Int>? {
        switch test.source {
        case .observed:
            let start = isNatural ? zone.startOfLastNaturalDays(hours / 24, at: now) : now - hours
            return start..<start + 1
        case .forecast, .expected:
            guard let coverageEnd else { return nil }
            let first = test.source == .forecast ? now : now - hours + 1
            var last = coverageEnd - hours
            if let within = test.startingWithin { last = min(last, now + within - 1) }
            return first <= last ? first..<last + 1 : nil
        }
    }

    // MARK: Throughout

    func isMidnight(_ start: Int, _ zone: Zone) -> Bool { zone.clockHour(of: HourSlot(start)) == 0 }

    func throughoutStarts(at now: Int) -> Range<Int> { now..<max(now, now + hours - test.cycle.hours) + 1 }

    private func throughout(at now: Int, coverageEnd: Int, missingAtMost: Int, _ context: inout TestContext) -> Truth {
        let starts = throughoutStarts(at: now)
        context.prepare(probe, starts)
        var truths: ElementTruth = []
        var unknowns = 0
        func add(_ truth: ElementTruth) {
            truths.formUnion(truth)
            if truth == .unknown { unknowns += 1 }
        }
        let timeline = context.probes[probe].key.timeline
        // Slots beyond the end of the forecasts are unknown, which a replayed record must not belie.
        let reachesBeyond = starts.upperBound - 1 + test.cycle.hours > coverageEnd
        let cut = reachesBeyond ? context.timelines[timeline].withoutRecord(beyond: coverageEnd) : nil
        let end = cut == nil ? starts.upperBound : max(starts.lowerBound, coverageEnd - test.cycle.hours + 1)
        let covered = starts.clamped(to: starts.lowerBound..<end)
        if isNatural {
            for start in covered where isMidnight(start, context.zone) { add(context.probes[probe].truths[start]) }
        } else {
            truths = context.probes[probe].truths.union(of: covered)
            if truths.contains(.unknown) { unknowns = context.probes[probe].truths.unknowns(in: covered) }
        }
        if var cut {
            for start in covered.upperBound..<starts.upperBound where !isNatural || isMidnight(start, context.zone) {
                add(context.probes[probe].truth(at: start, &cut))
            }
        }
        if truths.contains(.false) { return .false }
        // Something must be known: missing data never starts and never ends a warning (semantics §5).
        return unknowns > missingAtMost || !truths.contains(.true) ? .unknown : .true
    }
}
