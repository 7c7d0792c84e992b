import Lists
import PlanModel

/// The columns of a table that every row of orders shows.
struct SubjectColumns {
    let table: Table
    let isSite: Bool
    let codes: [TextSlice]
    let names: [TextSlice]
    /// Places of the names in the columns, -1 where blank; empty where the table keeps them otherwise.
    let counties: [Int32]
    let industries: [Int32]
    let grades: [Int8]

    init(_ table: Table, isSite: Bool) {
        self.table = table
        self.isSite = isSite
        codes = table.slices(isSite ? "site_id" : "credit_code")
        names = table.slices("name")
        func ids(_ name: String) -> [Int32]? {
            switch table.column(name)?.cells {
            case .names(let ids, _)?: ids
            case nil: [Int32](repeating: -1, count: table.count)
            default: nil
            }
        }
        func grades() -> [Int8]? {
            switch table.column("grade")?.cells {
            case .choices(let places)?: places
            case nil: [Int8](repeating: -1, count: table.count)
            default: nil
            }
        }
        self.counties = ids("county") ?? []
        self.industries = isSite ? [Int32](repeating: -1, count: table.count) : ids("industry") ?? []
        self.grades = grades() ?? []
    }

    /// The same for rows of one county, industry and grade; nil where that is not known by numbers.
    @inline(__always) func key(_ row: Int) -> UInt64? {
        guard row < counties.count, row < industries.count, row < grades.count else { return nil }
        let county = UInt64(truncatingIfNeeded: counties[row] &+ 1) & 0xFFFFFF
        let industry = UInt64(truncatingIfNeeded: industries[row] &+ 1) & 0xFFFFFF
        let grade = UInt64(truncatingIfNeeded: Int(grades[row]) + 1) & 0xFF
        return county << 40 | industry << 16 | grade << 8 | (isSite ? 1 : 0)
    }

    /// The cells between the name and the level.
    func cells(_ row: Int) -> [UInt8] {
        CSVBytes.cells(
            isSite ? "工地" : "企业", table.text(row, "county"), isSite ? OrderSet.siteIndustry : table.text(row, "industry"),
            grade(row))
    }

    private func grade(_ row: Int) -> String {
        let name = table.text(row, "grade")
        guard case .choice(let choices)? = table.kind.column("grade")?.type else { return name }
        return choices.first { $0.name == name }?.others.first ?? name
    }
}
