import Lists
import PlanModel

/// What the rules of orders read of a list.
struct RuleReads {
    /// English names of columns.
    private(set) var columns: Set<String> = ["name", "county"]
    /// Columns whose cells may be looked up in lists.
    private(set) var keyColumns: Set<String> = ["credit_code", "site_id", "name"]
    private(set) var lists: Set<String> = []
    private let levels: Set<String>

    init(_ rules: OrderRules, levels: [Level]) {
        self.levels = Set(levels.map(\.id))
        for table in rules.measures {
            columns.formUnion(table.columns.map(\.name))
            note(table.scope)
        }
        for season in rules.seasons { note(season.who) }
        for exemption in rules.exemptions {
            note(exemption.who)
            if let condition = exemption.condition { note(condition) }
            for bar in exemption.bars { note(bar.when) }
        }
        columns.formUnion(keyColumns)
    }

    private mutating func note(_ predicate: Predicate) {
        switch predicate {
        case .always: break
        case .compare(let column, _, _), .isIn(let column, _), .holds(let column): columns.insert(column.name)
        case .onList(let column, let list):
            lists.insert(list)
            if let column { keyColumns.insert(column.name) }
            // A contractor is looked up by its code, too.
            if column?.name == "contractor" { keyColumns.insert("contractor_code") }
        case .and(let parts), .or(let parts): for part in parts { note(part) }
        case .not(let inner): note(inner)
        }
    }

    /// Whether a fact changes what the rules read, be it through a column that is worked out.
    func reads(_ fact: Fact) -> Bool {
        columns.contains(fact.fact)
            || columns.contains("upgrade_overdue") && ["upgrade_deadline", "completed"].contains(fact.fact)
            || columns.contains("filed_plan") && levels.contains(fact.fact)
    }
}
