/// Numbers of the list: digits with at most four decimals, exact in millionths.
public enum NumberCell {
    /// What a blank cell reads as.
    public static let blank: Int64 = -1
    /// What ``fast(_:count:isReadable:)`` gives for all that it does not read.
    static let other: Int64 = -2

    public enum Problem: Hashable, Sendable { case negative, decimals, separator, wide, exponent, percentSign, notNumber }

    /// A cell of at most eight bytes, nothing but digits and perhaps a point between them.
    @inline(__always) static func fast(_ place: UnsafePointer<UInt8>, count: Int, isReadable: Bool) -> Int64 {
        if count == 0 { return blank }
        guard count <= 8, isReadable else { return other }
        let shift = UInt64(64 &- 8 &* count)
        let text = Word.load(place) &<< shift | Word.zeros & ~(~0 &<< shift)
        let points = Word.matches(text, Word.points)
        if points == 0 {
            let digits = text ^ Word.zeros
            return Word.firstNonDigit(digits) == 0 ? Word.number(digits) &* 1_000_000 : other
        }
        // The point is taken out: the digits before it move up by one byte.
        let bit = UInt64(points.trailingZeroBitCount &- 7)
        let before = (1 &<< bit) &- 1
        let digits = ((text & before) &<< 8 | text & ~(before &<< 8 | 0xFF) | 0x30) ^ Word.zeros
        let decimals = 7 &- Int(bit &>> 3)
        guard Word.firstNonDigit(digits) == 0, (1...4).contains(decimals), decimals &+ 1 < count else { return other }
        return Word.number(digits) &* SIMD4<Int64>(100_000, 10_000, 1000, 100)[decimals &- 1]
    }

    /// Any cell, blanks and quotes taken off; ``blank`` where nothing is left.
    public static func read(_ bytes: some Collection<UInt8>) -> Result<Int64, ProblemError> {
        if bytes.isEmpty { return .success(blank) }
        var whole: Int64 = 0
        var digits = 0
        var decimals: Int?
        for byte in bytes {
            switch byte {
            case 0x30...0x39:
                digits += 1
                guard digits <= 18 else { return .failure(ProblemError(.wide)) }
                if let count = decimals { decimals = count + 1 }
                whole = whole * 10 + Int64(byte - 0x30)
            case 0x2E where decimals == nil && digits > 0: decimals = 0
            default: return .failure(ProblemError(problem(bytes)))
            }
        }
        guard digits > 0, decimals != 0 else { return .failure(ProblemError(.notNumber)) }
        guard decimals ?? 0 <= 4 else { return .failure(ProblemError(.decimals)) }
        var scale: Int64 = 1
        for _ in (decimals ?? 0)..<6 { scale *= 10 }
        let (value, isTooLarge) = whole.multipliedReportingOverflow(by: scale)
        return isTooLarge ? .failure(ProblemError(.wide)) : .success(value)
    }

    public struct ProblemError: Error {
        public var problem: Problem

        init(_ problem: Problem) { self.problem = problem }
    }

    private static func problem(_ bytes: some Collection<UInt8>) -> Problem {
        let text = String(decoding: bytes.prefix(64), as: UTF8.self)
        let hasDigit = text.utf8.contains { (0x30...0x39).contains($0) }
        if hasDigit, text.hasPrefix("-") || text.hasPrefix("−") || text.hasPrefix("－") { return .negative }
        if hasDigit, text.hasSuffix("%") || text.hasSuffix("％") { return .percentSign }
        if hasDigit, text.allSatisfy({ $0.isASCII && $0.isNumber || ",， .".contains($0) }) { return .separator }
        if hasDigit, text.contains("e") || text.contains("E"), Double(text) != nil { return .exponent }
        return .notNumber
    }
}
