import AirQuality
import PlanModel

/// One comparison on one timeline, with its truth at every slot or block where it was asked for.
struct Probe: Sendable {
    /// What makes two probes the same.
    struct Key: Hashable, Sendable {
        /// Index into the evaluator's timelines.
        var timeline: Int
        var cycle: Cycle
        var comparison: Comparison
        var ledBy: PollutantSet?
    }

    let key: Key
    /// Element truths by start.
    private(set) var truths = TruthColumn()

    init(key: Key) { self.key = key }

    /// Hours before a slot in which its own hourly value may be read from: the 24 h mean that ends with it stands for SO2.
    static let hoursBefore = 23

    /// Makes the truths of a range of starts available.
    ///
    /// - Parameter timelines: The area's first.
    mutating func prepare(_ starts: Range<Int>, _ timelines: inout [Timeline]) {
        guard let pending = truths.pending(in: starts) else { return }
        if key.comparison.isOfArea {
            for start in pending where truths[start] == .pending { truths[start] = share(at: start, &timelines) }
        } else {
            prepare(pending, &timelines[key.timeline])
        }
    }

    private mutating func prepare(_ pending: Range<Int>, _ timeline: inout Timeline) {
        for start in pending where truths[start] == .pending { truths[start] = truth(at: start, &timeline) }
    }

    /// The truth of a comparison with the area's value; unknown where either is missing.
    private func share(at start: Int, _ timelines: inout [Timeline]) -> ElementTruth {
        let comparison = key.comparison
        guard case .exact(let own) = timelines[key.timeline].read(comparison.quantity, key.cycle, at: start).value,
            case .exact(let area) = timelines[0].read(comparison.quantity, key.cycle, at: start).value
        else { return .unknown }
        var truth = Truth(comparison.holds(own, ofArea: area))
        if let ledBy = key.ledBy, truth != .false {
            truth = truth && timelines[key.timeline].isLed(by: ledBy, key.cycle, at: start)
        }
        return ElementTruth(truth)
    }

    /// Drops the truths that rest on slots.
    mutating func drop(_ slots: Range<Int>) {
        switch key.cycle {
        case .hourly: truths.drop(slots.lowerBound..<slots.upperBound + Self.hoursBefore)
        case .daily: truths.drop(slots.lowerBound - 23..<slots.upperBound)
        }
    }

    /// The truth at one start of a timeline, kept nowhere.
    func truth(at start: Int, _ timeline: inout Timeline) -> ElementTruth {
        let comparison = key.comparison
        if key.cycle == .daily, timeline.isExcluded(comparison.quantity, blockFrom: start) { return .excluded }
        var truth = timeline.read(comparison.quantity, key.cycle, at: start).truth(comparison.relation, comparison.threshold)
        if let ledBy = key.ledBy, truth != .false { truth = truth && timeline.isLed(by: ledBy, key.cycle, at: start) }
        return ElementTruth(truth)
    }
}
