public import AirQuality

extension PlanTest {
    /// The instant at which the test begins: the one at which the given warning was decided; without one the start of the first
    /// recorded slot, at the latest 24 h before the first expectation.
    public var begin: HourSlot {
        var begin = (expectations.map(\.at).min() ?? HourSlot(0)) - 24
        for given in givens {
            switch given {
            case .warning(_, let since?): return since
            case .series(let series) where series.source != .forecast: begin = min(begin, series.from)
            default: break
            }
        }
        return begin
    }

    /// The last instant at which something is expected.
    public var end: HourSlot { expectations.map(\.at).max() ?? begin }

    /// Hours from the first thing that the test speaks of to the last.
    public var hours: Int {
        var first = begin
        var last = end
        for case .series(let series) in givens {
            first = min(first, series.slots.lowerBound)
            last = max(last, series.slots.upperBound)
        }
        return last - first
    }
}
