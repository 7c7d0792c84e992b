import AirQuality
import PlanModel

/// Reads a list of names, such as a whitelist.
enum NamesReader {
    /// - Parameter list: Who could be meant.
    static func read(_ files: [TableFile], _ name: ListName, _ list: EmissionList) -> (NameList, [ListFinding]) {
        guard let file = files.first(where: { $0.name == name.file }) else {
            let finding = ListFinding(
                id: "table-missing", severity: .error, file: name.file,
                message: "the list \(name.id) has no table in the plan folder",
                help: "add \(name.file), be it with its head alone")
            return (NameList(file: name.file, entries: []), [finding])
        }
        var output = TableReader(kind: .names, levels: []).read(file)
        let table = output.table
        let dates = (from: table.dates("from"), until: table.dates("until"))
        func date(_ cells: [Int32]?, _ row: Int) -> LocalDate? {
            guard let day = cells?[row], day != TableColumn.blankDate else { return nil }
            return LocalDate(days: Int(day))
        }
        let entries = (0..<table.count).map { row in
            NameList.Entry(
                code: table.text(row, "credit_code"), name: table.text(row, "name"), from: date(dates.from, row),
                until: date(dates.until, row), document: table.text(row, "document"), reason: table.text(row, "reason"),
                fileLine: Int(table.fileLines[row]))
        }
        if table.count > 0, table.index(of: "credit_code") == nil, table.index(of: "name") == nil {
            output.bag.add(
                "column-missing", .error, "a list of names has a column credit_code (统一社会信用代码) or name (名称)", help: "add one")
        } else {
            check(entries, &output, list)
        }
        return (NameList(file: name.file, entries: entries), output.bag.finish())
    }

    private static func check(_ entries: [NameList.Entry], _ output: inout TableReader.Output, _ list: EmissionList) {
        let known = KnownNames(list, wanted: Set(entries.lazy.filter { $0.code.isEmpty }.map(\.name)))
        let codeHead = output.heads["credit_code"] ?? "credit_code"
        let nameHead = output.heads["name"] ?? "name"
        for entry in entries {
            let line = entry.fileLine
            if entry.code.isEmpty, entry.name.isEmpty {
                output.bag.add("entry-nobody", .error, line: line, "the entry has neither a code nor a name", help: "write one")
                continue
            }
            if let from = entry.from, let until = entry.until, until < from {
                output.bag.add(
                    "dates-reversed", .error, line: line, column: output.heads["until"], value: "\(until)",
                    "the entry ends before it begins, on \(from)", help: "swap the dates")
            }
            let isKnown = entry.code.isEmpty ? known.has(name: entry.name) : known.has(code: entry.code)
            if isKnown { continue }
            let value = CellContext.shown(entry.code.isEmpty ? entry.name : entry.code)
            if entry.code.utf8.count >= 15, let (message, help) = CreditCode.objection(entry.code) {
                output.bag.add("credit-code", .warning, line: line, column: codeHead, value: value, message, help: help)
            }
            output.bag.add(
                "entry-unmatched", .note, line: line, column: entry.code.isEmpty ? nameHead : codeHead, value: value,
                "nobody on the list is meant by the entry", help: "no enterprise, site or contractor has this code or name")
        }
    }
}

/// Codes and names by which an entry can mean an enterprise, a site, or a contractor.
private struct KnownNames {
    private let list: EmissionList
    private var names: Set<String> = []
    private var contractorCodes: Set<String> = []

    /// - Parameter wanted: Names without a code; only these are looked for.
    init(_ list: EmissionList, wanted: Set<String>) {
        self.list = list
        if let codes = list.sites.slices("contractor_code") { contractorCodes = Set(codes.lazy.map(list.sites.string)) }
        guard !wanted.isEmpty else { return }
        if let contractors = list.sites.names("contractor")?.names { names.formUnion(contractors.filter(wanted.contains)) }
        for table in [list.enterprises, list.sites] {
            for name in table.slices("name") ?? [] {
                let name = table.string(name)
                if wanted.contains(name) { names.insert(name) }
            }
        }
    }

    func has(name: String) -> Bool { names.contains(name) }

    func has(code: String) -> Bool {
        list.row(ofEnterprise: code) != nil || list.row(ofSite: code) != nil || contractorCodes.contains(code)
    }
}
