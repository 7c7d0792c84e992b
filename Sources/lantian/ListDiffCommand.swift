import AirQuality
import ArgumentParser
import FileAccess
import Glibc
import Lists
import Orders
import PlanLanguage
import PlanModel
import Presentation

/// `lantian list diff`
struct ListDiffCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "diff", abstract: "Compares the lists of two plan folders, and what that does to the balance at each level.",
        discussion: """
            Each folder holds a plan with its tables; each list is ordered by the plan beside it. Exits 0 where nothing differs, 1 \
            where something does, 2 when it could not run.
            """)

    @Argument(help: "Folder with the old list.")
    var old: String

    @Argument(help: "Folder with the new list.")
    var new: String

    @Option(help: "Day of the orders: 2024-12-10. Default: today.")
    var date: String?

    @Option(help: "How many rows of each kind are named.")
    var rows = 20

    func run() throws {
        let before = try OrdersCommand.read(old)
        let after = try OrdersCommand.read(new)
        let start = try OrdersCommand.start(date, in: after.plan)
        let difference = ListDifference(from: before.list, to: after.list)
        var text = ""
        for table in difference.tables where !table.isEmpty { text += describe(table, before.list, after.list) }
        let areas = after.plan.areas.compactMap { area in
            before.plan.areas.first { $0.id == area.id }.map { (before: $0, after: area) }
        }
        var changesOrders = false
        for area in areas {
            let (balances, areOrders) = balances(before, after, area, start)
            text += balances
            changesOrders = changesOrders || areOrders
        }
        Console.write(difference.isEmpty && !changesOrders ? "the lists are the same\n" : text)
        if !difference.isEmpty || changesOrders { throw Console.failed }
    }

    // MARK: Rows

    private func describe(_ table: TableDifference, _ before: EmissionList, _ after: EmissionList) -> String {
        let style = Console.style(of: STDOUT_FILENO)
        let counts = "\(table.added.count) in, \(table.removed.count) out, \(table.changed.count) changed"
        var text = style.bold("\(table.kind.rawValue): \(counts)") + "\n"
        func name(_ list: EmissionList, _ row: Int) -> String {
            let table = list.table(table.kind)
            let keys = ["credit_code", "site_id", "line_id", "facility_id"].map { table.text(row, $0) }.filter { !$0.isEmpty }
            return "\(keys.joined(separator: "/"))  \(table.text(row, "name"))"
        }
        let added = table.added.prefix(rows).map { style.green("  + \(name(after, $0))") }
        let removed = table.removed.prefix(rows).map { style.red("  - \(name(before, $0))") }
        let changed = table.changed.prefix(rows).map { change in
            let cells = change.cells.map { "\($0.column) \(shown($0.old)) → \(shown($0.new))" }
            return style.yellow("  ~ ") + "\(change.key)  \(change.name): \(cells.joined(separator: ", "))"
        }
        for (lines, count) in [(added, table.added.count), (removed, table.removed.count), (changed, table.changed.count)] {
            text += lines.map { $0 + "\n" }.joined()
            if count > rows { text += "    … \(count - rows) more\n" }
        }
        return text + "\n"
    }

    private func shown(_ text: String) -> String { text.isEmpty ? "(blank)" : text }

    // MARK: Balance

    /// What each level comes to, before and after; and whether any order differs.
    private func balances(
        _ before: (plan: Plan, list: EmissionList), _ after: (plan: Plan, list: EmissionList),
        _ area: (before: Area, after: Area),
        _ start: HourSlot
    ) -> (String, Bool) {
        var table = TextTable([.left, .left, .right, .right, .right, .right, .left])
        table.add([area.after.name, "kg/d", "old", "new", "old", "new", ""])
        var orders = TextTable([.left, .left])
        var differs = false
        for (place, level) in after.plan.levels.enumerated() {
            guard let oldPlace = before.plan.index(ofLevel: level.id) else { continue }
            let old = OrderSet(plan: before.plan, list: before.list, area: area.before, level: oldPlace, start: start)
            let new = OrderSet(plan: after.plan, list: after.list, area: area.after, level: place, start: start)
            for (then, now) in zip(Balance(old).lines, Balance(new).lines) {
                table.add([
                    level.id, now.pollutant.name, then.reductionText, now.reductionText, then.shareText, now.shareText,
                    verdict(then, now),
                ])
            }
            let changes = OrderChanges(from: old, to: new)
            differs = differs || changes.areAny
            let counts = OrderChanges.Kind.allCases.map { "\($0.rawValue) \(changes.count($0))" } + ["gone \(changes.gone.count)"]
            orders.add([level.id, counts.joined(separator: ", ")])
        }
        return (table.text + "\norders\n" + orders.text, differs)
    }

    private func verdict(_ old: Balance.Line, _ new: Balance.Line) -> String {
        guard let target = new.target else { return "" }
        switch (old.short == 0, new.short == 0) {
        case (_, true): return "at least \(target)%: met"
        case (true, false): return "at least \(target)%: no longer met"
        case (false, false): return "at least \(target)%: not met"
        }
    }
}
