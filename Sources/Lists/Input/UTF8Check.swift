/// Whether bytes are UTF-8 (Unicode 15, table 3-7).
enum UTF8Check {
    /// The place of the first byte that is not, nil where all are.
    static func firstInvalid(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
        guard let base = bytes.baseAddress else { return nil }
        let end = bytes.count
        var position = 0
        while position < end {
            // A block looks back at three bytes, and not ahead: the first ones, and what ends the text, are read one by one.
            if position >= 3, end - position > block, isPlain(base + position) {
                position += block
                continue
            }
            var place = lead(base, before: position)
            let stop = min(end, position + block)
            while place < stop {
                if base[place] < 0x80 {
                    place += 1
                    continue
                }
                let length = length(base + place, end - place)
                guard length > 0 else { return place }
                place += length
            }
            position = place
        }
        return nil
    }

    /// Where the last character before a place begins, whose bytes may reach into the block there, or ought to; the place itself
    /// where none begins in the three bytes before it.
    private static func lead(_ base: UnsafePointer<UInt8>, before position: Int) -> Int {
        var place = position - 1
        while place >= 0, position - place < 3, base[place] & 0xC0 == 0x80 { place -= 1 }
        return place >= 0 && base[place] >= 0xC0 ? place : position
    }

    static func isValid(_ bytes: ArraySlice<UInt8>) -> Bool { bytes.withUnsafeBufferPointer { firstInvalid($0) == nil } }

    private static let block = 64

    /// Whether a block is valid after the bytes before it; false where a rare lead needs a closer look.
    ///
    /// A byte must be a continuation exactly where the one before leads two or more, the second before three or more, or the
    /// third before four. Bits of each byte are looked at in its high one. Without a branch, so that the compiler takes several
    /// words at once.
    @inline(__always) private static func isPlain(_ place: UnsafePointer<UInt8>) -> Bool {
        var wrong: UInt64 = 0
        for index in 0..<block / 8 {
            let place = place + 8 &* index
            let word = Word.load(place)
            let (bit6, bit5, bit4, bit3) = (word &<< 1, word &<< 2, word &<< 3, word &<< 4)
            let (bit2, bit1, bit0) = (word &<< 5, word &<< 6, word &<< 7)
            let lead = word & bit6
            let lead3 = lead & bit5
            // C0 and C1 lead nothing; E0, ED and all from F0 on restrict the byte after them.
            let isRare =
                lead & ~(bit5 | bit4 | bit3 | bit2 | bit1) | lead3 & bit4 | lead3 & ~(bit3 ^ bit2) & ~bit1 & ~(bit3 ^ bit0)
            let last = Word.load(place - 1)
            let second = Word.load(place - 2)
            let third = Word.load(place - 3)
            let isDemanded =
                last & last &<< 1 | second & second &<< 1 & second &<< 2 | third & third &<< 1 & third &<< 2 & third &<< 3
            wrong |= isDemanded ^ (word & ~bit6) | isRare
        }
        return wrong & Word.highBits == 0
    }

    /// The bytes of the character that begins here, 0 where none does.
    @inline(__always) private static func length(_ place: UnsafePointer<UInt8>, _ left: Int) -> Int {
        @inline(__always) func follows(_ index: Int) -> Bool { place[index] & 0xC0 == 0x80 }
        let lead = place[0]
        if lead < 0x80 { return 1 }
        switch lead {
        case 0xC2...0xDF: return left > 1 && follows(1) ? 2 : 0
        case 0xE0...0xEF:
            guard left > 2, follows(1), follows(2) else { return 0 }
            return (lead == 0xE0 && place[1] < 0xA0) || (lead == 0xED && place[1] > 0x9F) ? 0 : 3
        case 0xF0...0xF4:
            guard left > 3, follows(1), follows(2), follows(3) else { return 0 }
            return (lead == 0xF0 && place[1] < 0x90) || (lead == 0xF4 && place[1] > 0x8F) ? 0 : 4
        default: return 0
        }
    }
}
