import AirQuality
import PlanModel

/// One test of a plan, with the truth of its run at every start where it was asked for.
struct TestState: Sendable {
    let test: Test
    /// Index of the probe of the test's own comparison.
    let probe: Int
    /// Index of the probe of `including`.
    let inclusionProbe: Int?
    /// Whether the run's elements are natural days.
    let isNatural: Bool
    /// Whether runs start at local midnights, because the plan admits only natural days and the run reads blocks.
    private let startsAtMidnight: Bool
    private var runs = TruthColumn()

    init(test: Test, probe: Int, inclusionProbe: Int?, isNatural: Bool) {
        self.test = test
        self.probe = probe
        self.inclusionProbe = inclusionProbe
        self.isNatural = isNatural && test.cycle == .daily
        if case .run(_, let inclusion?) = test.span {
            startsAtMidnight = isNatural && (test.cycle == .daily || inclusion.cycle == .daily)
        } else {
            startsAtMidnight = self.isNatural
        }
    }

    /// Hours of the run.
    var hours: Int {
        switch test.span {
        case .single: test.cycle.hours
        case .run(let hours, _): hours
        case .throughout(let hours, _): hours
        }
    }

    var inclusion: Inclusion? {
        if case .run(_, let inclusion) = test.span { inclusion } else { nil }
    }

    mutating func invalidate(from slot: Int) { runs.cut(from: slot - hours + 1) }

    /// Starts of the run's elements for a run from `start`.
    func elements(from start: Int, _ zone: Zone) -> [Int] {
        Self.elements(from: start, hours: hours, test.cycle, isNatural: isNatural, zone)
    }

    static func elements(from start: Int, hours: Int, _ cycle: Cycle, isNatural: Bool, _ zone: Zone) -> [Int] {
        guard isNatural else { return Array(stride(from: start, to: start + hours, by: cycle.hours)) }
        let date = zone.date(of: HourSlot(start))
        return (0..<hours / 24).map { zone.midnight(of: date + $0).hours }
    }

    /// How many runs of a range of starts have each truth.
    mutating func countRuns(_ starts: Range<Int>, _ context: inout TestContext) -> TruthCount {
        prepare(starts, &context)
        return runs.count(starts)
    }

    /// The earliest start in a range whose run is true.
    mutating func firstTrueRun(in starts: Range<Int>, _ context: inout TestContext) -> Int? {
        prepare(starts, &context)
        return runs.firstStart(of: ElementTruth.true, in: starts)
    }

    mutating func runTruth(at start: Int, _ context: inout TestContext) -> UInt8 {
        prepare(start..<start + 1, &context)
        return runs[start]
    }

    private mutating func prepare(_ starts: Range<Int>, _ context: inout TestContext) {
        let missing = runs.missing(from: starts)
        guard !missing.isEmpty else { return }
        context.prepare(probe, missing.lowerBound..<missing.upperBound - 1 + hours - test.cycle.hours + 1)
        if let inclusionProbe, let inclusion {
            context.prepare(
                inclusionProbe,
                missing.lowerBound..<max(missing.upperBound - 1 + hours - inclusion.cycle.hours, missing.lowerBound) + 1)
        }
        runs.begin(at: missing.lowerBound)
        for start in missing { runs.append(compute(from: start, context)) }
    }

    private func compute(from start: Int, _ context: TestContext) -> UInt8 {
        if startsAtMidnight, context.reader.zone.clockHour(of: HourSlot(start)) != 0 { return ElementTruth.excluded }
        var truth = ElementTruth.true
        if isNatural {
            for element in elements(from: start, context.reader.zone) {
                let own = context.probes[probe].truth(at: element)
                if own == ElementTruth.excluded { return own }
                truth = min(truth, own)
            }
        } else {
            for element in stride(from: start, to: start + hours, by: test.cycle.hours) {
                let own = context.probes[probe].truth(at: element)
                if own == ElementTruth.excluded { return own }
                truth = min(truth, own)
            }
        }
        guard let inclusionProbe, let inclusion else { return truth }
        // A block that cannot be read makes the start no candidate, even where the run is false without it. Slots always can.
        if truth == ElementTruth.false, inclusion.cycle == .hourly { return truth }
        let elements = Self.elements(
            from: start, hours: hours - hours % inclusion.cycle.hours, inclusion.cycle,
            isNatural: startsAtMidnight && inclusion.cycle == .daily, context.reader.zone)
        let truths = elements.map { context.probes[inclusionProbe].truth(at: $0) }
        if truths.contains(ElementTruth.excluded) { return ElementTruth.excluded }
        let length = inclusion.hours / inclusion.cycle.hours
        guard length <= truths.count else { return ElementTruth.false }
        var best = ElementTruth.false
        for first in 0...truths.count - length {
            best = max(best, truths[first..<first + length].reduce(ElementTruth.true, min))
        }
        return min(truth, best)
    }
}
