import AirQuality
public import PlanModel
import Presentation

/// Checks facts against a list: whom and what they speak of, and whether the value can stand there.
public struct FactChecks: Sendable {
    private let list: EmissionList
    private let levels: [Level]
    private let known: PlannedNames

    /// - Parameter plan: Says which levels, counties and industries there are.
    public init(list: EmissionList, plan: Plan) {
        self.list = list
        levels = plan.levels
        known = PlannedNames(plan)
    }

    public func check(_ facts: [FactsReader.PlacedFact], file: String) -> [ListFinding] {
        var bag = FindingBag(file: file)
        var seen: [Key: Int] = [:]
        for placed in facts {
            let fact = placed.fact
            guard let target = list.target(of: fact.subject) else {
                bag.add(
                    "fact-subject", .warning, line: placed.line, value: CellContext.shown(fact.subject),
                    "nobody on the list is meant by \(CellContext.shown(fact.subject))",
                    help: "write a credit code, the id of a site, or CODE/ID of a line or facility")
                continue
            }
            let table = list.table(target.kind)
            guard let kind = table.cellKind(of: fact.fact, levels: levels.map(\.id)) else {
                addUnknown(fact, placed.line, table, &bag)
                continue
            }
            if let (message, help) = objection(fact.value, kind) {
                bag.add(
                    "fact-value", .error, line: placed.line, column: fact.fact, value: CellContext.shown(fact.value), message,
                    help: help
                )
            }
            checkName(fact, placed.line, &bag)
            let key = Key(subject: fact.subject, fact: fact.fact, from: fact.from.days)
            if let first = seen[key] {
                bag.add(
                    "fact-twice", .warning, line: placed.line, column: fact.fact, value: CellContext.shown(fact.value),
                    "line \(first) says the same of \(CellContext.shown(fact.subject)) from the same day on; the later line counts",
                    help: "keep one of them")
            }
            seen[key] = placed.line
        }
        return bag.finish()
    }

    /// A county or an industry that no rule can know would take the enterprise out of all orders.
    private func checkName(_ fact: Fact, _ line: Int, _ bag: inout FindingBag) {
        switch fact.fact {
        case "county" where !known.has(county: fact.value):
            bag.add(
                "fact-value", .error, line: line, column: fact.fact, value: CellContext.shown(fact.value),
                known.message(county: fact.value), help: known.help(county: fact.value))
        case "industry" where !known.has(industry: fact.value):
            let near = known.near(industry: fact.value)
            guard known.declaresIndustries || near != nil else { return }
            bag.add(
                "fact-value", known.declaresIndustries ? .error : .warning, line: line, column: fact.fact,
                value: CellContext.shown(fact.value), known.message(industry: fact.value),
                help: PlannedNames.help(nearIndustry: near))
        default: break
        }
    }

    private struct Key: Hashable {
        var subject: String
        var fact: String
        var from: Int
    }

    private func addUnknown(_ fact: Fact, _ line: Int, _ table: Table, _ bag: inout FindingBag) {
        let name = CellContext.shown(fact.fact)
        if table.kind.column(fact.fact)?.isDerived == true {
            bag.add("fact-derived", .error, line: line, value: name, "\(name) is worked out and cannot be stated as a fact")
            return
        }
        if table.isKey(fact.fact) {
            bag.add(
                "fact-key", .error, line: line, value: name, "\(name) tells who is meant and cannot be changed by a fact",
                help: "change the table itself")
            return
        }
        let near = Suggestion.closest(to: fact.fact, among: HeadReader.names(of: table.kind, levels))
        bag.add(
            "fact-unknown", .error, line: line, value: name, "the table of \(table.kind.rawValue) has no column \(name)",
            help: near.map { "did you mean \($0)?" })
    }

    private func objection(_ value: String, _ kind: ColumnPlan.Kind) -> (String, String?)? {
        switch kind {
        case .text, .name: nil
        case .flag(let filed):
            Words.flag(value, filed: filed) == nil ? (CellText.objection(value, kind), CellText.mend(value, kind)) : nil
        case .choice(let choices):
            Words.choice(value, of: choices) == nil ? (CellText.objection(value, kind), CellText.mend(value, kind)) : nil
        case .date: DateCell.read(value.utf8) == nil ? (CellText.objection(value, kind), CellText.mend(value, kind)) : nil
        case .number(let range):
            switch NumberCell.read(value.utf8) {
            case .success(let number): range.objection(number).map { ("\(decimal(number)) \($0)", nil) }
            case .failure(let error): error.problem.text
            }
        }
    }
}

extension Table {
    /// Columns that tell which row is which; facts do not change them.
    func isKey(_ column: String) -> Bool {
        switch kind {
        case .enterprises: column == "credit_code"
        case .lines: column == "credit_code" || column == "line_id"
        case .facilities: column == "credit_code" || column == "facility_id"
        case .sites: column == "site_id"
        case .facts, .names: true
        }
    }

    /// How a column is read, whether the table has it or could have it; nil where a fact cannot speak of it.
    func cellKind(of column: String, levels: [String]) -> ColumnPlan.Kind? {
        if isKey(column) { return nil }
        if let layout = kind.column(column) { return layout.isDerived ? nil : ColumnPlan.Kind(layout) }
        if kind == .lines, levels.contains(column) { return .flag(filed: true) }
        if kind == .enterprises, levels.contains(where: { "pledge_\($0)" == column }) { return .text }
        // An extra column of the file; in a table of lines one that holds yes or no is a level's.
        guard let index = index(of: column) else { return nil }
        if case .flags = columns[index].cells { return .flag(filed: true) }
        return .text
    }
}
