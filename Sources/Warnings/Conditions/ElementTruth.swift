/// The truth of a comparison at one slot or block, or that it is no candidate: a block that only day values cover and that
/// is not a natural day cannot be read (semantics §6, day values). As a set: which of them occur.
struct ElementTruth: OptionSet, Sendable {
    let rawValue: UInt8

    static let `false` = ElementTruth(rawValue: 1)
    static let unknown = ElementTruth(rawValue: 2)
    static let `true` = ElementTruth(rawValue: 4)
    static let excluded = ElementTruth(rawValue: 8)
    /// Not computed yet.
    static let pending = ElementTruth(rawValue: 16)

    init(rawValue: UInt8) { self.rawValue = rawValue }

    init(_ truth: Truth) { rawValue = 1 << truth.rawValue }

    /// Kleene's `and` of the members; one that is no candidate makes none of the whole.
    var all: ElementTruth {
        if contains(.excluded) { return .excluded }
        if contains(.false) { return .false }
        return contains(.unknown) ? .unknown : .true
    }

    /// Kleene's `or` of the members that are candidates; unknown where there are none.
    var any: Truth {
        if contains(.true) { return .true }
        return contains(.unknown) || !contains(.false) ? .unknown : .false
    }
}
