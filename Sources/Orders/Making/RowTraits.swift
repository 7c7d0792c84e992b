import Lists
import PlanModel

/// What orders say about a row whichever rules speak of it.
struct RowTraits {
    /// Rows with running = no.
    let standsStill: RowSet
    private let missing: RowSet
    private let pending: RowSet
    private let isEnterprise: Bool
    /// What enterprises pledged at the level, and at any.
    private let pledges: [[TextSlice]]

    /// - Parameter level: The id of the level; nil: no warning, when nobody owes a pledge.
    init(_ table: Table, readsGrade: Bool, level: String?) {
        isEnterprise = table.kind == .enterprises
        pledges = level.map { ["pledge_\($0)", "pledge"].map(table.slices) } ?? []
        if case .flags(let flags)? = table.column("running")?.cells {
            standsStill = RowSet(count: table.count) { flags[$0] == 0 }
        } else {
            standsStill = RowSet(count: table.count, all: false)
        }
        guard table.kind == .enterprises, readsGrade else {
            missing = RowSet(count: table.count, all: false)
            pending = missing
            return
        }
        if case .choices(let grades)? = table.column("grade")?.cells {
            missing = RowSet(count: table.count) { grades[$0] < 0 }
            pending = RowSet(count: table.count) { grades[$0] == GradeCells.pending }
        } else {
            missing = RowSet(count: table.count, all: true)
            pending = RowSet(count: table.count, all: false)
        }
    }

    @inline(__always) func flags(_ row: Int) -> OrderFlags {
        missing[row] ? .gradeMissing : pending[row] ? .gradePending : []
    }

    /// Whether an enterprise states neither what it pledged at the level nor what it pledged at all. Sites owe no pledge.
    @inline(__always) func lacksPledge(_ row: Int) -> Bool {
        isEnterprise && !pledges.isEmpty && pledges[0][row].count == 0 && pledges[1][row].count == 0
    }
}

extension OrderRules {
    /// Whether any rule asks for the grade, so that a missing one matters.
    var readsGrade: Bool {
        measures.contains { $0.columns.contains { $0.name == "grade" } || $0.scope.names("grade") }
            || exemptions.contains { exemption in
                exemption.who.names("grade") || exemption.bars.contains { $0.when.names("grade") }
                    || exemption.condition?.names("grade") ?? false
            } || seasons.contains { $0.who.names("grade") }
    }
}

extension Predicate {
    /// Whether it reads a column.
    func names(_ column: String) -> Bool {
        switch self {
        case .always: false
        case .compare(let reference, _, _), .isIn(let reference, _), .holds(let reference): reference.name == column
        case .onList(let reference, _): reference?.name == column
        case .and(let parts), .or(let parts): parts.contains { $0.names(column) }
        case .not(let inner): inner.names(column)
        }
    }
}
