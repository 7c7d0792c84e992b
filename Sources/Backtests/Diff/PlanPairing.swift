public import PlanModel
import Warnings

/// Which level and area of one plan is which of another.
///
/// A level is the one with the same id, else the one with the same name; an area the one with the same id, else the one that its
/// code or name means. What has none in the other plan stands for itself.
public struct PlanPairing: Sendable {
    public struct Name: Hashable, Sendable {
        public var id: String
        public var name: String
    }

    /// The levels of both plans, lowest first; ids are those of the new plan where it has the level.
    public let levels: [Name]
    /// The areas of both plans: the new plan's, then those that only the old one has.
    public let areas: [Name]
    private let newLevelOfOld: [String: String]
    private let newAreaOfOld: [String: String]

    public init(old: Plan, new: Plan) {
        var levels = new.levels.map { Name(id: $0.id, name: $0.name) }
        var levelIDs: [String: String] = [:]
        var place = 0
        for level in old.levels {
            let found =
                levels.firstIndex { $0.id == level.id } ?? levels.firstIndex { $0.name == level.name && !$0.name.isEmpty }
            if let found {
                levelIDs[level.id] = levels[found].id
                place = max(place, found + 1)
            } else {
                levels.insert(Name(id: level.id, name: level.name), at: place)
                place += 1
            }
        }
        var areas = new.areas.map { Name(id: $0.id, name: $0.name) }
        var areaIDs: [String: String] = [:]
        for area in old.areas {
            let found =
                new.areas.first { $0.id == area.id }
                ?? new.areas.first { other in
                    area.answers(to: other.name) || area.code.map { other.code == $0 } ?? false
                }
            if let found { areaIDs[area.id] = found.id } else { areas.append(Name(id: area.id, name: area.name)) }
        }
        self.levels = levels
        self.areas = areas
        newLevelOfOld = levelIDs
        newAreaOfOld = areaIDs
    }

    func level(ofOld id: String) -> String { newLevelOfOld[id] ?? id }
    func area(ofOld id: String) -> String { newAreaOfOld[id] ?? id }

    /// A decision of the old plan in the words of both.
    func renamed(_ decision: Decision) -> Decision {
        var decision = decision
        decision.area = area(ofOld: decision.area)
        decision.from = decision.from.map { level(ofOld: $0) }
        decision.to = decision.to.map { level(ofOld: $0) }
        return decision
    }

    /// The place of a level in ``levels``; -1 for none.
    func rank(_ id: String?) -> Int { id.flatMap { id in levels.firstIndex { $0.id == id } } ?? -1 }

    /// What people call a level.
    public func name(ofLevel id: String?) -> String {
        guard let id else { return Decision.none }
        return levels.first { $0.id == id }?.name ?? id
    }

    /// What people call an area.
    public func name(ofArea id: String) -> String { areas.first { $0.id == id }?.name ?? id }
}
