import PlanModel
import Presentation

/// Reads the head of a table: which column of the layout each of its names means.
struct HeadReader {
    let kind: TableKind
    let levels: [Level]

    static let maximumColumns = 256

    /// How columns are read, in the order of the head. Errors go to the bag.
    func columns(_ head: [String], line: Int, into bag: inout FindingBag) -> [ColumnPlan] {
        var plans: [ColumnPlan] = []
        var taken: [String: String] = [:]
        for (place, name) in head.enumerated() {
            if name.isEmpty {
                bag.add(
                    "head-blank", .warning, line: line, "column \(place + 1) has no name and is not read",
                    help: "name it in the first row, or take it away")
                continue
            }
            guard let plan = column(name, place: place, line: line, into: &bag) else { continue }
            if let first = taken[plan.name] {
                let shown = CellContext.shown(name)
                bag.add(
                    "head-duplicate", .error, line: line, column: name,
                    first == name
                        ? "the column \(shown) is there twice" : "\(CellContext.shown(first)) and \(shown) are the same column",
                    help: "keep one of them")
                continue
            }
            taken[plan.name] = name
            plans.append(plan)
        }
        let missing = kind.layout.filter { $0.isRequired && taken[$0.name] == nil }
        for layout in missing {
            bag.add(
                "column-missing", .error, line: line,
                "the table of \(kind.rawValue) has no column \(layout.name) (\(layout.chinese[0]))",
                help: missing.count == kind.layout.filter(\.isRequired).count
                    ? "the first row must name the columns: is there a title above it?" : "add it: \(layout.about)")
        }
        return plans
    }

    private func column(_ head: String, place: Int, line: Int, into bag: inout FindingBag) -> ColumnPlan? {
        let name = HeadName(head)
        // As people see it; an extra column's own name stays what rules have to write.
        let shown = CellContext.shown(head)
        if let layout = name.column(of: kind) {
            if layout.isDerived {
                bag.add(
                    "head-derived", .warning, line: line, column: head, "\(shown) is worked out, and not read from the table",
                    help: "take the column away")
                return nil
            }
            if let unit = name.unit, let own = layout.unit, unit != Words.fold(own), Self.isUnit(unit) {
                bag.add(
                    "head-unit", .error, line: line, column: head, "\(shown) must be in \(own)",
                    help: "convert the column to \(own)")
            }
            return ColumnPlan(layout, head: shown, place: place)
        }
        if let column = name.levelColumn(of: kind, levels: levels.map { ($0.id, $0.name) }) {
            return ColumnPlan(name: column, head: shown, place: place, kind: kind == .lines ? .flag(filed: true) : .text)
        }
        if let near = Suggestion.closest(to: head, among: Self.names(of: kind, levels)) {
            bag.add(
                "head-unknown", .warning, line: line, column: head,
                "\(shown) is not a column of the table of \(kind.rawValue); it is "
                    + (keepsOthers ? "kept as one of its own" : "not read"),
                help: "did you mean \(near)?")
        }
        guard keepsOthers else { return nil }
        return ColumnPlan(name: head, head: shown, place: place, kind: .text)
    }

    /// Whether columns beyond the layout are kept: no rule can name those of facts and of lists.
    private var keepsOthers: Bool {
        switch kind {
        case .enterprises, .lines, .facilities, .sites: true
        case .facts, .names: false
        }
    }

    static func names(of kind: TableKind, _ levels: [Level]) -> [String] {
        let own = kind.layout.filter { !$0.isDerived }.flatMap { [$0.name] + $0.chinese }
        switch kind {
        case .enterprises: return own + levels.flatMap { ["pledge_\($0.id)", "自主减排承诺_\($0.name)"] }
        case .lines: return own + levels.flatMap { [$0.id, $0.name] }
        default: return own
        }
    }

    private static func isUnit(_ text: String) -> Bool {
        ["t/a", "t/d", "kg/a", "kg/h", "g/d", "g/h", "吨/年", "吨/天", "吨/日", "千克/年", "公斤/年", "km²", "km2", "亩", "公顷", "t", "吨"]
            .contains(text)
    }
}
