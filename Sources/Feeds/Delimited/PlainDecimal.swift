/// The short way through numbers such as `182`, `12.5` or `0.375`; it agrees with ``AirQuality/ScaledDecimal`` wherever it
/// answers.
extension ByteCursor {
    /// Steps over at most seven digits, perhaps a point and at most three more, up to a separator or line feed, and gives
    /// the number times 10^places (0 or 3); -1, and stays, for anything else.
    @inline(__always) mutating func plainDecimal(places: Int) -> Int64 {
        let start = word(at: position)
        let digits = start ^ 0x3030_3030_3030_3030
        let other = Word.firstNonDigit(digits)
        let bits = UInt64(truncatingIfNeeded: other.trailingZeroBitCount) & 0x78
        guard other != 0, bits != 0 else { return -1 }
        let whole = Word.number(digits &<< (64 &- bits))
        let length = Int(truncatingIfNeeded: bits &>> 3)
        let after = UInt8(truncatingIfNeeded: start &>> bits)
        if after == Byte.comma || after == Byte.lineFeed {
            rewind(to: position + length)
            return places == 0 ? whole : whole &* 1000
        }
        guard after == Byte.point, places == 3 else { return -1 }
        return fraction(of: whole, from: position + length + 1)
    }

    @inline(__always) private mutating func fraction(of whole: Int64, from place: UnsafePointer<UInt8>) -> Int64 {
        let start = word(at: place)
        let digits = start ^ 0x3030_3030_3030_3030
        let other = Word.firstNonDigit(digits)
        let bits = UInt64(truncatingIfNeeded: other.trailingZeroBitCount) & 0x78
        guard other != 0, bits != 0, bits <= 24 else { return -1 }
        let after = UInt8(truncatingIfNeeded: start &>> bits)
        guard after == Byte.comma || after == Byte.lineFeed else { return -1 }
        let written = Word.number(digits &<< (64 &- bits))
        rewind(to: place + Int(truncatingIfNeeded: bits &>> 3))
        let scale: Int64 = bits == 8 ? 100 : bits == 16 ? 10 : 1
        return whole &* 1000 &+ written &* scale
    }
}
