import AirQuality
import PlanModel

/// The truth of one comparison at every slot or block where it was asked for, within an instant.
final class NaiveColumn {
    let comparison: Comparison
    let ledBy: [Pollutant]?
    let cycle: Cycle
    private unowned let timeline: NaiveTimeline
    private let origin: Int
    private var truths: [UInt8]
    private var unreadable: [UInt8]
    private static let pending: UInt8 = 3
    /// What the elements read came from, for the record of what the cases hold.
    private(set) var seen: Set<NaiveOrigin> = []

    init(
        _ timeline: NaiveTimeline, _ comparison: Comparison, _ ledBy: [Pollutant]?, _ cycle: Cycle, origin: Int, width: Int
    ) {
        self.timeline = timeline
        self.comparison = comparison
        self.ledBy = ledBy
        self.cycle = cycle
        self.origin = origin
        truths = Array(repeating: Self.pending, count: width)
        unreadable = truths
    }

    subscript(start: Int) -> Bool? {
        let known = truths[start - origin]
        if known < 2 { return known == 1 }
        if known == 2 { return nil }
        let reading = timeline.reading(comparison.quantity, cycle, start)
        seen.insert(reading.origin)
        let compared = compare(reading.value, comparison.relation, Int(comparison.threshold))
        let truth = kleeneAnd([compared, ledBy.map { timeline.isLed(by: $0, cycle, start) } ?? true])
        truths[start - origin] = truth.map { $0 ? 1 : 0 } ?? 2
        return truth
    }

    /// Whether the block from a start cannot be read (semantics §6, day values).
    func isUnreadable(_ start: Int) -> Bool {
        if unreadable[start - origin] == Self.pending {
            unreadable[start - origin] = timeline.isUnreadable(comparison.quantity, block: start) ? 1 : 0
        }
        return unreadable[start - origin] == 1
    }
}

/// What a reading was taken from.
enum NaiveOrigin: CaseIterable { case concentrations, lowerBound, missing, hourlyAQI, dayValue }
