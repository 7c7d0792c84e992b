/// The latest received values of one station, slot by slot.
public struct StationSeries: Sendable {
    /// The slot of the first element, hours since 1970-01-01T00:00Z.
    public private(set) var origin: Int
    public private(set) var values: ContiguousArray<PollutantValues>

    public init() {
        origin = 0
        values = []
    }

    /// The slots held, from the first to the last that was ever set.
    public var slots: Range<Int> { origin..<origin + values.count }

    @inlinable public subscript(slot: Int) -> PollutantValues {
        let index = slot - origin
        return index >= 0 && index < values.count ? values[index] : PollutantValues()
    }

    /// Takes a row's values: what it has replaces, what it lacks erases nothing (semantics §2).
    ///
    /// - Returns: Whether anything changed.
    @discardableResult
    public mutating func merge(_ new: PollutantValues, at slot: Int) -> Bool {
        extend(to: slot)
        let before = values[slot - origin]
        let merged = new.filled(from: before)
        guard merged != before else { return false }
        values[slot - origin] = merged
        return true
    }

    /// Takes rows of this station, in their order.
    ///
    /// - Returns: The smallest range that holds every slot whose values changed, nil if none did.
    public mutating func merge(_ rows: Slice<UnsafeBufferPointer<ObservationRow>>) -> Range<Int>? {
        var low = Int32.max
        var high = Int32.min
        for row in rows {
            low = min(low, row.slot)
            high = max(high, row.slot)
        }
        guard low <= high else { return nil }
        extend(to: Int(low))
        extend(to: Int(high))
        var first = Int.max
        var last = Int.min
        let origin = origin
        values.withUnsafeMutableBufferPointer { values in
            for row in rows {
                let slot = Int(row.slot)
                let before = values[slot - origin]
                let merged = row.values.filled(from: before)
                guard merged != before else { continue }
                values[slot - origin] = merged
                first = min(first, slot)
                last = max(last, slot)
            }
        }
        return first <= last ? first..<last + 1 : nil
    }

    /// Takes back a value.
    ///
    /// - Returns: Whether there was one.
    @discardableResult
    public mutating func withdraw(_ pollutant: Pollutant, at slot: Int) -> Bool {
        guard slots.contains(slot), values[slot - origin][pollutant] != PollutantValues.missing else { return false }
        values[slot - origin][pollutant] = PollutantValues.missing
        return true
    }

    /// Forgets the slots before one.
    public mutating func forget(before slot: Int) {
        guard slot > origin else { return }
        values.removeFirst(min(values.count, slot - origin))
        origin = slot
    }

    /// Makes room for a slot without setting it.
    public mutating func extend(to slot: Int) {
        if values.isEmpty {
            origin = slot
            values.append(PollutantValues())
        } else if slot < origin {
            values.insert(contentsOf: repeatElement(PollutantValues(), count: origin - slot), at: 0)
            origin = slot
        } else if slot >= origin + values.count {
            values.append(contentsOf: repeatElement(PollutantValues(), count: slot - origin - values.count + 1))
        }
    }
}
