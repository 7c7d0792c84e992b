import PlanModel

/// Checks of tables that have been read, of each alone and against one another.
/// Used by one thread; a class, so that a finding may look at the tables while it is added.
final class ListChecks {
    let plan: Plan
    let known: PlannedNames
    private(set) var outputs: [TableKind: TableReader.Output]

    init(plan: Plan, outputs: [TableKind: TableReader.Output]) {
        self.plan = plan
        known = PlannedNames(plan)
        self.outputs = outputs
    }

    func table(_ kind: TableKind) -> Table { outputs[kind]?.table ?? Table(kind: kind, file: "") }

    func head(_ kind: TableKind, _ column: String) -> String { outputs[kind]?.heads[column] ?? column }

    func add(
        _ kind: TableKind, _ id: String, _ severity: ListFinding.Severity, row: Int? = nil, column: String? = nil,
        value: @autoclosure () -> String? = nil, _ message: @autoclosure () -> String, help: @autoclosure () -> String? = nil
    ) {
        guard outputs[kind]?.bag.admits(id, severity) == true else { return }
        // Made before the bag is touched: the message looks at the tables.
        let finding = ListFinding(
            id: id, severity: severity, file: table(kind).file, line: row.map { Int(table(kind).fileLines[$0]) },
            column: column.map { head(kind, $0) }, value: value(), message: message(), help: help())
        outputs[kind]?.bag.append(finding)
    }

    /// Counties that some area names; where none names any, each is known.
    func counties(_ kind: TableKind) {
        guard let (ids, names) = table(kind).names("county") else { return }
        let unknown = names.indices.filter { !known.has(county: names[$0]) }
        for (number, rows) in zip(unknown, Self.rows(ids, of: unknown, names: names.count)) {
            let name = names[number]
            add(
                kind, "county-unknown", .error, row: rows.first, column: "county", value: CellContext.shown(name),
                known.message(county: name) + Self.alike(rows.count), help: known.help(county: name))
        }
    }

    /// The first row of each of some names, and how many have it; in one pass, for a table may have as many names as rows.
    static func rows(_ ids: [Int32], of numbers: [Int], names: Int) -> [(first: Int?, count: Int)] {
        if numbers.isEmpty { return [] }
        var all = [(first: Int?, count: Int)](repeating: (nil, 0), count: names)
        for (row, id) in ids.enumerated() where id >= 0 {
            if all[Int(id)].count == 0 { all[Int(id)].first = row }
            all[Int(id)].count += 1
        }
        return numbers.map { all[$0] }
    }

    static func alike(_ count: Int) -> String { count > 1 ? " (\(count) rows)" : "" }

    /// Numbers of rows as spreadsheets count them: the first few of many.
    func places(_ rows: [Int], _ kind: TableKind) -> String {
        let table = table(kind)
        let shown = rows.prefix(10).map { row in
            String(outputs[kind]?.bag.row(ofLine: Int(table.fileLines[row])) ?? row)
        }
        return (rows.count == 1 ? "row " : "rows ") + shown.joined(separator: ", ") + (rows.count > 10 ? ", …" : "")
    }
}
