public import AirQuality
public import PlanModel

/// On what the stated end of a standing warning rests: the own level, and the directives that count (semantics §8.5).
public struct EndBasis: Hashable, Sendable, Codable {
    /// The hour at which it was read.
    public var at: HourSlot
    /// The id of the own level; nil: none.
    public var own: String?
    /// The directives of the area that counted then, in the order in which they came.
    public var directives: [Directive]

    /// - Parameter directives: Those of the area; what does not count at the hour is left out.
    public init(at: HourSlot, own: String?, directives: [Directive]) {
        self.at = at
        self.own = own
        self.directives = directives.filter { $0.counts(at: at) }
    }

    /// The id of the level in force; nil: none.
    public func level(in plan: Plan) -> String? {
        DirectiveRule.level(own: own, under: directives, at: at, in: plan).level
    }

    /// The documents that make the level what it is; none where the own level stands.
    public func documents(in plan: Plan) -> [String] {
        DirectiveRule.level(own: own, under: directives, at: at, in: plan).documents
    }

    /// The hour at which the directives leave another level, if nothing else comes; nil: none is stated.
    public func end(in plan: Plan) -> HourSlot? {
        let level = level(in: plan)
        return directives.compactMap(\.until).sorted().first { hour in
            DirectiveRule.level(own: own, under: directives, at: hour, in: plan).level != level
        }
    }
}
