/// Pieces of text, each with a number: as it is written in a file, so that each spelling of a name is judged once.
///
/// An open-addressing table over copies of the bytes. Owns its memory; used by one thread.
final class ByteTable {
    private struct Entry {
        var hash: UInt32
        var count: UInt32
        var start: Int
        var value: Int32
    }

    private var slots: UnsafeMutablePointer<Int32>
    private var mask: Int
    private var entries: [Entry] = []
    private var text: [UInt8] = []

    init() {
        slots = .allocate(capacity: 256)
        slots.initialize(repeating: -1, count: 256)
        mask = 255
    }

    deinit { slots.deallocate() }

    /// The number of a text, made by `judge` where it is new.
    @inline(__always) func value(
        _ place: UnsafePointer<UInt8>, count: Int, isReadable: Bool, judge: () -> Int32
    ) -> Int32 {
        let hash = Self.hash(place, count, isReadable)
        var slot = Int(hash) & mask
        while true {
            let index = Int(slots[slot])
            if index < 0 { break }
            let entry = entries[index]
            if entry.hash == hash, Int(entry.count) == count, equals(entry.start, place, count) { return entry.value }
            slot = (slot &+ 1) & mask
        }
        let value = judge()
        insert(Entry(hash: hash, count: UInt32(count), start: text.count, value: value), place)
        return value
    }

    @inline(__always) private func equals(_ start: Int, _ place: UnsafePointer<UInt8>, _ count: Int) -> Bool {
        text.withUnsafeBufferPointer { text in
            for index in 0..<count where text[start &+ index] != place[index] { return false }
            return true
        }
    }

    private func insert(_ entry: Entry, _ place: UnsafePointer<UInt8>) {
        text.append(contentsOf: UnsafeBufferPointer(start: place, count: Int(entry.count)))
        entries.append(entry)
        if entries.count * 2 > mask { grow() }
        link(entries.count - 1)
    }

    private func link(_ index: Int) {
        var slot = Int(entries[index].hash) & mask
        while slots[slot] >= 0 { slot = (slot &+ 1) & mask }
        slots[slot] = Int32(index)
    }

    private func grow() {
        slots.deallocate()
        mask = mask * 4 + 3
        slots = .allocate(capacity: mask + 1)
        slots.initialize(repeating: -1, count: mask + 1)
        for index in 0..<entries.count - 1 { link(index) }
    }

    /// - Parameter isReadable: Whether eight bytes may be read from the place.
    @inline(__always) static func hash(_ place: UnsafePointer<UInt8>, _ count: Int, _ isReadable: Bool) -> UInt32 {
        var hash = UInt64(truncatingIfNeeded: count)
        if count >= 8 {
            var index = 0
            while index &+ 8 < count {
                hash = mix(hash ^ Word.load(place + index))
                index &+= 8
            }
            hash = mix(hash ^ Word.load(place + (count &- 8)))
        } else if count > 0 {
            let word = isReadable ? Word.low(Word.load(place), count) : Word.load(place, count: count)
            hash = mix(hash ^ word)
        }
        return UInt32(truncatingIfNeeded: hash)
    }

    @inline(__always) private static func mix(_ value: UInt64) -> UInt64 {
        let product = value &* 0x9E37_79B9_7F4A_7C15
        return product ^ (product &>> 32)
    }
}
