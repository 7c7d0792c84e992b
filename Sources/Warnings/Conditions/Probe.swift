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
        var ledBy: [Pollutant]?
    }

    let key: Key
    /// Element truths by start.
    private var truths = TruthColumn()

    init(key: Key) { self.key = key }

    /// Makes the truths of a range of starts available.
    mutating func prepare(_ starts: Range<Int>, _ timeline: inout Timeline, _ reader: TimelineReader) {
        let missing = truths.missing(from: starts)
        guard !missing.isEmpty else { return }
        let start = missing.lowerBound
        truths.begin(at: start)
        for start in missing { truths.append(truth(at: start, &timeline, reader)) }
    }

    func truth(at start: Int) -> UInt8 { truths[start] }

    func count(_ starts: Range<Int>) -> TruthCount { truths.count(starts) }

    mutating func invalidate(from slot: Int) { truths.cut(from: slot - key.cycle.hours + 1) }

    private func truth(at start: Int, _ timeline: inout Timeline, _ reader: TimelineReader) -> UInt8 {
        if key.cycle == .daily, reader.isExcluded(key.comparison.quantity, blockFrom: start, now: timeline.now) {
            return ElementTruth.excluded
        }
        let comparison = key.comparison
        var truth = reader.read(comparison.quantity, key.cycle, at: start, on: &timeline)
            .truth(comparison.relation, comparison.threshold)
        if let ledBy = key.ledBy, truth != .false {
            truth = truth && reader.isLed(by: ledBy, key.cycle, at: start, on: &timeline)
        }
        return truth.rawValue
    }
}
