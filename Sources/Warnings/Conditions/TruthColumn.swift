/// How many elements of a range have each truth; the lanes are those of ``ElementTruth``.
typealias TruthCount = SIMD4<UInt32>

extension SIMD4<UInt32> {
    var falses: Int { Int(self[Int(ElementTruth.false)]) }
    var unknowns: Int { Int(self[Int(ElementTruth.unknown)]) }
    var trues: Int { Int(self[Int(ElementTruth.true)]) }
}

/// Element truths of consecutive starts, kept as long as they hold, with running counts: what a range holds costs the same
/// whatever its length.
struct TruthColumn: Sendable {
    private var first = 0
    private var bytes: ContiguousArray<UInt8> = []
    /// One longer than ``bytes``: the counts before each start.
    private var counts: ContiguousArray<TruthCount> = [.zero]

    private var end: Int { first + bytes.count }

    subscript(start: Int) -> UInt8 {
        let index = start - first
        return index >= 0 && index < bytes.count ? bytes[index] : ElementTruth.unknown
    }

    /// The part of a range that is to be computed; it ends where the range ends.
    func missing(from starts: Range<Int>) -> Range<Int> {
        if bytes.isEmpty || starts.lowerBound < first || starts.lowerBound > end { return starts }
        return min(end, starts.upperBound)..<starts.upperBound
    }

    /// Drops what does not join on to a start.
    mutating func begin(at start: Int) {
        if bytes.isEmpty || start < first || start > end {
            clear()
            first = start
        } else {
            cut(from: start)
        }
    }

    mutating func append(_ truth: UInt8) {
        bytes.append(truth)
        var count = counts[counts.count - 1]
        count[Int(truth)] &+= 1
        counts.append(count)
    }

    mutating func cut(from start: Int) {
        guard start < end else { return }
        guard start > first else { return clear() }
        bytes.removeLast(end - start)
        counts.removeLast(counts.count - bytes.count - 1)
    }

    private mutating func clear() {
        bytes.removeAll(keepingCapacity: true)
        counts.removeLast(counts.count - 1)
        counts[0] = .zero
    }

    /// The first start in a range whose truth is the given one.
    func firstStart(of truth: UInt8, in starts: Range<Int>) -> Int? {
        guard first <= end else { return nil }
        return starts.clamped(to: first..<end).first { bytes[$0 - first] == truth }
    }

    /// The counts of a range that has been computed.
    func count(_ starts: Range<Int>) -> TruthCount {
        let held = starts.clamped(to: first..<end)
        var count = counts[held.upperBound - first] &- counts[held.lowerBound - first]
        count[Int(ElementTruth.unknown)] &+= UInt32(starts.count - held.count)
        return count
    }
}
