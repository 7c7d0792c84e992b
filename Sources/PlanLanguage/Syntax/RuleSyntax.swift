// The rules of orders but for the decision tables.

/// A date as written, brought to the form `2024-10-31`; what it may be is the checker's business.
public typealias DateSyntax = Located<String>

public struct ExemptionSyntax: Hashable, Sendable {
    public var range: SourceRange
    public var id: NameSyntax
    public var name: TextSyntax
    public var clauses: [Located<ExemptionClause>]
    public var isWhole: Bool
}

public enum ExemptionClause: Hashable, Sendable {
    case who(WhoSyntax)
    case barred(PredicateSyntax, because: TextSyntax?)
    case condition(PredicateSyntax)
    case grants(ActionSyntax, upTo: NameSyntax?)
    case from(DateSyntax)
    case until(DateSyntax)
    case cites(TextSyntax)
}

public struct SeasonSyntax: Hashable, Sendable {
    public var range: SourceRange
    public var id: NameSyntax
    public var name: TextSyntax
    /// `MM-DD`, or what was written in its place.
    public var from: DateSyntax
    public var until: DateSyntax
    public var lead: TextSyntax?
    public var clauses: [Located<SeasonClause>]
    public var isWhole: Bool
}

public enum SeasonClause: Hashable, Sendable {
    case who(WhoSyntax)
    case measure(MeasureSyntax)
    case cites(TextSyntax)
}

/// `finding` or `count`.
public struct WatchSyntax: Hashable, Sendable {
    public var range: SourceRange
    public var isCount: Bool
    public var id: NameSyntax
    public var name: TextSyntax
    public var atLeast: NumberSyntax?
    public var atMost: NumberSyntax?
    public var after: DateSyntax?
    public var clauses: [Located<WatchClause>]
    public var isWhole: Bool
}

public enum WatchClause: Hashable, Sendable {
    case who(WhoSyntax)
    case cites(TextSyntax)
}
