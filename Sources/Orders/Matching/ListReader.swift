import AirQuality
import Lists
import PlanModel

/// The list on one day, as rules ask it: tables with what is worked out of them, and lists of names.
struct ListReader: Sendable {
    let list: EmissionList
    let day: LocalDate
    private let lookups: [String: NameLookup]
    /// Enterprises whose lines name what stops at some level.
    let withFiledPlan: RowSet
    private let overdue: RowSet

    init(list: EmissionList, rules: OrderRules, levels: [Level], day: LocalDate) {
        self.list = list
        self.day = day
        lookups = list.names.mapValues { NameLookup($0, day: day) }
        withFiledPlan = Self.filed(list, levels)
        overdue = Self.overdue(list, day)
    }

    func table(_ subject: OrderSubject) -> Table {
        switch subject {
        case .enterprise: list.enterprises
        case .site: list.sites
        case .line: list.lines
        case .facility: list.facilities
        }
    }

    func lookup(_ list: String) -> NameLookup { lookups[list] ?? NameLookup(nil, day: day) }

    /// Columns that are worked out rather than read, where the table does not hold them.
    func derived(_ name: String, of kind: TableKind) -> RowSet? {
        guard kind == .enterprises else { return nil }
        switch name {
        case "upgrade_overdue": return overdue
        case "filed_plan": return withFiledPlan
        default: return nil
        }
    }

    /// A line with any yes or no in a level's column makes a filed plan of its plant.
    private static func filed(_ list: EmissionList, _ levels: [Level]) -> RowSet {
        var result = RowSet(count: list.enterprises.count, all: false)
        for level in levels {
            guard case .flags(let flags)? = list.lines.column(level.id)?.cells else { continue }
            for (line, flag) in flags.enumerated() where flag != 2 && list.lineOwners[line] >= 0 {
                result.insert(Int(list.lineOwners[line]))
            }
        }
        return result
    }

    /// A facility with a deadline before the day that was not completed by the day.
    private static func overdue(_ list: EmissionList, _ day: LocalDate) -> RowSet {
        var result = RowSet(count: list.enterprises.count, all: false)
        guard case .dates(let deadlines)? = list.facilities.column("upgrade_deadline")?.cells else { return result }
        var completed = [Int32](repeating: TableColumn.blankDate, count: list.facilities.count)
        if case .dates(let days)? = list.facilities.column("completed")?.cells { completed = days }
        for (row, deadline) in deadlines.enumerated() {
            guard deadline != TableColumn.blankDate, Int(deadline) < day.days, list.facilityOwners[row] >= 0 else { continue }
            let isDone = completed[row] != TableColumn.blankDate && Int(completed[row]) <= day.days
            if !isDone { result.insert(Int(list.facilityOwners[row])) }
        }
        return result
    }
}
