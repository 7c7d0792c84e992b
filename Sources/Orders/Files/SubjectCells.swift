import Lists
import PlanModel

/// The first cells of a row: who is ordered.
struct SubjectCells {
    private let table: Table
    private let isSite: Bool
    private let codes: [TextSlice]
    private let names: [TextSlice]
    private let kind: [UInt8]
    private let counties: NamedCells
    private let industries: NamedCells
    private let grades: [[UInt8]]
    private let gradePlaces: [Int8]

    init(_ table: Table, isSite: Bool) {
        self.table = table
        self.isSite = isSite
        codes = table.slices(isSite ? "site_id" : "credit_code")
        names = table.slices("name")
        kind = CSVBytes.cell(isSite ? "工地" : "企业")
        counties = NamedCells(table, "county")
        industries = isSite ? NamedCells(same: OrderSet.siteIndustry) : NamedCells(table, "industry")
        if case .choice(let choices)? = table.kind.column("grade")?.type {
            grades = choices.map { CSVBytes.cell($0.others.first ?? $0.name) }
        } else {
            grades = []
        }
        if case .choices(let places)? = table.column("grade")?.cells { gradePlaces = places } else { gradePlaces = [] }
    }

    @inline(__always)
    func append(_ row: Int, to bytes: inout [UInt8]) {
        table.bytes.withUnsafeBufferPointer { text in
            CSVBytes.append(text.slice(codes[row]), to: &bytes)
            bytes.append(CSVBytes.separator)
            CSVBytes.append(text.slice(names[row]), to: &bytes)
        }
        bytes.append(CSVBytes.separator)
        bytes.append(contentsOf: kind)
        bytes.append(CSVBytes.separator)
        counties.append(row, to: &bytes)
        bytes.append(CSVBytes.separator)
        industries.append(row, to: &bytes)
        bytes.append(CSVBytes.separator)
        if row < gradePlaces.count, gradePlaces[row] >= 0, Int(gradePlaces[row]) < grades.count {
            bytes.append(contentsOf: grades[Int(gradePlaces[row])])
        }
        bytes.append(CSVBytes.separator)
    }

    @inline(__always) func appendCounty(_ row: Int, to bytes: inout [UInt8]) { counties.append(row, to: &bytes) }
}

/// The cells of a column of names, each quoted once.
struct NamedCells {
    private let ids: [Int32]
    private let cells: [[UInt8]]
    private let same: [UInt8]?

    init(_ table: Table, _ name: String) {
        same = nil
        switch table.column(name)?.cells {
        case .names(let ids, let names)?:
            self.ids = ids
            cells = names.map(CSVBytes.cell)
        case .text(let slices)?:
            ids = slices.indices.map { Int32($0) }
            cells = slices.map { CSVBytes.cell(table.string($0)) }
        default:
            ids = [Int32](repeating: -1, count: table.count)
            cells = []
        }
    }

    init(same text: String) {
        ids = []
        cells = []
        same = CSVBytes.cell(text)
    }

    @inline(__always) func append(_ row: Int, to bytes: inout [UInt8]) {
        if let same {
            bytes.append(contentsOf: same)
        } else if ids[row] >= 0 {
            bytes.append(contentsOf: cells[Int(ids[row])])
        }
    }
}
