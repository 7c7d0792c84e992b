/// Where the clauses of a plan's levels are written, for what people are shown.
public struct ClausePlaces: Hashable, Sendable {
    /// By level, one an `issue` clause in source order.
    public var issue: [String: [RulePlace]]
    /// By level.
    public var end: [String: RulePlace]

    public init(issue: [String: [RulePlace]] = [:], end: [String: RulePlace] = [:]) {
        self.issue = issue
        self.end = end
    }
}
