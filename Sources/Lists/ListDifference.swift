public import PlanModel

/// What differs between two lists: rows in, rows out, and rows whose cells changed. Values alone; what it does to orders is not
/// looked at.
public struct ListDifference: Hashable, Sendable {
    /// Enterprises, lines, facilities and sites, in this order.
    public var tables: [TableDifference]

    public init(from old: EmissionList, to new: EmissionList) {
        tables = [
            TableDifference(old.enterprises, new.enterprises, old.keys(.enterprises), new.keys(.enterprises)),
            TableDifference(old.lines, new.lines, old.keys(.lines), new.keys(.lines)),
            TableDifference(old.facilities, new.facilities, old.keys(.facilities), new.keys(.facilities)),
            TableDifference(old.sites, new.sites, old.keys(.sites), new.keys(.sites)),
        ]
    }

    public var isEmpty: Bool { tables.allSatisfy(\.isEmpty) }
}

/// What differs between two tables of one kind. Rows are known by their key: the credit code, the id of a site, or CODE/ID of a
/// line or facility; their order does not matter.
public struct TableDifference: Hashable, Sendable {
    public struct Change: Hashable, Sendable {
        public var key: String
        /// Name of the row, where its table has names.
        public var name: String
        /// Places of the row in the old and in the new table.
        public var oldRow: Int
        public var newRow: Int
        public var cells: [Cell]
    }

    public struct Cell: Hashable, Sendable {
        /// English name; of an extra column that of the head.
        public var column: String
        /// As people read them; empty where blank.
        public var old: String
        public var new: String
    }

    public var kind: TableKind
    /// Rows of the new table alone, and of the old one alone, in list order.
    public var added: [Int]
    public var removed: [Int]
    /// In the order of the new list.
    public var changed: [Change]

    public var isEmpty: Bool { added.isEmpty && removed.isEmpty && changed.isEmpty }

    init(_ old: Table, _ new: Table, _ oldKeys: [String], _ newKeys: [String]) {
        kind = new.kind
        added = []
        changed = []
        let oldRows = Dictionary(oldKeys.enumerated().map { ($1, $0) }) { first, _ in first }
        var names = new.columns.map(\.name)
        names += old.columns.map(\.name).filter { new.index(of: $0) == nil }
        // A column that is worked out differs with the day, not with the list.
        let columns = names.filter { new.kind.column($0)?.isDerived != true }.map { name in
            (name: name, old: old.index(of: name), new: new.index(of: name))
        }
        var isKept = [Bool](repeating: false, count: old.count)
        for (row, key) in newKeys.enumerated() {
            guard let before = oldRows[key] else {
                added.append(row)
                continue
            }
            isKept[before] = true
            var cells: [Cell] = []
            for column in columns {
                if let oldColumn = column.old, let newColumn = column.new, old.same(before, oldColumn, new, row, newColumn) {
                    continue
                }
                let then = column.old.map { old.text(before, $0) } ?? ""
                let now = column.new.map { new.text(row, $0) } ?? ""
                if then != now { cells.append(Cell(column: column.name, old: then, new: now)) }
            }
            if !cells.isEmpty {
                changed.append(
                    Change(key: key, name: new.text(row, "name"), oldRow: before, newRow: row, cells: cells))
            }
        }
        removed = isKept.indices.filter { !isKept[$0] }
    }
}

extension EmissionList {
    /// What each row of a table is known by.
    func keys(_ kind: TableKind) -> [String] {
        let table = table(kind)
        func texts(_ column: String) -> [String] {
            table.slices(column)?.map(table.string) ?? [String](repeating: "", count: table.count)
        }
        switch kind {
        case .enterprises: return texts("credit_code")
        case .sites: return texts("site_id")
        case .lines: return zip(texts("credit_code"), texts("line_id")).map { "\($0)/\($1)" }
        case .facilities: return zip(texts("credit_code"), texts("facility_id")).map { "\($0)/\($1)" }
        case .facts, .names: return []
        }
    }
}

extension Table {
    /// Whether two cells are surely the same, seen without making text of them.
    fileprivate func same(_ row: Int, _ column: Int, _ other: Table, _ otherRow: Int, _ otherColumn: Int) -> Bool {
        switch (columns[column].cells, other.columns[otherColumn].cells) {
        case (.text(let mine), .text(let theirs)):
            let (left, right) = (mine[row], theirs[otherRow])
            return bytes[Int(left.start)..<Int(left.start) + Int(left.count)]
                .elementsEqual(other.bytes[Int(right.start)..<Int(right.start) + Int(right.count)])
        case (.numbers(let mine), .numbers(let theirs)): return mine[row] == theirs[otherRow]
        case (.dates(let mine), .dates(let theirs)): return mine[row] == theirs[otherRow]
        case (.flags(let mine), .flags(let theirs)): return mine[row] == theirs[otherRow]
        case (.choices(let mine), .choices(let theirs)): return mine[row] == theirs[otherRow]
        default: return false
        }
    }
}
