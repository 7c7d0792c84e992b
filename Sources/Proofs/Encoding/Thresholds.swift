import AirQuality

/// The smallest sums of thousandths for which a reported value, or its sub-index, reaches a number. They are sought with the
/// functions that the engine itself computes with.
struct Thresholds: Sendable {
    private struct Key: Hashable, Sendable {
        var item: SubIndexItem
        var index: Int
        var edition: Edition
    }

    private var reported: [Key: Int?] = [:]

    /// The smallest value at reporting precision whose sub-index is at least a number; nil where none is.
    ///
    /// Sub-indices rise with the concentration wherever the edition computes them; where it does not, the value does not count.
    mutating func reported(_ item: SubIndexItem, atLeast index: Int, _ edition: Edition) -> Int? {
        let key = Key(item: item, index: index, edition: edition)
        if let known = reported[key] { return known }
        var found: Int?
        var last = 0
        for value in 0...Self.ceiling(item.pollutant) {
            guard let own = SubIndex.value(value, item: item, edition: edition) else { continue }
            assert(own >= last, "a sub-index falls with the concentration")
            last = own
            if own >= index {
                found = value
                break
            }
        }
        reported[key] = .some(found)
        return found
    }

    /// The largest value at reporting precision that an instrument can report.
    static func ceiling(_ pollutant: Pollutant) -> Int {
        ReportedValue.hourly(Ceilings.standard.values[pollutant], of: pollutant)
    }

    /// The smallest sum of thousandths over a count of slots whose mean reaches a value at reporting precision.
    static func sum(_ pollutant: Pollutant, over count: Int, reaching reported: Int) -> Int64 {
        if reported <= 0 { return 0 }
        var low: Int64 = 0
        var high = Int64(reported) * Int64(count) * ReportedValue.step(of: pollutant)
        while low < high {
            let middle = (low + high) / 2
            if ReportedValue.mean(middle, count, of: pollutant) >= reported { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
