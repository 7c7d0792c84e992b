import AirQuality
import Lists
import PlanModel

/// The days on which a list says to the rules something else than on the day before, and of which rows.
struct ListChanges {
    /// The day before the first change, then each day of a change: every other day is like the last of these before it, and all days
    /// before the first change are like the first of these.
    let days: [LocalDate]
    private var rows: [LocalDate: Set<ChangedRow>] = [:]
    /// Days on which an exemption begins or is over, which may be for any row.
    private var ofAll: Set<LocalDate> = []
    /// Rows whose names or codes facts change: they may be on other lists then, so that they change with every entry.
    private var renamed: Set<ChangedRow> = []
    /// Places of the facts of each row, in the order in which they became known.
    private var facts: [ChangedRow: [Int]] = [:]

    struct ChangedRow: Hashable {
        var isSite: Bool
        var row: Int
    }

    /// - Parameter list: With the facts alone that the rules read.
    init(_ list: EmissionList, exemptions: [Exemption], reads: RuleReads) {
        let keys = reads.keyColumns
        var rows: [LocalDate: Set<ChangedRow>] = [:]
        func note(_ from: LocalDate?, _ until: LocalDate?, _ changed: [ChangedRow]) {
            for day in [from, until.map { $0 + 1 }].compactMap(\.self) { rows[day, default: []].formUnion(changed) }
        }
        for (place, fact) in list.facts.facts.enumerated() {
            guard let row = Self.row(of: fact, in: list) else { continue }
            facts[row, default: []].append(place)
            if keys.contains(fact.fact) { renamed.insert(row) }
            note(fact.from, fact.until, [row])
        }
        let index = KeyIndex(list, reads: reads)
        for (id, names) in list.names where reads.lists.contains(id) {
            for entry in names.entries { note(entry.from, entry.until, index.rows(entry)) }
        }
        if reads.columns.contains("upgrade_overdue") {
            for (facility, owner) in list.facilityOwners.enumerated() where owner >= 0 {
                let row = ChangedRow(isSite: false, row: Int(owner))
                note(nil, list.facilities.date(facility, "upgrade_deadline"), [row])
                note(list.facilities.date(facility, "completed"), nil, [row])
            }
        }
        for exemption in exemptions {
            note(exemption.from, exemption.until, [])
            ofAll.formUnion([exemption.from, exemption.until.map { $0 + 1 }].compactMap(\.self))
        }
        self.rows = rows
        let sorted = rows.keys.sorted()
        days = (sorted.first.map { [$0 + -1] } ?? [LocalDate(days: 0)]) + sorted
    }

    /// The list as far as it says something else on the days of a span than on those of the next one; all of it for the last.
    ///
    /// What rows come to on any day is what they come to on such a day: going back in time, a row is like it was until it changes.
    func part(_ list: EmissionList, of span: Int) -> (list: EmissionList, enterprises: [Int], sites: [Int]) {
        guard days.indices.contains(span + 1), !ofAll.contains(days[span + 1]) else {
            return (list, Array(0..<list.enterprises.count), Array(0..<list.sites.count))
        }
        let changed = renamed.union(rows[days[span + 1]] ?? [])
        let enterprises = changed.filter { !$0.isSite }.map(\.row).sorted()
        let sites = changed.filter(\.isSite).map(\.row).sorted()
        let facts = changed.flatMap { self.facts[$0] ?? [] }.sorted().map { list.facts.facts[$0] }
        return (list.part(enterprises: enterprises, sites: sites, facts: facts), enterprises, sites)
    }

    /// Whether a season holds on some day of a span.
    func holds(_ season: Season, in span: Int) -> Bool {
        guard span > 0, days.indices.contains(span + 1) else { return true }
        // A season of the leap day alone has a day in any eight years.
        let length = min(days[span + 1].days - days[span].days, 366 * 8)
        return (0..<length).contains { season.holds(on: days[span] + $0) }
    }

    /// The enterprise or site of which a fact is, directly or through a line or facility.
    private static func row(of fact: Fact, in list: EmissionList) -> ChangedRow? {
        guard let target = list.target(of: fact.subject) else { return nil }
        switch target.kind {
        case .enterprises: return ChangedRow(isSite: false, row: target.row)
        case .sites: return ChangedRow(isSite: true, row: target.row)
        case .lines: return ChangedRow(isSite: false, row: Int(list.lineOwners[target.row]))
        case .facilities: return ChangedRow(isSite: false, row: Int(list.facilityOwners[target.row]))
        case .facts, .names: return nil
        }
    }
}

/// The rows that an entry of a list may mean, by any cell in which rules look it up.
private struct KeyIndex {
    private var rows: [String: [ListChanges.ChangedRow]] = [:]

    init(_ list: EmissionList, reads: RuleReads) {
        // Only texts that some entry names are kept.
        var wanted: Set<String> = []
        for (id, names) in list.names where reads.lists.contains(id) {
            for entry in names.entries { wanted.formUnion([entry.code, entry.name]) }
        }
        wanted.remove("")
        for table in [list.enterprises, list.sites] {
            for column in table.columns where reads.keyColumns.contains(column.name) {
                for row in 0..<table.count {
                    let text = table.text(row, column.name)
                    if wanted.contains(text) { rows[text, default: []].append(.init(isSite: table.kind == .sites, row: row)) }
                }
            }
        }
    }

    func rows(_ entry: NameList.Entry) -> [ListChanges.ChangedRow] { (rows[entry.code] ?? []) + (rows[entry.name] ?? []) }
}

extension Table {
    /// A cell of a date column; nil where it is blank.
    fileprivate func date(_ row: Int, _ name: String) -> LocalDate? {
        guard case .dates(let days)? = column(name)?.cells, days[row] != TableColumn.blankDate else { return nil }
        return LocalDate(days: Int(days[row]))
    }
}
