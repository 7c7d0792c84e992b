/// Exact decimals.
enum Decimals {
    /// `12.5`, without trailing zeros.
    static func text(millionths: Int64) -> String {
        var bytes: [UInt8] = []
        append(millionths, to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    @inline(__always) static func append(_ millionths: Int64, to bytes: inout [UInt8]) {
        if millionths == 0 {
            bytes.append(0x30)
            return
        }
        if millionths < 0 { bytes.append(0x2D) }
        let magnitude = millionths.magnitude
        let whole = magnitude / 1_000_000
        var rest = UInt32(truncatingIfNeeded: magnitude - whole * 1_000_000)
        append(whole: whole, to: &bytes)
        guard rest != 0 else { return }
        bytes.append(0x2E)
        var divisor: UInt32 = 100_000
        while rest != 0 {
            bytes.append(0x30 + UInt8(truncatingIfNeeded: rest / divisor))
            rest %= divisor
            divisor /= 10
        }
    }

    @inline(__always) static func append(whole: UInt64, to bytes: inout [UInt8]) {
        var divisor: UInt64 = 1
        while whole / divisor >= 10 { divisor *= 10 }
        var rest = whole
        while divisor > 0 {
            bytes.append(0x30 + UInt8(truncatingIfNeeded: rest / divisor))
            rest %= divisor
            divisor /= 10
        }
    }
}
