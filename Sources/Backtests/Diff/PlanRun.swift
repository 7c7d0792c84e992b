public import AirQuality
public import Lists
public import PlanModel
public import Warnings

/// What a plan decided over a record.
public struct PlanRun: Sendable {
    public var plan: Plan
    /// In order of time.
    public var decisions: [Decision]
    /// The last instant that was evaluated.
    public var last: HourSlot
    /// Whom the plan orders; nil where it names no list.
    public var list: EmissionList?

    public init(plan: Plan, decisions: [Decision], last: HourSlot, list: EmissionList? = nil) {
        self.plan = plan
        self.decisions = decisions
        self.last = last
        self.list = list
    }
}
