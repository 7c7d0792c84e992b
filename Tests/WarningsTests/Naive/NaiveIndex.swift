import AirQuality

/// What is known of the sub-indices of one slot or block (semantics §4).
struct NaiveIndex {
    /// Sub-indices of the pollutants that are known.
    var known: [Pollutant: Int] = [:]
    /// Known items of pollutants that are missing because another of their items is.
    var items: [Int] = []

    /// The maximum of all that is there; nil: NA.
    var bound: Int? { (Array(known.values) + items).max() }

    func value(requires: PollutantSet) -> NaiveValue {
        guard let bound else { return .missing }
        let isWhole = Pollutant.allCases.allSatisfy { !requires.contains($0) || known[$0] != nil }
        return isWhole ? .exact(bound * 1000) : .atLeast(bound * 1000)
    }

    var primary: [Pollutant] {
        guard let bound, bound > 50 else { return [] }
        return Pollutant.allCases.filter { known[$0] == bound }
    }

    /// `led by`: true where one is primary; false where all are known and none is; else unknown.
    func isLed(by pollutants: [Pollutant]) -> Bool? {
        if pollutants.contains(where: primary.contains) { return true }
        return pollutants.allSatisfy { known[$0] != nil } ? false : nil
    }
}

/// A number in thousandths as far as it is known.
enum NaiveValue: Equatable {
    case missing
    case exact(Int)
    case atLeast(Int)
    case atMost(Int)
}
