/// Whether bytes are UTF-8 (Unicode 15, table 3-7).
enum UTF8Check {
    /// The place of the first byte that is not, nil where all are.
    static func firstInvalid(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
        guard let base = bytes.baseAddress else { return nil }
        var position = 0
        let end = bytes.count
        while position < end {
            if end - position >= 8, Word.load(base + position) & Word.highBits == 0 {
                position += 8
                continue
            }
            let length = length(base + position, end - position)
            guard length > 0 else { return position }
            position += length
        }
        return nil
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
