public import PlanModel

/// The syntax tree of one file.
public struct FileSyntax: Hashable, Sendable {
    public var file: Int
    /// The vocabulary of its first keyword; nil for a file without keywords.
    public var vocabulary: Vocabulary?
    public var declarations: [Declaration]
    /// All comments in order, for the formatter.
    public var comments: [Comment]
    /// Whether a declaration could not be read, so that names may be missing which the text has.
    public var hasLostDeclaration: Bool
}

/// What stands at the top level of a file.
public enum Declaration: Hashable, Sendable {
    case plan(PlanSyntax)
    case area(AreaSyntax)
    case `let`(LetSyntax)
    case level(LevelSyntax)
    case table(TableSyntax)
    case list(ListSyntax)
    case industries(IndustriesSyntax)
    case emissions(EmissionsSyntax)
    case reduce(ReduceSyntax)
    case exemption(ExemptionSyntax)
    case measures(MeasuresSyntax)
    case season(SeasonSyntax)
    case watch(WatchSyntax)
    case advice(AdviceSyntax)
    case alert(AlertSyntax)
    case test(PlanTestSyntax)
}

/// A name as written: a word or a string.
public struct NameSyntax: Hashable, Sendable {
    public var text: String
    public var isQuoted: Bool
    public var range: SourceRange
}

/// A string literal with its value.
public typealias TextSyntax = Located<String>

public struct PlanSyntax: Hashable, Sendable {
    public var range: SourceRange
    public var name: TextSyntax
    public var clauses: [Located<PlanClause>]
    /// Whether every clause could be read.
    public var isWhole: Bool
}

public enum PlanClause: Hashable, Sendable {
    case basis(TextSyntax)
    case zone(TextSyntax)
    case aqi(NameSyntax)
    case levels([NameSyntax])
    case requires([NameSyntax])
    case horizon(DurationSyntax)
    case review([ClockSyntax])
    case forecastBound(ForecastBound)
    case forecastSources([TextSyntax], combined: Located<ForecastCombination>?)
    case forecastAge(DurationSyntax)
    case days(DayRule)
    case wait(DurationSyntax)
    /// How long before the stated end of a warning the desk is reminded of it.
    case remindEnd(DurationSyntax)
    case keep(Retention.Subject, DurationSyntax)
    case serve([AddresseeSyntax], within: DurationSyntax)
    case report([ClockSyntax])
    case contact(TextSyntax)
    case forecasters([TextSyntax])
    case target(TargetSyntax)
}

/// `target PM2.5|good days|heavy days below|at most|at least NUMBER UNIT in YEAR`.
public struct TargetSyntax: Hashable, Sendable {
    public var quantity: Located<IndicatorTarget.Quantity>
    public var relation: Located<Relation>
    public var number: NumberSyntax
    public var unit: Located<String>?
    public var year: NumberSyntax
}

/// An addressee of notices: named, or every enterprise that has an order.
public enum AddresseeSyntax: Hashable, Sendable {
    case named(TextSyntax)
    case enterprise(SourceRange)
}

public struct AreaSyntax: Hashable, Sendable {
    public var range: SourceRange
    public var id: NameSyntax
    public var name: TextSyntax
    public var code: NameSyntax?
    public var polygon: TextSyntax?
    public var stations: [NameSyntax]
    public var atLeast: NumberSyntax?
    public var counties: [TextSyntax] = []
    /// The words `stations` and `counties`, which may stand in either order.
    public var stationsWord: SourceRange?
    public var countiesWord: SourceRange?
}

public struct LetSyntax: Hashable, Sendable {
    public var range: SourceRange
    public var name: NameSyntax
    public var condition: ConditionSyntax
}

public struct LevelSyntax: Hashable, Sendable {
    public var range: SourceRange
    public var id: NameSyntax
    public var name: TextSyntax
    public var response: TextSyntax?
    public var clauses: [Located<LevelClause>]
    /// Whether every clause could be read.
    public var isWhole: Bool
}

public enum LevelClause: Hashable, Sendable {
    case issue(label: TextSyntax?, when: ConditionSyntax)
    case end(when: ConditionSyntax)
    case approveAutomatically
    case approve(by: TextSyntax, within: DurationSyntax?, remind: TextSyntax?)
    case respondAtNext([ClockSyntax])
    case respondAfter(DurationSyntax)
    case respondBeforeOnset(DurationSyntax, on: [ClockSyntax])
    case cites(TextSyntax)
}

/// `advice ID STRING { when CONDITION say STRING }`.
public struct AdviceSyntax: Hashable, Sendable {
    public var range: SourceRange
    public var id: NameSyntax
    public var name: TextSyntax
    public var clauses: [Located<AdviceClause>]
    /// Whether every clause could be read.
    public var isWhole: Bool
}

public enum AdviceClause: Hashable, Sendable {
    case when(ConditionSyntax)
    case say(TextSyntax)
}

/// `alert ID STRING at station|area { when CONDITION at most every DUR [say STRING] }`.
public struct AlertSyntax: Hashable, Sendable {
    public var range: SourceRange
    public var id: NameSyntax
    public var name: TextSyntax
    public var scope: Located<Alert.Scope>
    public var clauses: [Located<AlertClause>]
    /// Whether every clause could be read.
    public var isWhole: Bool
}

public enum AlertClause: Hashable, Sendable {
    case when(ConditionSyntax)
    case every(DurationSyntax)
    case say(TextSyntax)
}
