/// Element truths of consecutive starts, kept as long as they hold.
struct TruthColumn: Sendable {
    private var first = 0
    private var truths: ContiguousArray<ElementTruth> = []
    /// Holds every start whose truth is pending.
    private var stale = 0..<0

    /// Starts for which room is made beyond those asked for.
    private static let ahead = 240

    private var held: Range<Int> { first..<first + truths.count }

    subscript(start: Int) -> ElementTruth {
        get {
            let index = start - first
            return index >= 0 && index < truths.count ? truths[index] : .unknown
        }
        set {
            let index = start - first
            if index >= 0, index < truths.count { truths[index] = newValue }
        }
    }

    /// The starts that are to be computed before a range of starts can be read; those among them that are ``ElementTruth/pending``
    /// the caller computes.
    mutating func pending(in starts: Range<Int>) -> Range<Int>? {
        if starts.lowerBound < first || starts.lowerBound > held.upperBound {
            truths.removeAll(keepingCapacity: true)
            first = starts.lowerBound
            stale = first..<first
        }
        if held.upperBound < starts.upperBound {
            let added = starts.upperBound + Self.ahead - held.upperBound
            markStale(held.upperBound..<held.upperBound + added)
            truths.append(contentsOf: repeatElement(.pending, count: added))
        }
        let pending = stale.clamped(to: starts)
        guard !pending.isEmpty else { return nil }
        if pending.lowerBound == stale.lowerBound {
            stale = pending.upperBound..<stale.upperBound
        } else if pending.upperBound == stale.upperBound {
            stale = stale.lowerBound..<pending.lowerBound
        }
        return pending
    }

    /// Drops the truths of a range of starts.
    mutating func drop(_ starts: Range<Int>) {
        let dropped = starts.clamped(to: held)
        guard !dropped.isEmpty else { return }
        markStale(dropped)
        for start in dropped { truths[start - first] = .pending }
    }

    private mutating func markStale(_ starts: Range<Int>) {
        stale =
            stale.isEmpty
            ? starts : min(stale.lowerBound, starts.lowerBound)..<max(stale.upperBound, starts.upperBound)
    }

    /// The truths that occur in a range of starts that has been computed.
    func union(of starts: Range<Int>) -> ElementTruth {
        let inside = starts.clamped(to: held)
        var union: UInt8 = inside.count < starts.count ? ElementTruth.unknown.rawValue : 0
        truths.withUnsafeBufferPointer { truths in
            for index in inside.lowerBound - first..<inside.upperBound - first { union |= truths[index].rawValue }
        }
        return ElementTruth(rawValue: union)
    }

    /// How many starts of a range are unknown.
    func unknowns(in starts: Range<Int>) -> Int { starts.count { self[$0] == .unknown } }

    /// The first start in a range whose truth is the given one.
    func firstStart(of truth: ElementTruth, in starts: Range<Int>) -> Int? {
        starts.clamped(to: held).first { self[$0] == truth }
    }
}
