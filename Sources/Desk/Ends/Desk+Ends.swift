public import AirQuality
public import PlanModel
import Warnings

extension Desk {
    /// How stated ends moved by an event.
    mutating func restated(at hour: HourSlot, by act: DeskAct? = nil) -> [DeskEffect] {
        let entry = act.map { Extension.Entry(recorder: $0.recorder, at: $0.at, signature: $0.matter.ownSignature) }
        return areas.indices.compactMap { index in
            guard let moved = areas[index].restate(at: hour, by: entry) else { return nil }
            areas[index].take(moved)
            return .extended(moved)
        }
    }

    /// The stated end of a level in force.
    public struct StatedEnd: Hashable, Sendable {
        public var area: Area
        /// The level's id.
        public var level: String
        /// Numbers of the directives that state it.
        public var documents: [String]
        public var end: HourSlot
    }

    /// The stated ends at an hour of what is in force, in the order of the plan's areas.
    ///
    /// - Parameter ahead: Whether a directive on record that begins later counts too, so that an end which it takes away is none.
    public func statedEnds(at hour: HourSlot, lookingAhead ahead: Bool = false) -> [StatedEnd] {
        areas.compactMap { area in
            let basis = EndBasis(at: hour, own: area.own.level, directives: area.directives)
            guard let level = area.inForce.level, basis.level(in: plan) == level, let end = basis.end(in: plan) else {
                return nil
            }
            if ahead {
                let then = DirectiveRule.level(own: area.own.level, under: area.directives, at: end, in: plan)
                if then.level == level { return nil }
            }
            return StatedEnd(area: area.watch.area, level: level, documents: basis.documents(in: plan), end: end)
        }
    }
}

extension DeskAct.Matter {
    /// Who answers for a decision of the city's own.
    fileprivate var ownSignature: Signature? {
        switch self {
        case .approve(_, let signature), .declare(_, _, _, let signature): signature
        case .reject, .direct, .withdraw, .opine, .retract, .correct: nil
        }
    }
}
