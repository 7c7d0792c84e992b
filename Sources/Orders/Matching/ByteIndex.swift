/// Texts as bytes with a number each, found without making a string of what is looked for.
struct ByteIndex: Sendable {
    /// Places in the arrays below, -1 where free.
    private var slots: [Int32]
    private var hashes: [UInt64] = []
    private var starts: [Int] = [0]
    private var bytes: [UInt8] = []
    private var values: [Int32] = []

    init(minimumCapacity: Int) {
        var size = 16
        while size < minimumCapacity * 2 { size *= 2 }
        slots = [Int32](repeating: -1, count: size)
    }

    var isEmpty: Bool { hashes.isEmpty }

    /// Adds a text unless it is there.
    mutating func insert(_ key: [UInt8], _ value: Int32) {
        if slots.count < (hashes.count + 1) * 2 { grow() }
        let hash = key.withUnsafeBufferPointer { Self.hash($0) }
        var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
        while slots[slot] >= 0 {
            let index = Int(slots[slot])
            if hashes[index] == hash, key.withUnsafeBufferPointer({ isKey(index, $0) }) { return }
            slot = (slot + 1) & (slots.count - 1)
        }
        slots[slot] = Int32(hashes.count)
        hashes.append(hash)
        bytes += key
        starts.append(bytes.count)
        values.append(value)
    }

    /// The number of a text, -1 where it has none.
    @inline(__always) func find(_ text: UnsafeBufferPointer<UInt8>) -> Int32 {
        let hash = Self.hash(text)
        return slots.withUnsafeBufferPointer { slots in
            var slot = Int(truncatingIfNeeded: hash) & (slots.count &- 1)
            while slots[slot] >= 0 {
                let index = Int(slots[slot])
                if hashes[index] == hash, isKey(index, text) { return values[index] }
                slot = (slot &+ 1) & (slots.count &- 1)
            }
            return -1
        }
    }

    private func isKey(_ index: Int, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
        bytes[starts[index]..<starts[index + 1]].elementsEqual(text)
    }

    func find(_ text: String) -> Int32 { Array(text.utf8).withUnsafeBufferPointer { find($0) } }

    private mutating func grow() {
        slots = [Int32](repeating: -1, count: slots.count * 2)
        for (index, hash) in hashes.enumerated() {
            var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
            while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
            slots[slot] = Int32(index)
        }
    }

    /// Words of eight bytes, mixed by multiplication.
    @inline(__always) private static func hash(_ text: UnsafeBufferPointer<UInt8>) -> UInt64 {
        var hash = UInt64(text.count) &* 0x9E37_79B9_7F4A_7C15
        let raw = UnsafeRawBufferPointer(text)
        var offset = 0
        while offset + 8 <= raw.count {
            hash = mix(hash ^ raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
            offset += 8
        }
        var rest: UInt64 = 0
        while offset < raw.count {
            rest = rest << 8 | UInt64(raw[offset])
            offset += 1
        }
        return mix(hash ^ rest)
    }

    @inline(__always) private static func mix(_ value: UInt64) -> UInt64 {
        let (high, low) = value.multipliedFullWidth(by: 0xD6E8_FEB8_6659_FD93)
        return high ^ low
    }
}
