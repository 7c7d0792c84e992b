import PlanModel
import Presentation

/// The columns of a table that predicates may name: of the layout, of the plan's levels, and what else its head has.
struct ColumnSet {
    struct Column {
        var reference: ColumnReference
        var unit: String?
    }

    /// By every name.
    private var columns: [String: Column] = [:]
    /// The English names and those of the head, for “did you mean”.
    private(set) var names: [String] = []
    private var others: [String] = []

    init(_ subject: OrderSubject, levels: [(id: String, name: String)], head: [String]) {
        for layout in subject.table.layout {
            let column = Column(reference: ColumnReference(name: layout.name, type: layout.type), unit: layout.unit)
            names.append(layout.name)
            others += layout.chinese
            for name in [layout.name] + layout.chinese { add(column, as: name) }
        }
        for level in levels {
            switch subject {
            case .enterprise:
                let column = Column(reference: ColumnReference(name: "pledge_\(level.id)", type: .text))
                names.append(column.reference.name)
                for name in [column.reference.name, "自主减排承诺_\(level.id)", "自主减排承诺_\(level.name)"] { add(column, as: name) }
            case .line:
                let column = Column(reference: ColumnReference(name: level.id, type: .yesNo(blank: false)))
                names.append(level.id)
                for name in [level.id, level.name] { add(column, as: name) }
            case .site, .facility: break
            }
        }
        for name in head where !name.isEmpty && columns[name] == nil {
            // What reading the table takes for a column of the layout is that column here too.
            let meant = HeadName(name)
            let known = meant.column(of: subject.table)?.name ?? meant.levelColumn(of: subject.table, levels: levels)
            names.append(name)
            add(known.flatMap { columns[$0] } ?? Column(reference: ColumnReference(name: name, type: nil)), as: name)
        }
    }

    private mutating func add(_ column: Column, as name: String) {
        if columns[name] == nil { columns[name] = column }
    }

    func column(_ name: String) -> Column? { columns[name] }

    func suggestion(for name: String) -> String? { Suggestion.closest(to: name, among: names + others) }
}
