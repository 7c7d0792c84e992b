/// A decimal number times a power of ten, read exactly from text and rounded half to even to an integer.
///
/// `ScaledDecimal("0.0125", places: 3)` is 12 (12.5 rounded to even), not exact, its floor 12.
public struct ScaledDecimal: Hashable, Sendable {
    /// The number times 10^places, rounded half to even.
    public let rounded: Int64
    /// The same rounded down.
    public let floor: Int64
    /// Whether rounding lost nothing.
    public let isExact: Bool

    /// Magnitudes beyond this are held at this: no quantity of the field comes near.
    @usableFromInline static let limit: Int64 = 1_000_000_000_000_000

    @inlinable init(rounded: Int64, floor: Int64, isExact: Bool) {
        self.rounded = rounded
        self.floor = floor
        self.isExact = isExact
    }

    public init?(_ text: some StringProtocol, places: Int) {
        var copy = String(text)
        guard let value = copy.withUTF8({ ScaledDecimal($0, places: places) }) else { return nil }
        self = value
    }

    /// Reads `[+-]digits[.digits][e[+-]digits]`; nil for anything else, blanks around it included.
    public init?(_ bytes: UnsafeBufferPointer<UInt8>, places: Int) {
        var index = 0
        let end = bytes.count
        var negative = false
        if index < end, bytes[index] == 0x2D || bytes[index] == 0x2B {
            negative = bytes[index] == 0x2D
            index += 1
        }
        // The mantissa as an integer of at most 18 digits; what follows them only matters as "more than nothing".
        var mantissa: Int64 = 0
        var exponent = 0
        var sticky = false
        var digits = 0
        var fraction = false
        while index < end {
            let byte = bytes[index]
            if byte >= 0x30, byte <= 0x39 {
                digits += 1
                if mantissa < 100_000_000_000_000_000 {
                    mantissa = mantissa * 10 + Int64(byte - 0x30)
                    if fraction { exponent -= 1 }
                } else {
                    if byte != 0x30 { sticky = true }
                    if !fraction { exponent += 1 }
                }
            } else if byte == 0x2E, !fraction {
                fraction = true
            } else {
                break
            }
            index += 1
        }
        guard digits > 0 else { return nil }
        if index < end {
            guard bytes[index] | 0x20 == 0x65 else { return nil }
            index += 1
            var negativeExponent = false
            if index < end, bytes[index] == 0x2D || bytes[index] == 0x2B {
                negativeExponent = bytes[index] == 0x2D
                index += 1
            }
            var written = 0
            guard index < end else { return nil }
            while index < end {
                let byte = bytes[index]
                guard byte >= 0x30, byte <= 0x39 else { return nil }
                written = min(written * 10 + Int(byte - 0x30), 100_000)
                index += 1
            }
            exponent += negativeExponent ? -written : written
        }
        self.init(mantissa: mantissa, exponent: exponent + places, sticky: sticky, negative: negative)
    }

    private init(mantissa: Int64, exponent: Int, sticky: Bool, negative: Bool) {
        var whole = mantissa
        var shift = exponent
        while shift > 0, whole != 0, whole < Self.limit {
            whole *= 10
            shift -= 1
        }
        if whole == 0, !sticky {
            self.init(rounded: 0, floor: 0, isExact: true)
            return
        }
        var divisor: Int64 = 1
        var beyond = sticky
        while shift < 0 {
            if divisor >= Self.limit {
                if whole % 10 != 0 { beyond = true }
                whole /= 10
            } else {
                divisor *= 10
            }
            shift += 1
            if whole == 0 {
                beyond = true
                divisor = 10
                break
            }
        }
        var down = whole / divisor
        let remainder = whole % divisor
        let isExact = remainder == 0 && !beyond
        var nearest = down
        let twice = remainder * 2
        if twice > divisor || (twice == divisor && (beyond || down % 2 == 1)) { nearest += 1 }
        down = min(down, Self.limit)
        nearest = min(nearest, Self.limit)
        self.init(
            rounded: negative ? -nearest : nearest, floor: negative ? -down - (isExact ? 0 : 1) : down, isExact: isExact)
    }
}
