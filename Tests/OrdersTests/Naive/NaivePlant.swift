import PlanModel

/// An enterprise or site with its lines as texts.
struct NaivePlant {
    var row: SmallList.Row
    var lines: [SmallList.Row]
    /// Those up to the level of the order, and all of the plan.
    var levels: [String]
    var allLevels: [String]

    static let none: [Int64] = [0, 0, 0, 0]
    static func larger(_ left: [Int64], _ right: [Int64]) -> [Int64] { zip(left, right).map { max($0, $1) } }
    static func smaller(_ left: [Int64], _ right: [Int64]) -> [Int64] { zip(left, right).map { min($0, $1) } }
    private static func sum(_ values: [[Int64]]) -> [Int64] { values.reduce(none) { zip($0, $1).map { $0 + $1 } } }
    private static func less(_ left: [Int64], _ right: [Int64]) -> [Int64] { zip(left, right).map { max(0, $0 - $1) } }

    private func emission(_ row: SmallList.Row) -> [Int64] {
        ["so2", "nox", "pm", "vocs"].map { SmallList.millionths(row[$0] ?? "") ?? 0 }
    }

    var running: [SmallList.Row] { lines.filter { $0["running"] != "no" } }
    var hasFiledPlan: Bool { lines.contains { line in allLevels.contains { !(line[$0] ?? "").isEmpty } } }
    var filed: [SmallList.Row] { running.filter { line in levels.contains { line[$0] == "yes" } } }
    var linesExceed: Bool { zip(Self.sum(lines.map(emission)), emission(row)).contains { $0 > $1 } }

    var filedAction: OrderAction? {
        filed.isEmpty ? nil : .stopLines(percent: max(1, filed.count * 100 / running.count))
    }

    /// Where no line runs, a share of the lines is a share of the load.
    func resolved(_ action: OrderAction) -> OrderAction {
        if running.isEmpty, case .stopLines(let percent) = action { .limit(percent: percent) } else { action }
    }

    var base: [Int64] { Self.less(emission(row), Self.sum(lines.filter { $0["running"] == "no" }.map(emission))) }

    private func reduction(_ line: SmallList.Row) -> [Int64] {
        if line["interruptible"] != "no" { return emission(line) }
        let load = SmallList.millionths(line["minimum_load"] ?? "") ?? 100_000_000
        return emission(line).map { $0 * (100_000_000 - load) / 100_000_000 }
    }

    private var whole: [Int64] { Self.less(base, Self.sum(running.map { Self.less(emission($0), reduction($0)) })) }

    func share(_ percent: Int) -> Int { Int((Double(percent) * Double(running.count) / 100).rounded(.up)) }

    /// The largest share of lines that any action stops.
    static func percents(_ actions: [OrderAction]) -> Int? {
        actions.compactMap { if case .stopLines(let percent) = $0 { percent } else { nil } }.max()
    }

    /// How many lines are computed: by measures for a plant without a filed plan, by seasons for any.
    func computed(_ actions: [OrderAction], _ seasonal: [OrderAction]) -> Int {
        max(hasFiledPlan ? 0 : Self.percents(actions).map(share) ?? 0, Self.percents(seasonal).map(share) ?? 0)
    }

    /// Places of the lines that stop or are banked.
    private func stopped(_ actions: [OrderAction], filed isFiled: Bool, seasonal: [OrderAction]) -> Set<Int> {
        let places = lines.indices.filter { lines[$0]["running"] != "no" }
        let byWorth = places.sorted { left, right in
            let worth = (reduction(lines[left]).reduce(0, +), reduction(lines[right]).reduce(0, +))
            return worth.0 != worth.1 ? worth.0 > worth.1 : left < right
        }
        var result = Set(byWorth.prefix(computed(actions, seasonal)))
        if isFiled { result.formUnion(places.filter { place in levels.contains { lines[place][$0] == "yes" } }) }
        return result
    }

    func lineReduction(_ actions: [OrderAction], filed: Bool, seasonal: [OrderAction]) -> [Int64] {
        Self.smaller(Self.sum(stopped(actions, filed: filed, seasonal: seasonal).map { reduction(lines[$0]) }), whole)
    }

    /// In each pollutant the largest that any action gives, no more than a full stop.
    func reduction(_ actions: [OrderAction], filed: Bool, seasonal: [OrderAction]) -> [Int64] {
        var result = lineReduction(actions, filed: filed, seasonal: seasonal)
        for action in actions + seasonal {
            switch action {
            case .stop: result = Self.larger(result, whole)
            case .limit(let percent): result = Self.larger(result, base.map { $0 * Int64(percent) / 100 })
            case .guaranteed:
                let load = SmallList.millionths(row["guaranteed_percent"] ?? "") ?? 100_000_000
                result = Self.larger(result, base.map { $0 * (100_000_000 - load) / 100_000_000 })
            case .goOn, .autonomous, .stopLines: break
            }
        }
        return Self.smaller(result, whole)
    }

    /// What becomes of each line, by id.
    func fates(_ actions: [OrderAction], filed: Bool, seasonal: [OrderAction]) -> [String: String] {
        let stopped =
            (actions + seasonal).contains(.stop) ? Set(lines.indices) : stopped(actions, filed: filed, seasonal: seasonal)
        var result: [String: String] = [:]
        for (place, line) in lines.enumerated() {
            let id = line["line_id"] ?? ""
            if line["running"] == "no" {
                result[id] = "stands_still"
            } else if stopped.contains(place) {
                result[id] = line["interruptible"] == "no" ? "bank" : "stop"
            }
        }
        return result
    }
}
