public import AirQuality

/// A warning level with its criteria.
public struct Level: Hashable, Sendable {
    /// The name in code, such as `red`.
    public var id: String
    /// The name as people read it, such as 红色.
    public var name: String
    /// The response level, such as Ⅰ级.
    public var response: String?
    /// Alternatives in source order; never empty.
    public var issue: [IssueClause]
    /// The condition to step down from this level; nil: it never ends by itself.
    public var end: Condition?
    public var approval: Approval
    public var responseStart: ResponseStart
    public var cites: [String]

    public init(
        id: String, name: String, response: String?, issue: [IssueClause], end: Condition?, approval: Approval,
        responseStart: ResponseStart, cites: [String]
    ) {
        self.id = id
        self.name = name
        self.response = response
        self.issue = issue
        self.end = end
        self.approval = approval
        self.responseStart = responseStart
        self.cites = cites
    }
}

/// One `issue [label] when condition`.
public struct IssueClause: Hashable, Sendable {
    public var label: String?
    public var condition: Condition

    public init(label: String?, condition: Condition) {
        self.label = label
        self.condition = condition
    }
}

/// Who approves a decision at a level (semantics §8.6); where it is unstated or automatic, it takes force by itself.
public enum Approval: Hashable, Sendable, Codable {
    case unstated
    case automatic
    /// `within` in hours.
    case by(String, within: Int?, remind: String?)
}

/// When the response to a decision starts (semantics §8.7).
public enum ResponseStart: Hashable, Sendable, Codable {
    case immediately
    case atNext([ClockHour])
    /// Hours after the decision.
    case after(Int)
    /// Hours before the onset, moved back to the last of the clock hours where there are any.
    case beforeOnset(Int, on: [ClockHour])
}
