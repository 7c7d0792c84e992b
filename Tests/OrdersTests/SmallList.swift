import AirQuality
import Lists
import PlanModel

/// A list written down in a test: rows as names and texts, as they would stand in the files.
struct SmallList {
    typealias Row = [String: String]

    var enterprises: [Row] = []
    var lines: [Row] = []
    var facilities: [Row] = []
    var sites: [Row] = []
    var names: [String: [NameList.Entry]] = [:]
    var facts: [Fact] = []
    var levels = ["yellow", "orange", "red"]

    /// The list as the engine has it.
    var list: EmissionList {
        let codes = Dictionary(enterprises.enumerated().map { ($1["credit_code"] ?? "", Int32($0)) }) { first, _ in first }
        func owners(_ rows: [Row]) -> [Int32] { rows.map { codes[$0["credit_code"] ?? ""] ?? -1 } }
        var list = EmissionList(
            enterprises: table(.enterprises, enterprises), lines: table(.lines, lines),
            facilities: table(.facilities, facilities),
            sites: table(.sites, sites), names: names.mapValues { NameList(file: "names.csv", entries: $0) },
            facts: FactBook(facts: facts),
            lineOwners: owners(lines), facilityOwners: owners(facilities),
            linesOfEnterprise: RowGroups(owners: owners(lines), count: enterprises.count))
        list.levels = levels
        return list
    }

    /// The rows with what facts say on a day written over them.
    func asOf(_ day: LocalDate) -> SmallList {
        var result = self
        var latest: [String: Fact] = [:]
        for fact in facts where fact.from <= day && day <= (fact.until ?? day) {
            let key = fact.subject + "|" + fact.fact
            if let other = latest[key], other.from > fact.from { continue }
            latest[key] = fact
        }
        for fact in latest.values {
            for row in enterprises.indices where enterprises[row]["credit_code"] == fact.subject {
                result.enterprises[row][fact.fact] = fact.value
            }
            for row in sites.indices where sites[row]["site_id"] == fact.subject { result.sites[row][fact.fact] = fact.value }
            for row in lines.indices
            where "\(lines[row]["credit_code"] ?? "")/\(lines[row]["line_id"] ?? "")" == fact.subject {
                result.lines[row][fact.fact] = fact.value
            }
        }
        return result
    }

    private func table(_ kind: TableKind, _ rows: [Row]) -> Table {
        var names = kind.layout.filter { !$0.isDerived }.map(\.name)
        if kind == .lines { names += levels }
        for row in rows { for name in row.keys.sorted() where !names.contains(name) { names.append(name) } }
        let used = names.filter { name in rows.contains { $0[name] != nil } }
        var bytes: [UInt8] = []
        let columns = used.map { name in
            TableColumn(name: name, cells: cells(rows.map { $0[name] ?? "" }, type(of: name, in: kind), &bytes))
        }
        return Table(
            kind: kind, file: "\(kind.rawValue).csv", count: rows.count, bytes: bytes, columns: columns,
            fileLines: rows.indices.map { Int32($0 + 2) })
    }

    private func type(of name: String, in kind: TableKind) -> ColumnType {
        kind.column(name)?.type ?? (kind == .lines && levels.contains(name) ? .yesNo(blank: false) : .text)
    }

    private func cells(_ texts: [String], _ type: ColumnType, _ bytes: inout [UInt8]) -> TableColumn.Cells {
        switch type {
        case .text:
            return .text(
                texts.map { text in
                    let start = UInt32(bytes.count)
                    bytes += Array(text.utf8)
                    return TextSlice(start: start, count: UInt32(text.utf8.count))
                })
        case .name:
            var known: [String] = []
            let ids = texts.map { text -> Int32 in
                if text.isEmpty { return -1 }
                if let place = known.firstIndex(of: text) { return Int32(place) }
                known.append(text)
                return Int32(known.count - 1)
            }
            return .names(ids: ids, names: known)
        case .yesNo: return .flags(texts.map { $0 == "yes" ? 1 : $0 == "no" ? 0 : 2 })
        case .number: return .numbers(texts.map { Self.millionths($0) ?? -1 })
        case .date: return .dates(texts.map { LocalDate($0).map { Int32($0.days) } ?? TableColumn.blankDate })
        case .choice(let choices): return .choices(texts.map { text in Int8(choices.firstIndex { $0.name == text } ?? -1) })
        }
    }

    static func millionths(_ text: String) -> Int64? {
        guard let value = Double(text) else { return nil }
        return Int64((value * 1_000_000).rounded())
    }
}
