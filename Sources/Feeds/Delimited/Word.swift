/// Eight bytes looked at together.
enum Word {
    static let highBits: UInt64 = 0x8080_8080_8080_8080
    static let lineFeeds: UInt64 = 0x0A0A_0A0A_0A0A_0A0A
    static let commas: UInt64 = 0x2C2C_2C2C_2C2C_2C2C
    static let quotes: UInt64 = 0x2222_2222_2222_2222

    /// The high bit of every byte that equals the pattern's.
    @inline(__always) static func matches(_ word: UInt64, _ pattern: UInt64) -> UInt64 {
        let difference = word ^ pattern
        let low: UInt64 = 0x7F7F_7F7F_7F7F_7F7F
        return ~(((difference & low) &+ low) | difference | low)
    }

    /// The number of high bits set, given that no other bits are.
    @inline(__always) static func count(_ bits: UInt64) -> Int {
        Int(truncatingIfNeeded: ((bits &>> 7) &* 0x0101_0101_0101_0101) &>> 56)
    }

    /// The high bit of every byte up to which, itself included, the number of quotes is odd.
    @inline(__always) static func quoteParity(_ word: UInt64) -> UInt64 {
        var bits = matches(word, quotes)
        if bits == 0 { return 0 }
        bits ^= bits &<< 8
        bits ^= bits &<< 16
        bits ^= bits &<< 32
        return bits
    }

    /// The high bit of the first byte that is no decimal digit, and perhaps of some after it; 0 where all eight are digits.
    @inline(__always) static func firstNonDigit(_ digits: UInt64) -> UInt64 {
        ((digits &+ 0x7676_7676_7676_7676) | digits) & highBits
    }

    /// The number that eight digit values stand for, the first digit in the lowest byte.
    @inline(__always) static func number(_ digits: UInt64) -> Int64 {
        let pairs = ((digits &* 2561) &>> 8) & 0x00FF_00FF_00FF_00FF
        let fours = ((pairs &* 6_553_601) &>> 16) & 0x0000_FFFF_0000_FFFF
        return Int64(truncatingIfNeeded: (fours &* 42_949_672_960_001) &>> 32)
    }
}
