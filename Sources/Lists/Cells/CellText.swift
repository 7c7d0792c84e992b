/// The value of a cell as it lies in the text: quotes taken off, blanks around it left out.
///
/// Blanks are the space, the tab, the line break, the no-break space and the ideographic space.
struct CellText {
    let base: UnsafePointer<UInt8>
    var start: Int
    var count: Int
    /// Whether quotes within it are doubled.
    var isEscaped = false

    init(_ base: UnsafePointer<UInt8>, start: Int, count: Int) {
        self.base = base
        self.start = start
        self.count = count
        if count >= 2, base[start] == 0x22, base[start + count - 1] == 0x22 {
            self.start += 1
            self.count -= 2
            isEscaped = (self.start..<self.start + self.count).contains { base[$0] == 0x22 }
        }
        trim()
    }

    /// Whether a cell may be other than it stands there: it begins with a quote, or begins or ends with what may be a blank.
    @inline(__always) static func isUnusual(_ first: UInt8, _ last: UInt8) -> Bool {
        first <= 0x22 || first == 0xE3 || first == 0xC2 || last <= 0x20 || last == 0x80 || last == 0xA0
    }

    private mutating func trim() {
        while let length = Self.blank(base + start, count) {
            start += length
            count -= length
        }
        while count > 0 {
            if Self.blank(base + start + count - 1, 1) != nil {
                count -= 1
            } else if count > 1, Self.blank(base + start + count - 2, 2) == 2 {
                count -= 2
            } else if count > 2, Self.blank(base + start + count - 3, 3) == 3 {
                count -= 3
            } else {
                return
            }
        }
    }

    /// The length of the blank at a place with so many bytes to go.
    static func blank(_ place: UnsafePointer<UInt8>, _ left: Int) -> Int? {
        guard left > 0 else { return nil }
        switch place[0] {
        case 0x20, 0x09, 0x0A, 0x0D: return 1
        case 0xC2: return left > 1 && place[1] == 0xA0 ? 2 : nil
        case 0xE3: return left > 2 && place[1] == 0x80 && place[2] == 0x80 ? 3 : nil
        default: return nil
        }
    }

    var bytes: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: base + start, count: count) }

    /// Its bytes with doubled quotes made single.
    var unescaped: [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(count)
        var index = start
        while index < start + count {
            result.append(base[index])
            index += base[index] == 0x22 && index + 1 < start + count && base[index + 1] == 0x22 ? 2 : 1
        }
        return result
    }

    var string: String { isEscaped ? String(decoding: unescaped, as: UTF8.self) : String(decoding: bytes, as: UTF8.self) }
}
