import Lists
import PlanModel

/// The enterprises and sites of an area: those of its counties, or all where it names none.
struct AreaRows {
    let enterprises: RowSet
    let sites: RowSet

    init(area: Area, list: EmissionList) {
        enterprises = Self.rows(area, list.enterprises)
        sites = Self.rows(area, list.sites)
    }

    func rows(_ subject: OrderSubject) -> RowSet? {
        switch subject {
        case .enterprise: enterprises
        case .site: sites
        case .line, .facility: nil
        }
    }

    private static func rows(_ area: Area, _ table: Table) -> RowSet {
        if area.counties.isEmpty { return RowSet(count: table.count, all: true) }
        guard case .names(let ids, let names)? = table.column("county")?.cells else {
            return RowSet(count: table.count) { area.counties.contains(table.text($0, "county")) }
        }
        let isMeant = names.map { area.counties.contains($0) }
        return RowSet(count: table.count) { ids[$0] >= 0 && isMeant[Int(ids[$0])] }
    }
}

extension EmissionList {
    /// A list without rows.
    static let empty = EmissionList(
        enterprises: Table(kind: .enterprises, file: ""), lines: Table(kind: .lines, file: ""),
        facilities: Table(kind: .facilities, file: ""), sites: Table(kind: .sites, file: ""), names: [:], facts: FactBook(),
        lineOwners: [], facilityOwners: [], linesOfEnterprise: RowGroups(starts: [0], rows: []))
}
