import PlanModel

/// The part of a ruling that decides orders: numbers alone, copied without counting references.
struct RulingCore {
    var measures: Demand
    var seasons: Demand
    /// What the loosest exemption grants; nil: none is granted.
    var grant: OrderAction?
    /// The measure and the season that decide among their kind, where no line can stop and where lines can; ``none``: there is none.
    private var firstMeasures: (UInt16, UInt16)
    private var firstSeasons: (UInt16, UInt16)
    /// Whether some measure speaks of it.
    var isNamed: Bool

    static let none = UInt16.max

    init(_ ruling: Ruling) {
        measures = ruling.measureDemand
        seasons = ruling.seasonDemand
        grant = ruling.grant
        firstMeasures = (ruling.firstMeasure[0] ?? Self.none, ruling.firstMeasure[1] ?? Self.none)
        firstSeasons = (ruling.firstSeason[0] ?? Self.none, ruling.firstSeason[1] ?? Self.none)
        isNamed = !ruling.measures.isEmpty
    }

    @inline(__always) func firstMeasure(hasLines: Bool) -> Order.Decider {
        let first = hasLines ? firstMeasures.1 : firstMeasures.0
        return first == Self.none ? .none : .measure(first)
    }

    @inline(__always) func firstSeason(hasLines: Bool) -> Order.Decider {
        let first = hasLines ? firstSeasons.1 : firstSeasons.0
        return first == Self.none ? .none : .season(first)
    }
}
