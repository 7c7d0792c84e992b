/// Pieces of text, each with a number: as it is written in a file, so that each spelling is judged once.
///
/// An open-addressing table. Up to sixteen bytes, a text is its first and last eight, and nothing else is looked at; of longer
/// ones the bytes are kept. Owns its memory; used by one thread.
final class ByteTable {
    private struct Entry {
        var first: UInt64
        var last: UInt64
        /// -1 where the slot is empty.
        var count: Int32
        var value: Int32
        /// Where the bytes of a longer text are kept.
        var start: Int
    }

    private var slots: UnsafeMutablePointer<Entry>
    private var mask: Int
    private var used = 0
    private var text: UnsafeMutablePointer<UInt8>
    private var textCount = 0
    private var textCapacity = 256

    init() {
        mask = 63
        slots = Self.emptySlots(64)
        text = .allocate(capacity: textCapacity)
    }

    deinit {
        slots.deallocate()
        text.deallocate()
    }

    private static func emptySlots(_ count: Int) -> UnsafeMutablePointer<Entry> {
        let slots = UnsafeMutablePointer<Entry>.allocate(capacity: count)
        slots.initialize(repeating: Entry(first: 0, last: 0, count: -1, value: 0, start: 0), count: count)
        return slots
    }

    /// Numbers of texts, written one after the other to `out`.
    ///
    /// - Parameters:
    ///   - cell: Where the text of a row lies, and whether eight bytes may be read from there.
    ///   - judge: Makes the number of a text that is new.
    @inline(__always) func values(
        count rows: Int, cell: (Int) -> (place: UnsafePointer<UInt8>, count: Int, isReadable: Bool),
        judge: (Int) -> Int32, out: (Int, Int32) -> Void
    ) {
        var slots = self.slots
        var mask = self.mask
        for row in 0..<rows {
            let (place, count, isReadable) = cell(row)
            let (first, last) = Self.words(place, count, isReadable)
            let hash = count <= 16 ? Self.hash(first, last, count) : Self.hash(place, count)
            var slot = hash & mask
            var value: Int32?
            while slots[slot].count >= 0 {
                if slots[slot].first == first, slots[slot].last == last, Int(slots[slot].count) == count,
                    count <= 16 || RowIndex.same(text + slots[slot].start, place, count)
                {
                    value = slots[slot].value
                    break
                }
                slot = (slot &+ 1) & mask
            }
            if let value {
                out(row, value)
                continue
            }
            let made = judge(row)
            insert(Entry(first: first, last: last, count: Int32(count), value: made, start: textCount), place)
            slots = self.slots
            mask = self.mask
            out(row, made)
        }
    }

    private func insert(_ entry: Entry, _ place: UnsafePointer<UInt8>) {
        let count = Int(entry.count)
        if count > 16 {
            if textCount + count > textCapacity { growText(count) }
            (text + textCount).update(from: place, count: count)
            textCount += count
        }
        used += 1
        if used * 2 > mask { grow() }
        link(entry)
    }

    private func link(_ entry: Entry) {
        let count = Int(entry.count)
        var slot = (count <= 16 ? Self.hash(entry.first, entry.last, count) : Self.hash(text + entry.start, count)) & mask
        while slots[slot].count >= 0 { slot = (slot &+ 1) & mask }
        slots[slot] = entry
    }

    private func grow() {
        let old = slots
        let size = mask + 1
        mask = size * 4 - 1
        slots = Self.emptySlots(size * 4)
        for slot in 0..<size where old[slot].count >= 0 { link(old[slot]) }
        old.deallocate()
    }

    private func growText(_ more: Int) {
        textCapacity = (textCapacity + more) * 2
        let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: textCapacity)
        larger.update(from: text, count: textCount)
        text.deallocate()
        text = larger
    }

    /// The first and the last eight bytes of a text; of a shorter one, its bytes and 0.
    @inline(__always) private static func words(
        _ place: UnsafePointer<UInt8>, _ count: Int, _ isReadable: Bool
    ) -> (UInt64, UInt64) {
        if count >= 8 { return (Word.load(place), Word.load(place + (count &- 8))) }
        if count == 0 { return (0, 0) }
        return (isReadable ? Word.low(Word.load(place), count) : Word.load(place, count: count), 0)
    }

    @inline(__always) private static func hash(_ first: UInt64, _ last: UInt64, _ count: Int) -> Int {
        Int(truncatingIfNeeded: mix(first ^ (last &* 0xC2B2_AE3D_27D4_EB4F) &+ UInt64(truncatingIfNeeded: count)) &>> 8)
    }

    /// The hash of at least eight bytes.
    @inline(__always) static func hash(_ place: UnsafePointer<UInt8>, _ count: Int) -> Int {
        var hash = UInt64(truncatingIfNeeded: count)
        var index = 0
        while index &+ 8 < count {
            hash = mix(hash ^ Word.load(place + index))
            index &+= 8
        }
        return Int(truncatingIfNeeded: mix(hash ^ Word.load(place + (count &- 8))) &>> 8)
    }

    @inline(__always) static func mix(_ value: UInt64) -> UInt64 {
        let product = value &* 0x9E37_79B9_7F4A_7C15
        return product ^ (product &>> 32)
    }
}
