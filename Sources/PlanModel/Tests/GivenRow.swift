/// An enterprise or a site that a test states itself, so that rules can be tested of whom the list has none like it.
///
/// Columns that are not stated are blank; it is in the county of the area, and on no list but those stated. It has no production lines.
public struct GivenRow: Hashable, Sendable {
    public struct Cell: Hashable, Sendable {
        public var column: ColumnReference
        public var value: PredicateValue

        public init(column: ColumnReference, value: PredicateValue) {
            self.column = column
            self.value = value
        }
    }

    /// The row itself, or what a column of it names, is on a list.
    public struct Listing: Hashable, Sendable {
        public var column: ColumnReference?
        public var list: String

        public init(column: ColumnReference?, list: String) {
            self.column = column
            self.list = list
        }
    }

    /// ``OrderSubject/enterprise`` or ``OrderSubject/site``.
    public var subject: OrderSubject
    public var name: String
    /// In source order, each column once.
    public var cells: [Cell]
    public var lists: [Listing]

    public init(subject: OrderSubject, name: String, cells: [Cell] = [], lists: [Listing] = []) {
        self.subject = subject
        self.name = name
        self.cells = cells
        self.lists = lists
    }

    /// Whether a column cannot be stated: what tells who is meant, and what is worked out of production lines.
    public static func isFixed(_ column: String) -> Bool {
        ["name", "credit_code", "site_id", "filed_plan"].contains(column)
    }
}

extension GivenRow {
    /// `enterprise "…" industry == "钢铁" and grade == B- and on list whitelist`
    var text: String {
        let stating = cells.map { cell -> Predicate in
            switch cell.value {
            case .choice("yes"): .holds(cell.column)
            case .choice("no"): .not(.holds(cell.column))
            default: .compare(cell.column, .equal, cell.value)
            }
        }
        let parts = stating + lists.map { Predicate.onList($0.column, list: $0.list) }
        let stated = parts.isEmpty ? "" : " \(Predicate.and(parts).text)"
        return "\(subject.rawValue) \(PlanTest.quoted(name))\(stated)"
    }
}
