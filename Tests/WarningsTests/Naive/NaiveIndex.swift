import AirQuality

/// A number for each of the six pollutants, or none.
struct NaiveSix {
    private var values = [-1, -1, -1, -1, -1, -1]

    subscript(pollutant: Pollutant) -> Int? {
        get {
            let value = values[Int(pollutant.rawValue)]
            return value < 0 ? nil : value
        }
        set { values[Int(pollutant.rawValue)] = newValue ?? -1 }
    }

    /// The largest, -1 where there is none.
    var largest: Int {
        var largest = -1
        for value in values where value > largest { largest = value }
        return largest
    }
}

/// What is known of the sub-indices of one slot or block (semantics §4).
struct NaiveIndex {
    /// Sub-indices of the pollutants that are known.
    var known = NaiveSix()
    /// Known items of pollutants that are missing because another of their items is.
    var items: [Int] = []

    /// The maximum of all that is there; nil: NA.
    var bound: Int? {
        var largest = known.largest
        for item in items where item > largest { largest = item }
        return largest < 0 ? nil : largest
    }

    func value(requires: PollutantSet) -> NaiveValue {
        guard let bound else { return .missing }
        for pollutant in Pollutant.allCases where requires.contains(pollutant) && known[pollutant] == nil {
            return .atLeast(bound * 1000)
        }
        return .exact(bound * 1000)
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
