import PlanModel
import Presentation

/// Checks of tables that have been read, of each alone and against one another.
/// Used by one thread; a class, so that a finding may look at the tables while it is added.
final class ListChecks {
    let plan: Plan
    private(set) var outputs: [TableKind: TableReader.Output]

    init(plan: Plan, outputs: [TableKind: TableReader.Output]) {
        self.plan = plan
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
        let known = plan.areas.flatMap(\.counties)
        guard !known.isEmpty, let (ids, names) = table(kind).names("county") else { return }
        for (number, name) in names.enumerated() where !known.contains(name) {
            let (row, count) = Self.rows(ids, of: number)
            add(
                kind, "county-unknown", .error, row: row, column: "county", value: name,
                "no area of the plan has the county \(name)" + Self.alike(count),
                help: Suggestion.closest(to: name, among: known).map { "did you mean \($0)?" }
                    ?? "name it in the plan: counties \(known.joined(separator: ", ")), …")
        }
    }

    /// The first row with a name, and how many have it.
    static func rows(_ ids: [Int32], of number: Int) -> (first: Int?, count: Int) {
        var first: Int?
        var count = 0
        for (row, id) in ids.enumerated() where Int(id) == number {
            first = first ?? row
            count += 1
        }
        return (first, count)
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
