/// Hourly values of the six pollutants over a window of slots.
///
/// What lies outside the window is missing.
public struct HourlySeries: Sendable {
    public let slots: Range<Int>
    /// Thousandths, one pollutant after the other.
    private var values: ContiguousArray<Int32>

    /// All missing.
    public init(slots: Range<Int>) {
        self.slots = slots
        values = ContiguousArray(repeating: PollutantValues.missing, count: slots.count * Pollutant.allCases.count)
    }

    public init(origin: Int, values: ContiguousArray<PollutantValues>) {
        self.init(slots: origin..<origin + values.count)
        _ = replace(from: origin, with: values)
    }

    private func place(_ pollutant: Pollutant, _ slot: Int) -> Int {
        Int(pollutant.rawValue) * slots.count + slot - slots.lowerBound
    }

    /// The value in thousandths, or missing.
    public func value(_ pollutant: Pollutant, at slot: Int) -> Int32 {
        slots.contains(slot) ? values[place(pollutant, slot)] : PollutantValues.missing
    }

    public func values(at slot: Int) -> PollutantValues {
        PollutantValues { value($0, at: slot) }
    }

    /// Replaces the values of consecutive slots, which must lie in the window; others are ignored.
    ///
    /// - Returns: The smallest range that holds every slot whose values changed.
    public mutating func replace(from start: Int, with new: ContiguousArray<PollutantValues>) -> Range<Int>? {
        let inside = (start..<start + new.count).clamped(to: slots)
        var first = Int.max
        var last = Int.min
        for pollutant in Pollutant.allCases {
            var place = place(pollutant, inside.lowerBound)
            for slot in inside {
                let value = new[slot - start][pollutant]
                if values[place] != value {
                    values[place] = value
                    first = min(first, slot)
                    last = max(last, slot)
                }
                place += 1
            }
        }
        return first <= last ? first..<last + 1 : nil
    }

    /// Sum in thousandths and count of the known values of a range of slots.
    public func total(_ pollutant: Pollutant, over range: Range<Int>) -> (sum: Int64, count: Int) {
        let inside = range.clamped(to: slots)
        let start = place(pollutant, inside.lowerBound)
        return values.withUnsafeBufferPointer { values in
            // A missing value is -1: it takes one from the sum, and its sign bits one from the count.
            var sum: Int64 = 0
            var count = Int64(inside.count)
            for value in UnsafeBufferPointer(rebasing: values[start..<start + inside.count]) {
                sum &+= Int64(value)
                count &+= Int64(value &>> 31)
            }
            return (sum &+ Int64(inside.count) &- count, Int(count))
        }
    }

    /// The values of the block that starts at a slot.
    func block(_ pollutant: Pollutant, from start: Int) -> InlineArray<24, Int32> {
        guard start >= slots.lowerBound, start + 24 <= slots.upperBound else {
            return InlineArray { value(pollutant, at: start + $0) }
        }
        let place = place(pollutant, start)
        return values.withUnsafeBufferPointer { values in InlineArray { values[place + $0] } }
    }
}
