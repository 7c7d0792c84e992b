/// Where the conditions of a plan are written, for what people are shown.
public struct ClausePlaces: Hashable, Sendable {
    /// By level, one an `issue` clause in source order.
    public var issue: [String: [RulePlace]]
    /// By level.
    public var end: [String: RulePlace]
    /// By advice.
    public var advice: [String: RulePlace]
    /// By alert.
    public var alerts: [String: RulePlace]

    public init(
        issue: [String: [RulePlace]] = [:], end: [String: RulePlace] = [:], advice: [String: RulePlace] = [:],
        alerts: [String: RulePlace] = [:]
    ) {
        self.issue = issue
        self.end = end
        self.advice = advice
        self.alerts = alerts
    }
}
