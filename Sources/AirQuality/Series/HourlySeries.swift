/// Hourly values of the six pollutants over a window of slots, with running sums so that any mean costs the same.
///
/// What lies outside the window is missing.
public struct HourlySeries: Sendable {
    public private(set) var slots: Range<Int>
    private var columns: [Column]

    /// One pollutant: the values in thousandths and, one longer, the sums and counts of the known ones before each slot.
    private struct Column: Sendable {
        var values: ContiguousArray<Int32> = []
        var sums: ContiguousArray<Int64> = [0]
        var counts: ContiguousArray<Int32> = [0]

        mutating func resum(from start: Int) {
            for index in start..<values.count {
                let value = values[index]
                let isKnown = value != PollutantValues.missing
                sums[index + 1] = sums[index] + (isKnown ? Int64(value) : 0)
                counts[index + 1] = counts[index] + (isKnown ? 1 : 0)
            }
        }
    }

    /// All missing.
    public init(slots: Range<Int>) {
        self.init(origin: slots.lowerBound, values: ContiguousArray(repeating: PollutantValues(), count: slots.count))
    }

    public init(origin: Int, values: ContiguousArray<PollutantValues>) {
        slots = origin..<origin + values.count
        columns = Pollutant.allCases.map { pollutant in
            var column = Column()
            column.values = ContiguousArray(values.map { $0[pollutant] })
            column.sums = ContiguousArray(repeating: 0, count: values.count + 1)
            column.counts = ContiguousArray(repeating: 0, count: values.count + 1)
            column.resum(from: 0)
            return column
        }
    }

    /// The value in thousandths, or missing.
    public func value(_ pollutant: Pollutant, at slot: Int) -> Int32 {
        slots.contains(slot) ? columns[Int(pollutant.rawValue)].values[slot - slots.lowerBound] : PollutantValues.missing
    }

    public func values(at slot: Int) -> PollutantValues {
        var result = PollutantValues()
        for pollutant in Pollutant.allCases { result[pollutant] = value(pollutant, at: slot) }
        return result
    }

    /// Replaces the values of consecutive slots, which must lie in the window; others are ignored.
    ///
    /// - Returns: The smallest range that holds every slot whose values changed.
    public mutating func replace(from start: Int, with new: some RandomAccessCollection<PollutantValues>) -> Range<Int>? {
        var first: Int?
        var last = start
        for (slot, value) in zip(start..., new) where slots.contains(slot) && values(at: slot) != value {
            for pollutant in Pollutant.allCases {
                columns[Int(pollutant.rawValue)].values[slot - slots.lowerBound] = value[pollutant]
            }
            first = first ?? slot
            last = slot
        }
        guard let first else { return nil }
        for index in columns.indices { columns[index].resum(from: first - slots.lowerBound) }
        return first..<last + 1
    }

    /// Widens the window at its end; the new slots are missing.
    public mutating func extend(to end: Int) {
        let added = end - slots.upperBound
        guard added > 0 else { return }
        for index in columns.indices {
            columns[index].values.append(contentsOf: repeatElement(PollutantValues.missing, count: added))
            if let sum = columns[index].sums.last, let count = columns[index].counts.last {
                columns[index].sums.append(contentsOf: repeatElement(sum, count: added))
                columns[index].counts.append(contentsOf: repeatElement(count, count: added))
            }
        }
        slots = slots.lowerBound..<end
    }

    /// Sum in thousandths and count of the known values of a range of slots.
    public func total(_ pollutant: Pollutant, over range: Range<Int>) -> (sum: Int64, count: Int) {
        let inside = range.clamped(to: slots)
        guard !inside.isEmpty else { return (0, 0) }
        let low = inside.lowerBound - slots.lowerBound
        let high = inside.upperBound - slots.lowerBound
        let column = columns[Int(pollutant.rawValue)]
        return (column.sums[high] - column.sums[low], Int(column.counts[high] - column.counts[low]))
    }
}
