import PlanModel

/// What can be said about the rules of orders, as data. Ids, severities and texts are made of it in `OrderFindingText.swift`.
enum OrderFindingKind: Hashable, Sendable {
    // Tables and lists.
    case invalidFileName(String)
    case tableNotFound(String, isError: Bool)
    /// Why, and how to mend it.
    case tableUnreadable(String, String)
    case listNotFound(String, file: String, suggestion: String?)
    case ordersWithoutEnterprises(String)
    case countyTwice(String)
    case areaWithoutCounties(String)

    // Predicates and patterns.
    case unknownColumn(String, table: TableKind, suggestion: String?)
    case unknownChoice(String, column: String, choices: [String], suggestion: String?)
    case unknownValue(noun: String, String, suggestion: String?)
    case wrongValue(column: String, expected: String, found: String)
    case unquotedText(String, column: String)
    case notOrdered(column: String)
    case notYesNo(column: String, example: String)
    case numberOutOfBounds(String, column: String, bounds: String)
    case columnUnit(String, column: String, own: String?)

    // Clauses of rules.
    case missingRuleClause(rule: String, clause: String, example: String)
    case subjectWithoutOrders(rule: String, OrderSubject)
    case notGrantable(String)
    case exemptionWithoutCitation(String)
    case invalidDate(String)
    case fromAfterUntil
    case seasonWithYear
    case invalidMonthDay(String)
    case countBounds
    case invalidCount(String)
    case percentOutOfRange(String)
    case allByPercent(isLines: Bool)
    case targetTwice(level: String, EmittedPollutant)
    case targetLower(level: String, EmittedPollutant, percent: Int, lower: Int)
    case emissionUnit(String?)
    case emissionNumber(String)

    // Decision tables.
    case headTwice(String)
    case levelMissing(String)
    /// A file without rows is an error: nothing would hold the file to the plan.
    case noRows(String, isError: Bool)
    case patternCount(Int, columns: Int)
    case cellCount(Int, levels: Int)
    case blankPattern
    case blankMeasure
    case tooManyRows
    case looserAtHigherLevel(String, than: String, higher: String, lower: String)
    case gaps([String], more: Int)
    case deadRow(more: Int)
    case overlap(line: Int, example: String)
    case tableNotChecked(String, onlyOverlaps: Bool)
}
