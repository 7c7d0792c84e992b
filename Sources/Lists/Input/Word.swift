/// Eight bytes looked at together.
enum Word {
    static let highBits: UInt64 = 0x8080_8080_8080_8080
    static let lineFeeds: UInt64 = 0x0A0A_0A0A_0A0A_0A0A
    static let commas: UInt64 = 0x2C2C_2C2C_2C2C_2C2C
    static let quotes: UInt64 = 0x2222_2222_2222_2222
    static let points: UInt64 = 0x2E2E_2E2E_2E2E_2E2E
    static let zeros: UInt64 = 0x3030_3030_3030_3030

    /// The high bit of every byte that equals the pattern's.
    @inline(__always) static func matches(_ word: UInt64, _ pattern: UInt64) -> UInt64 {
        let difference = word ^ pattern
        let low: UInt64 = 0x7F7F_7F7F_7F7F_7F7F
        return ~(((difference & low) &+ low) | difference | low)
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

    /// Eight bytes from a place, the first in the lowest byte.
    @inline(__always) static func load(_ place: UnsafePointer<UInt8>) -> UInt64 {
        UInt64(littleEndian: UnsafeRawPointer(place).loadUnaligned(as: UInt64.self))
    }

    /// Fewer than eight bytes, the rest 0.
    @inline(__always) static func load(_ place: UnsafePointer<UInt8>, count: Int) -> UInt64 {
        var word: UInt64 = 0
        for index in 0..<count { word |= UInt64(place[index]) &<< UInt64(8 * index) }
        return word
    }

    /// The lowest `count` bytes of a word, 1 to 8.
    @inline(__always) static func low(_ word: UInt64, _ count: Int) -> UInt64 {
        word & (~0 &>> UInt64(64 - 8 * count))
    }
}
