public import PlanModel

/// A predicate on list columns as written.
public indirect enum PredicateSyntax: Hashable, Sendable {
    case or([PredicateSyntax], SourceRange)
    case and([PredicateSyntax], SourceRange)
    case not(PredicateSyntax, SourceRange)
    case parenthesized(PredicateSyntax, SourceRange)
    case compare(NameSyntax, Located<PredicateRelation>, ValueSyntax)
    case isIn(NameSyntax, [ValueSyntax], SourceRange)
    /// Without a column the subject itself is meant.
    case onList(NameSyntax?, list: NameSyntax, SourceRange)
    case holds(NameSyntax)

    public var range: SourceRange {
        switch self {
        case .or(_, let range), .and(_, let range), .not(_, let range), .parenthesized(_, let range), .isIn(_, _, let range),
            .onList(_, _, let range):
            range
        case .compare(let column, _, let value): column.range.through(value.range)
        case .holds(let column): column.range
        }
    }
}

/// A value as written: a text in quotes, a word, a number or a date.
public struct ValueSyntax: Hashable, Sendable {
    public var text: String
    public var isQuoted: Bool
    /// The unit behind a number, as written.
    public var unit: Located<String>?
    /// The unit included.
    public var range: SourceRange
}

/// `for enterprise PREDICATE`; without a predicate all are meant.
public struct WhoSyntax: Hashable, Sendable {
    public var range: SourceRange
    public var subject: Located<OrderSubject>
    public var predicate: PredicateSyntax?
}
