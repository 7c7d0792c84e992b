import PlanModel
import Presentation

/// How much of what a list has.
public struct ListSummary: Hashable, Sendable {
    public struct Count: Hashable, Sendable {
        public var name: String
        public var count: Int
    }

    /// Rows of each table, then of each list of names, then facts.
    public var tables: [Count]
    /// Enterprises of each grade, in the order of the grades; `-` for a blank one.
    public var grades: [Count]
    /// Enterprises of each county in the order of the list, and sites.
    public var counties: [Count]
    public var sites: [Count]

    public init(_ list: EmissionList) {
        tables =
            [list.enterprises, list.lines, list.facilities, list.sites].map { Count(name: $0.file, count: $0.count) }
            + list.names.sorted { $0.key < $1.key }.map { Count(name: $0.value.file, count: $0.value.entries.count) }
            + [Count(name: "facts", count: list.facts.facts.count)]
        let choices = TableLayout.grades.map(\.name) + ["-"]
        var counts = [Int](repeating: 0, count: choices.count)
        for grade in list.enterprises.choices("grade") ?? [Int8](repeating: -1, count: list.enterprises.count) {
            counts[grade < 0 ? choices.count - 1 : Int(grade)] += 1
        }
        grades = zip(choices, counts).filter { $0.1 > 0 }.map { Count(name: $0.0, count: $0.1) }
        counties = Self.counties(list.enterprises)
        sites = Self.counties(list.sites)
    }

    private static func counties(_ table: Table) -> [Count] {
        guard let (ids, names) = table.names("county") else { return [] }
        var counts = [Int](repeating: 0, count: names.count)
        for id in ids where id >= 0 { counts[Int(id)] += 1 }
        return zip(names, counts).map { Count(name: $0.0, count: $0.1) }
    }

    /// A small table.
    public var text: String {
        var table = TextTable([.left, .right])
        for row in tables where row.count > 0 { table.add([row.name, String(row.count)]) }
        let parts = [("grade", grades), ("county", counties), ("county, sites", sites)].filter { !$0.1.isEmpty }
        for (name, rows) in parts {
            table.add([name, ""])
            for row in rows { table.add(["  " + row.name, String(row.count)]) }
        }
        return table.text
    }
}
