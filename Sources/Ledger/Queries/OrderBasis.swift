public import AirQuality
import Desk
public import Warnings

/// What the orders of a notice rest on: they follow from it whenever they are asked for, so that none need be kept.
public struct OrderBasis: Hashable, Sendable {
    /// The plan version, list included.
    public var plan: String
    public var area: String
    /// The level's id; nil: no warning, so that only seasons order anything.
    public var level: String?
    /// From when the orders hold; facts are read as of its date.
    public var start: HourSlot
    /// Facts of the inbox count that are on record before this one.
    public var factsBefore: Int64

    public init(plan: String, area: String, level: String?, start: HourSlot, factsBefore: Int64) {
        self.plan = plan
        self.area = area
        self.level = level
        self.start = start
        self.factsBefore = factsBefore
    }

    /// Nil for what orders nothing by itself: a silence, a reminder, a bulletin, a high value, a change of an end, a correction.
    public init?(_ record: NoticeRecord) {
        guard let plan = record.planHash else { return nil }
        let seq = record.head.seq
        switch record.matter {
        case .decision(let decision):
            self.init(plan: plan, area: decision.area, level: decision.to, start: decision.ordersStart, factsBefore: seq)
        case .supplement(let supplement):
            self.init(
                plan: plan, area: supplement.area, level: supplement.level, start: supplement.start, factsBefore: seq)
        case .silence, .reminder, .bulletin, .highValue, .extend, .correction: return nil
        }
    }
}

extension Decision {
    /// From when its orders hold: with the response; after a step down, whose response runs already, from the decision on.
    public var ordersStart: HourSlot { max(response ?? at, at) }
}
