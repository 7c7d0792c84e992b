public import PlanModel

/// `test "name" { in AREA given … at TIME expect … }`
public struct PlanTestSyntax: Hashable, Sendable {
    public var range: SourceRange
    /// nil where the head could not be read.
    public var name: TextSyntax?
    public var clauses: [Located<PlanTestClause>]
    /// Whether every clause could be read.
    public var isWhole: Bool
}

public enum PlanTestClause: Hashable, Sendable {
    case area(NameSyntax)
    case given(GivenSyntax)
    case warning(level: NameSyntax, since: MomentSyntax?)
    case row(GivenRowSyntax)
    case expectation(ExpectationSyntax)
}

/// `SOURCE [at CODE] hourly|daily QUANTITY PART, … [led by P, …] from TIME [issued TIME]`
public struct GivenSyntax: Hashable, Sendable {
    public var range: SourceRange
    public var source: Located<Source>
    public var station: NameSyntax?
    public var cycle: Located<Cycle>
    public var quantity: Located<ComparisonSyntax.Quantity>
    public var parts: [GivenPartSyntax]
    public var ledBy: [NameSyntax]?
    public var from: MomentSyntax
    public var issued: MomentSyntax?
}

/// `enterprise|site NAME [PREDICATE]`
public struct GivenRowSyntax: Hashable, Sendable {
    public var range: SourceRange
    public var subject: OrderSubject
    public var name: TextSyntax
    /// What is true of the row.
    public var predicate: PredicateSyntax?
}

/// `80 for 24h`, `80 to 260 for 12h`, `missing for 3h`; of natural days without `for`.
public struct GivenPartSyntax: Hashable, Sendable {
    public var range: SourceRange
    /// nil: missing.
    public var value: GivenValueSyntax?
    public var to: GivenValueSyntax?
    public var duration: DurationSyntax?
}

/// A number with its unit.
public struct GivenValueSyntax: Hashable, Sendable {
    public var range: SourceRange
    public var number: NumberSyntax
    public var unit: Located<String>?
}

/// A date, or a clock time of one: `2024-12-09T20:00`, 2024年12月9日20时.
public struct MomentSyntax: Hashable, Sendable {
    public var range: SourceRange
    /// As `2024-12-09`.
    public var date: DateSyntax
    /// nil: the date's midnight.
    public var clock: ClockSyntax?
}

/// `at TIME expect OUTCOME [because LABEL]`
public struct ExpectationSyntax: Hashable, Sendable {
    public enum Outcome: Hashable, Sendable {
        /// nil: none.
        case level(NameSyntax?)
        /// `kind` as English writes it; nil where only the clause is stated.
        case decision(Located<String>?, to: NameSyntax?)
        case noDecision
        case order(OrderSubject, NameSyntax, ActionSyntax)
        case alert(NameSyntax, station: NameSyntax?, isExpected: Bool)
        case advice(NameSyntax, isExpected: Bool)
    }

    public var range: SourceRange
    public var at: MomentSyntax
    public var outcome: Outcome
    /// The label of a clause.
    public var because: TextSyntax?
}
