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
    /// Hours of the run.
    let hours: Int
    /// Whether runs start at local midnights, because the plan admits only natural days and the run reads blocks.
    let startsAtMidnight: Bool
    private var runs = TruthColumn()

    init(test: Test, probe: Int, inclusionProbe: Int?, isNatural: Bool) {
        self.test = test
        self.probe = probe
        self.inclusionProbe = inclusionProbe
        self.isNatural = isNatural && test.cycle == .daily
        switch test.span {
        case .single: hours = test.cycle.hours
        case .run(let length, _): hours = length
        case .throughout(let length, _): hours = length
        }
        if case .run(_, let inclusion?) = test.span {
            startsAtMidnight = isNatural && (test.cycle == .daily || inclusion.cycle == .daily)
        } else {
            startsAtMidnight = self.isNatural
        }
    }

    var inclusion: Inclusion? {
        if case .run(_, let inclusion) = test.span { inclusion } else { nil }
    }

    /// Hours that a run of natural days may reach beyond its length where clocks change.
    private var slack: Int { startsAtMidnight ? 2 : 0 }

    /// Drops the truths that rest on slots.
    mutating func drop(_ slots: Range<Int>) {
        runs.drop(slots.lowerBound - hours - slack + 1..<slots.upperBound + Probe.hoursBefore)
    }

    /// Starts of the run's elements for a run from `start`.
    func elements(from start: Int, _ zone: Zone) -> [Int] {
        (0..<hours / test.cycle.hours).map { Self.element($0, from: start, test.cycle, isNatural, zone) }
    }

    static func element(_ number: Int, from start: Int, _ cycle: Cycle, _ isNatural: Bool, _ zone: Zone) -> Int {
        isNatural ? zone.midnight(of: zone.date(of: HourSlot(start)) + number).hours : start + number * cycle.hours
    }

    /// Which truths the runs from a range of starts have.
    mutating func runs(from starts: Range<Int>, _ context: inout TestContext) -> ElementTruth {
        prepare(starts, &context)
        return runs.union(of: starts)
    }

    /// The earliest start in a range whose run is true.
    mutating func firstTrueRun(in starts: Range<Int>, _ context: inout TestContext) -> Int? {
        prepare(starts, &context)
        return runs.firstStart(of: .true, in: starts)
    }

    private mutating func prepare(_ starts: Range<Int>, _ context: inout TestContext) {
        guard let pending = runs.pending(in: starts) else { return }
        let last = pending.upperBound - 1
        context.prepare(probe, pending.lowerBound..<last + hours - test.cycle.hours + slack + 1)
        if let inclusionProbe, let inclusion {
            let reach = max(hours - inclusion.cycle.hours, 0) + slack
            context.prepare(inclusionProbe, pending.lowerBound..<last + reach + 1)
        }
        for start in pending where runs[start] == .pending { runs[start] = run(from: start, context) }
    }

    private func run(from start: Int, _ context: borrowing TestContext) -> ElementTruth {
        if startsAtMidnight, context.zone.clockHour(of: HourSlot(start)) != 0 { return .excluded }
        var truths: ElementTruth = []
        if test.cycle == .hourly {
            truths = context.probes[probe].truths.union(of: start..<start + hours)
        } else {
            for number in 0..<hours / 24 {
                let element = Self.element(number, from: start, .daily, isNatural, context.zone)
                truths.formUnion(context.probes[probe].truths[element])
            }
        }
        let truth = truths.all
        guard truth != .excluded, let inclusionProbe, let inclusion else { return truth }
        // A block that cannot be read makes the start no candidate, even where the run is false without it. Slots always can.
        if truth == .false, inclusion.cycle == .hourly { return truth }
        return ElementTruth([truth, part(from: start, inclusion, context.probes[inclusionProbe], context.zone)]).all
    }

    /// Whether enough elements in a row satisfy what a run includes.
    private func part(from start: Int, _ inclusion: Inclusion, _ probe: borrowing Probe, _ zone: Zone) -> ElementTruth {
        let length = inclusion.hours / inclusion.cycle.hours
        var lastFalse = -1
        var lastUnknown = -1
        var best = ElementTruth.false
        for number in 0..<hours / inclusion.cycle.hours {
            let isNatural = startsAtMidnight && inclusion.cycle == .daily
            let element = probe.truths[Self.element(number, from: start, inclusion.cycle, isNatural, zone)]
            if element == .excluded { return .excluded }
            if element == .false { lastFalse = number }
            if element == .unknown { lastUnknown = number }
            let first = number - length + 1
            guard first >= 0, lastFalse < first else { continue }
            if lastUnknown < first { best = .true } else if best == .false { best = .unknown }
        }
        return best
    }
}
