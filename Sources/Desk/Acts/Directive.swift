public import AirQuality

/// An order of a superior office (semantics §8.5).
public struct Directive: Hashable, Sendable, Codable {
    public enum Demand: Hashable, Sendable, Codable {
        /// A floor: the level in force is this one or a higher own one.
        case atLeast(String)
        /// A unified start or, with nil, a unified lift, whatever the own level.
        case exactly(String?)
        /// Earlier ones of the same office no longer bind.
        case mayLift
    }

    /// Its number names it: one that comes again amends what came before.
    public var document: String
    public var office: String
    /// Ids of the areas it is for.
    public var areas: [String]
    public var demand: Demand
    /// The exact hour from which it counts.
    public var from: HourSlot
    /// The hour at which it ends; nil: until further notice.
    public var until: HourSlot?
    public var basis: String

    public init(
        document: String, office: String, areas: [String], demand: Demand, from: HourSlot, until: HourSlot?, basis: String
    ) {
        self.document = document
        self.office = office
        self.areas = areas
        self.demand = demand
        self.from = from
        self.until = until
        self.basis = basis
    }

    /// Whether it has begun and not ended.
    public func counts(at slot: HourSlot) -> Bool { from <= slot && until.map { slot < $0 } ?? true }
}
