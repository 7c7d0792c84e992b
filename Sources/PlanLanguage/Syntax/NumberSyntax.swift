/// A number as written; what it may be is the checker's business.
public typealias NumberSyntax = Located<String>

/// A number with a unit of time.
public struct DurationSyntax: Hashable, Sendable {
    public enum Unit: Hashable, Sendable {
        case hours, days, minutes, none
        case other(String)

        /// Whether it is meant as a unit of time, if perhaps misspelt.
        var isOfTime: Bool {
            switch self {
            case .hours, .days, .minutes: true
            case .none: false
            case .other(let word): ["h", "hr", "hrs", "hour", "hours"].contains(word.lowercased())
            }
        }
    }

    /// The whole clause, its keywords included: what to take away where the clause says nothing.
    public var clause: SourceRange
    public var range: SourceRange
    public var number: NumberSyntax
    public var unit: Unit
}

/// A clock time as written, such as `8:00`.
public struct ClockSyntax: Hashable, Sendable {
    public var range: SourceRange
    public var hour: String
    public var minute: String
}
