/// Bytes that grow at their end, without checks for each of many small pieces.
struct ByteBuffer: ~Copyable {
    private var base: UnsafeMutablePointer<UInt8>
    private var capacity: Int
    private(set) var count = 0

    init(capacity: Int) {
        self.capacity = max(capacity, 64)
        base = .allocate(capacity: self.capacity)
    }

    deinit { base.deallocate() }

    /// The bytes so far.
    var bytes: [UInt8] { Array(UnsafeBufferPointer(start: base, count: count)) }

    func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) throws -> Result) rethrows -> Result {
        try body(UnsafeBufferPointer(start: base, count: count))
    }

    mutating func removeAll() { count = 0 }

    @inline(__always) mutating func append(_ byte: UInt8) {
        reserve(1)
        base[count] = byte
        count &+= 1
    }

    @inline(__always) mutating func append(_ source: UnsafePointer<UInt8>, _ length: Int) {
        reserve(length)
        (base + count).update(from: source, count: length)
        count &+= length
    }

    @inline(__always) mutating func append(_ source: UnsafeBufferPointer<UInt8>) {
        if let start = source.baseAddress { append(start, source.count) }
    }

    mutating func append(_ source: [UInt8]) { source.withUnsafeBufferPointer { append($0) } }

    /// A piece of another buffer.
    @inline(__always) mutating func append(_ piece: Piece, of other: borrowing ByteBuffer) {
        append(other.base + Int(piece.start), Int(piece.count))
    }

    /// A number of millionths with as many decimals as it needs.
    @inline(__always) mutating func append(millionths: Int64) {
        reserve(24)
        if millionths < 0 { append(0x2D) }
        let magnitude = millionths.magnitude
        let whole = magnitude / 1_000_000
        append(whole: whole)
        let fraction = UInt32(truncatingIfNeeded: magnitude &- whole &* 1_000_000)
        if fraction == 0 { return }
        base[count] = 0x2E
        var rest = fraction
        for place in stride(from: 6, through: 1, by: -1) {
            base[count &+ place] = 0x30 &+ UInt8(truncatingIfNeeded: rest % 10)
            rest /= 10
        }
        count &+= 7
        while base[count &- 1] == 0x30 { count &-= 1 }
    }

    @inline(__always) private mutating func append(whole: UInt64) {
        if whole < 10 {
            base[count] = 0x30 &+ UInt8(truncatingIfNeeded: whole)
            count &+= 1
            return
        }
        var digits = 1
        var bound: UInt64 = 10
        while digits < 15, whole >= bound {
            bound &*= 10
            digits &+= 1
        }
        var rest = whole
        for place in stride(from: digits &- 1, through: 0, by: -1) {
            base[count &+ place] = 0x30 &+ UInt8(truncatingIfNeeded: rest % 10)
            rest /= 10
        }
        count &+= digits
    }

    @inline(__always) private mutating func reserve(_ more: Int) { if count &+ more > capacity { grow(more) } }

    @inline(never) private mutating func grow(_ more: Int) {
        capacity = max(capacity * 2, count + more)
        let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
        larger.update(from: base, count: count)
        base.deallocate()
        base = larger
    }
}

/// A piece of a buffer.
struct Piece {
    var start: UInt32
    var count: UInt32
}
