public import AirQuality
public import Lists
public import PlanModel

/// Every order of an area at one level: one for each enterprise and each construction site of the list.
public struct OrderSet: Sendable {
    /// Place in ``Plan/levels``; nil: no warning, so that only seasons order anything.
    public var level: Int?
    /// Start of the response; facts are read as of its date in the plan's zone.
    public var start: HourSlot

    /// What the plan orders.
    ///
    /// - Parameters:
    ///   - area: Only enterprises and sites of its counties.
    ///   - level: Place in ``Plan/levels``; nil: no warning.
    ///   - start: Start of the response.
    public init(plan: Plan, list: EmissionList, area: Area, level: Int?, start: HourSlot) {
        self.level = level
        self.start = start
    }
}
