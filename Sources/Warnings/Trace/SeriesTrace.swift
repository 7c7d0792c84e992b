public import AirQuality
public import PlanModel

/// Hourly values of a quantity, to be drawn beside a trace.
public struct SeriesTrace: Hashable, Sendable {
    public var quantity: Quantity
    public var start: HourSlot
    /// Thousandths, one a slot, bounds as they are; nil where missing.
    public var values: [Int64?]

    /// Hours before the instant.
    static let past = 48
    /// Hours from the instant on at most.
    static let future = 120
}

extension AreaEvaluator {
    /// The quantity that most tests of the area read, of equal ones the first in source order.
    private var mostRead: Quantity {
        var counts: [(quantity: Quantity, count: Int)] = []
        for test in plan.tests where test.station == nil {
            if let index = counts.firstIndex(where: { $0.quantity == test.comparison.quantity }) {
                counts[index].count += 1
            } else {
                counts.append((test.comparison.quantity, 1))
            }
        }
        let most = counts.map(\.count).max()
        return counts.first { $0.count == most }?.quantity ?? .aqi
    }

    mutating func seriesTrace() -> SeriesTrace {
        let quantity = mostRead
        let end = min(max(coverageEnd ?? now, now), now + SeriesTrace.future)
        let slots = now - SeriesTrace.past..<end
        let values = withTimeline(0) { timeline in slots.map { timeline.read(quantity, .hourly, at: $0).number } }
        return SeriesTrace(quantity: quantity, start: HourSlot(slots.lowerBound), values: values)
    }
}
