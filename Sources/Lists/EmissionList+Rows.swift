public import PlanModel

extension EmissionList {
    /// A row of one of the tables.
    public struct Target: Hashable, Sendable {
        public var kind: TableKind
        public var row: Int

        public init(kind: TableKind, row: Int) {
            self.kind = kind
            self.row = row
        }
    }

    public func table(_ kind: TableKind) -> Table {
        switch kind {
        case .enterprises: enterprises
        case .lines: lines
        case .facilities: facilities
        case .sites: sites
        case .facts, .names: Table(kind: kind, file: "")
        }
    }

    /// The row of an enterprise by its credit code.
    public func row(ofEnterprise code: String) -> Int? { enterpriseIndex?.row(code, in: enterprises) ?? nil }

    /// The row of a site by its id.
    public func row(ofSite id: String) -> Int? { siteIndex?.row(id, in: sites) ?? nil }

    /// What the subject of a fact means: an enterprise by its code, a site by its id, a line or a facility by CODE/ID.
    public func target(of subject: String) -> Target? {
        if let row = row(ofEnterprise: subject) { return Target(kind: .enterprises, row: row) }
        if let row = row(ofSite: subject) { return Target(kind: .sites, row: row) }
        guard let slash = subject.utf8.firstIndex(of: UInt8(ascii: "/")), let owner = row(ofEnterprise: String(subject[..<slash]))
        else { return nil }
        let id = String(subject[subject.index(after: slash)...])
        for row in linesOfEnterprise[owner] where lines.text(Int(row), "line_id") == id {
            return Target(kind: .lines, row: Int(row))
        }
        for row in facilitiesOfEnterprise[owner] where facilities.text(Int(row), "facility_id") == id {
            return Target(kind: .facilities, row: Int(row))
        }
        return nil
    }

    /// Columns of the table of lines that say what a filed plan stops, in the order of the file.
    public var filedColumns: [Int] {
        lines.columns.indices.filter { index in
            guard case .flags = lines.columns[index].cells else { return false }
            return lines.kind.column(lines.columns[index].name) == nil
        }
    }

    /// Finds rows again where a list was put together by hand.
    public mutating func indexRows() {
        if enterpriseIndex == nil { enterpriseIndex = RowIndex(enterprises, enterprises.slices("credit_code") ?? []) }
        if siteIndex == nil { siteIndex = RowIndex(sites, sites.slices("site_id") ?? []) }
    }
}
