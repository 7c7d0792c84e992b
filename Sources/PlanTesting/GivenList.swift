import AirQuality
import Lists
import PlanModel

/// The rows that a test states, as a list of their own.
///
/// What an enterprise or a site is ordered depends on nothing but its own row and the lists of names, so that the city's list need not
/// be there.
struct GivenList {
    private(set) var list: EmissionList

    /// nil where the test states none.
    init?(_ test: PlanTest, area: Area, levels: [Level]) {
        let rows = test.givens.compactMap { given in if case .row(let row) = given { row } else { nil } }
        if rows.isEmpty { return nil }
        let enterprises = rows.filter { $0.subject == .enterprise }
        let sites = rows.filter { $0.subject == .site }
        // What is worked out of facilities: one whose deadline is long over.
        let overdue = enterprises.indices.filter { enterprises[$0].holds("upgrade_overdue") }
        let deadline = TableColumn(
            name: "upgrade_deadline", cells: .dates(overdue.map { _ in 0 }))
        list = EmissionList(
            enterprises: Self.table(.enterprises, enterprises, area), lines: Table(kind: .lines, file: ""),
            facilities: Table(kind: .facilities, file: "", count: overdue.count, columns: [deadline]),
            sites: Self.table(.sites, sites, area), names: Self.names(rows), facts: FactBook(), lineOwners: [],
            facilityOwners: overdue.map(Int32.init), linesOfEnterprise: RowGroups(owners: [], count: enterprises.count))
        list.levels = levels.map(\.id)
    }

    private static func table(_ kind: TableKind, _ rows: [GivenRow], _ area: Area) -> Table {
        var table = Table(kind: kind, file: "", count: rows.count)
        let code = kind == .sites ? "site_id" : "credit_code"
        let own = [code, "name", "county"].map { ColumnReference(name: $0, type: kind.column($0)?.type) }
        var columns = own
        for cell in rows.flatMap(\.cells) + rows.flatMap(\.namedCells)
        where !columns.contains(where: { $0.name == cell.column.name }) {
            columns.append(cell.column)
        }
        for column in columns {
            let values = rows.map { row -> PredicateValue? in
                switch column.name {
                case code, "name": .text(row.name)
                case "county": row.value("county") ?? area.counties.first.map { .text($0) }
                default: row.value(column.name) ?? row.namedCells.first { $0.column.name == column.name }?.value
                }
            }
            let type = column.type ?? kind.column(column.name)?.type
            table.columns.append(TableColumn(name: column.name, cells: cells(values, type, &table.bytes)))
        }
        return table
    }

    private static func cells(_ values: [PredicateValue?], _ type: ColumnType?, _ bytes: inout [UInt8]) -> TableColumn.Cells {
        switch type {
        case .number?: return .numbers(values.map { if case .number(let number)? = $0 { number } else { -1 } })
        case .date?:
            return .dates(
                values.map { if case .date(let date)? = $0 { Int32(clamping: date.days) } else { TableColumn.blankDate } })
        case .yesNo?: return .flags(values.map { $0 == .choice("yes") ? 1 : $0 == .choice("no") ? 0 : 2 })
        case .choice(let choices)?:
            return .choices(
                values.map { value in Int8(clamping: choices.firstIndex { value == .choice($0.name) } ?? -1) })
        case .name?:
            let names = values.compactMap { $0?.cell }
            var next: Int32 = -1
            return .names(
                ids: values.map { value in
                    if value == nil { return -1 }
                    next += 1
                    return next
                }, names: names)
        case .text?, nil:
            return .text(
                values.map { value in
                    let text = Array((value?.cell ?? "").utf8)
                    let slice = TextSlice(start: UInt32(clamping: bytes.count), count: UInt32(clamping: text.count))
                    bytes += text
                    return slice
                })
        }
    }

    /// The lists on which some row stands, be it by what a column of it names.
    private static func names(_ rows: [GivenRow]) -> [String: NameList] {
        var names: [String: NameList] = [:]
        for row in rows {
            for listing in row.lists {
                let text = listing.column.flatMap { row.cell($0.name) } ?? row.name
                names[listing.list, default: NameList(file: "", entries: [])].entries.append(
                    NameList.Entry(
                        code: listing.column == nil ? row.name : "", name: text, from: nil, until: nil, document: "", reason: "",
                        fileLine: 0))
            }
        }
        return names
    }
}

extension GivenRow {
    func value(_ column: String) -> PredicateValue? { cells.first { $0.column.name == column }?.value }

    fileprivate func holds(_ column: String) -> Bool { value(column) == .choice("yes") }

    /// What a column names that is on a list, but is not stated itself.
    fileprivate var namedCells: [Cell] {
        lists.compactMap { listing in
            guard let column = listing.column, value(column.name) == nil else { return nil }
            return Cell(column: column, value: .text("\(column.name) of \(name)"))
        }
    }

    /// The text of a column that is stated, or made up because it is on a list.
    fileprivate func cell(_ column: String) -> String? {
        value(column)?.cell ?? namedCells.first { $0.column.name == column }?.value.cell
    }
}

extension PredicateValue {
    /// As a cell holds it.
    fileprivate var cell: String {
        switch self {
        case .text(let text), .choice(let text): text
        case .number, .date: text
        }
    }
}
