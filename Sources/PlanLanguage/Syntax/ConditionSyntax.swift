public import PlanModel

/// A condition as written.
public indirect enum ConditionSyntax: Hashable, Sendable {
    case or([ConditionSyntax], SourceRange)
    case and([ConditionSyntax], SourceRange)
    case not(ConditionSyntax, SourceRange)
    case parenthesized(ConditionSyntax, SourceRange)
    case name(NameSyntax)
    case test(TestSyntax)
    /// In place of a condition that could not be read.
    case missing(SourceRange)

    public var range: SourceRange {
        switch self {
        case .or(_, let range), .and(_, let range), .not(_, let range), .parenthesized(_, let range), .missing(let range): range
        case .name(let name): name.range
        case .test(let test): test.range
        }
    }
}

public struct TestSyntax: Hashable, Sendable {
    public var range: SourceRange
    public var source: Located<Source>
    public var station: NameSyntax?
    public var cycle: Located<Cycle>
    public var comparison: ComparisonSyntax
    public var ledBy: [NameSyntax]?
    public var run: DurationSyntax?
    public var including: InclusionSyntax?
    public var throughout: DurationSyntax?
    public var missingAtMost: DurationSyntax?
    public var startingWithin: DurationSyntax?
}

public struct InclusionSyntax: Hashable, Sendable {
    public var range: SourceRange
    public var cycle: Located<Cycle>?
    public var comparison: ComparisonSyntax
    public var run: DurationSyntax
}

public struct ComparisonSyntax: Hashable, Sendable {
    public enum Quantity: Hashable, Sendable {
        case aqi
        case iaqi(NameSyntax)
        case pollutant(NameSyntax)
    }

    public var range: SourceRange
    public var quantity: Located<Quantity>
    public var relation: Relation
    public var number: NumberSyntax
    /// The unit as written, blanks left out.
    public var unit: Located<String>?
    /// The words by which the number is a percentage of the area's value, its sign being the unit.
    public var ofArea: SourceRange?
}
