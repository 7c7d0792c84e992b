/// Pieces of a row that many rows share, each made once and found again by a key.
struct PieceStore: ~Copyable {
    private(set) var bytes = ByteBuffer(capacity: 1 << 14)
    private var slots = [Int32](repeating: -1, count: 1 << 10)
    private var keys: [UInt64] = []
    private var pieces: [Piece] = []

    /// Beyond this many the pieces are not kept.
    private static let maximum = 1 << 18

    init() {}

    @inline(__always) func find(_ key: UInt64) -> Piece? {
        slots.withUnsafeBufferPointer { slots in
            var slot = Self.place(key, slots.count)
            while slots[slot] >= 0 {
                let index = Int(slots[slot])
                if keys[index] == key { return pieces[index] }
                slot = (slot &+ 1) & (slots.count &- 1)
            }
            return nil
        }
    }

    /// Keeps a piece under a key that it does not have yet.
    mutating func add(_ key: UInt64, _ piece: [UInt8]) {
        guard keys.count < Self.maximum, bytes.count + piece.count < Int(UInt32.max) else { return }
        if keys.count * 2 >= slots.count { grow() }
        var slot = Self.place(key, slots.count)
        while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
        slots[slot] = Int32(keys.count)
        keys.append(key)
        pieces.append(Piece(start: UInt32(bytes.count), count: UInt32(piece.count)))
        bytes.append(piece)
    }

    private mutating func grow() {
        slots = [Int32](repeating: -1, count: slots.count * 4)
        for (index, key) in keys.enumerated() {
            var slot = Self.place(key, slots.count)
            while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
            slots[slot] = Int32(index)
        }
    }

    @inline(__always) private static func place(_ key: UInt64, _ size: Int) -> Int {
        Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) &>> 32) & (size &- 1)
    }
}
