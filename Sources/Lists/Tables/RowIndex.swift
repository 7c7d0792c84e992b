/// Finds the row of a code. Of rows with the same code it knows the first.
///
/// An open-addressing table: 32 bits of the hash, then the row and one.
struct RowIndex: Sendable {
    private var slots: [UInt64]
    private let mask: Int
    private let slices: [TextSlice]

    /// - Parameter duplicate: Told of each row whose code another has, with the first that has it.
    init(_ table: Table, _ slices: [TextSlice], duplicate: (_ row: Int, _ first: Int) -> Void = { _, _ in }) {
        var size = 16
        while size < slices.count * 2 { size *= 2 }
        let mask = size - 1
        self.mask = mask
        self.slices = slices
        slots = [UInt64](repeating: 0, count: size)
        slots.withUnsafeMutableBufferPointer { slots in
            table.bytes.withUnsafeBufferPointer { bytes in
                guard let base = bytes.baseAddress else { return }
                for (row, slice) in slices.enumerated() where slice.count > 0 {
                    let place = base + Int(slice.start)
                    let hash = Self.hash(place, Int(slice.count))
                    var slot = Int(hash) & mask
                    var isNew = true
                    while slots[slot] != 0 {
                        let entry = slots[slot]
                        let first = Int(truncatingIfNeeded: entry & 0xFFFF_FFFF) &- 1
                        if entry &>> 32 == UInt64(hash), Self.equal(base, slices[first], place, Int(slice.count)) {
                            duplicate(row, first)
                            isNew = false
                            break
                        }
                        slot = (slot &+ 1) & mask
                    }
                    if isNew { slots[slot] = UInt64(hash) &<< 32 | UInt64(row &+ 1) }
                }
            }
        }
    }

    @inline(__always) private static func hash(_ place: UnsafePointer<UInt8>, _ count: Int) -> UInt32 {
        if count >= 8 { return UInt32(truncatingIfNeeded: ByteTable.hash(place, count)) }
        return UInt32(truncatingIfNeeded: ByteTable.mix(Word.load(place, count: count) ^ UInt64(count)) &>> 8)
    }

    @inline(__always) static func equal(
        _ base: UnsafePointer<UInt8>, _ slice: TextSlice, _ place: UnsafePointer<UInt8>, _ count: Int
    ) -> Bool {
        guard Int(slice.count) == count else { return false }
        return same(base + Int(slice.start), place, count)
    }

    @inline(__always) static func same(_ left: UnsafePointer<UInt8>, _ right: UnsafePointer<UInt8>, _ count: Int) -> Bool {
        if count >= 8 {
            var index = 0
            while index &+ 8 < count {
                if Word.load(left + index) != Word.load(right + index) { return false }
                index &+= 8
            }
            return Word.load(left + (count &- 8)) == Word.load(right + (count &- 8))
        }
        for index in 0..<count where left[index] != right[index] { return false }
        return true
    }

    /// The first row with a code, -1 where none has it.
    ///
    /// - Parameters:
    ///   - base: The bytes of the table that the index is of.
    @inline(__always) func row(
        _ place: UnsafePointer<UInt8>, _ count: Int, in base: UnsafePointer<UInt8>
    ) -> Int {
        guard count > 0 else { return -1 }
        let hash = Self.hash(place, count)
        return slots.withUnsafeBufferPointer { slots in
            var slot = Int(hash) & mask
            while slots[slot] != 0 {
                let entry = slots[slot]
                let row = Int(truncatingIfNeeded: entry & 0xFFFF_FFFF) &- 1
                if entry &>> 32 == UInt64(hash), Self.equal(base, slices[row], place, count) { return row }
                slot = (slot &+ 1) & mask
            }
            return -1
        }
    }

    func row(_ code: String, in table: Table) -> Int? {
        let code = Array(code.utf8)
        let found = code.withUnsafeBufferPointer { code -> Int in
            table.bytes.withUnsafeBufferPointer { bytes in
                guard let place = code.baseAddress, let base = bytes.baseAddress else { return -1 }
                return self.row(place, code.count, in: base)
            }
        }
        return found < 0 ? nil : found
    }
}
