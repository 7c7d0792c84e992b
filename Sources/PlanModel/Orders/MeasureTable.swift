/// A decision table: for whom what is done at each level. Within it the first matching row decides.
public struct MeasureTable: Hashable, Sendable {
    public var id: String
    public var name: String
    /// The bureau that leads (牵头单位).
    public var lead: String?
    /// Enterprises or sites.
    public var subject: OrderSubject
    /// Restricts the whole table; `always` where nothing is said.
    public var scope: Predicate
    public var columns: [ColumnReference]
    public var rows: [MeasureRow]
    public var cites: [String]

    public init(
        id: String, name: String, lead: String?, subject: OrderSubject, scope: Predicate, columns: [ColumnReference],
        rows: [MeasureRow], cites: [String]
    ) {
        self.id = id
        self.name = name
        self.lead = lead
        self.subject = subject
        self.scope = scope
        self.columns = columns
        self.rows = rows
        self.cites = cites
    }
}

public struct MeasureRow: Hashable, Sendable {
    /// One a column of the table: the values that match; empty: any (`*`).
    public var patterns: [[PredicateValue]]
    /// One a level of the plan, lowest first.
    public var cells: [Measure]
    public var place: RulePlace

    public init(patterns: [[PredicateValue]], cells: [Measure], place: RulePlace) {
        self.patterns = patterns
        self.cells = cells
        self.place = place
    }
}

/// One cell: what is done to production, and what else is to be done.
public struct Measure: Hashable, Sendable {
    /// Nil: the table says nothing about production.
    public var action: OrderAction?
    /// Transport, dust and other obligations beside the production one.
    public var duties: [String]

    public init(action: OrderAction?, duties: [String] = []) {
        self.action = action
        self.duties = duties
    }
}

/// What holds between two days of each year, warning or not (错峰生产, 秋冬季生产调控). No lift ends it.
public struct Season: Hashable, Sendable {
    public var id: String
    public var name: String
    public var lead: String?
    /// Both included; from after until: across the turn of the year.
    public var from: MonthDay
    public var until: MonthDay
    public var subject: OrderSubject
    public var who: Predicate
    public var measure: Measure
    public var cites: [String]
    public var place: RulePlace

    public init(
        id: String, name: String, lead: String?, from: MonthDay, until: MonthDay, subject: OrderSubject, who: Predicate,
        measure: Measure, cites: [String], place: RulePlace
    ) {
        self.id = id
        self.name = name
        self.lead = lead
        self.from = from
        self.until = until
        self.subject = subject
        self.who = who
        self.measure = measure
        self.cites = cites
        self.place = place
    }
}
