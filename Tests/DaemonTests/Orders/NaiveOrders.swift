/// What the test plan orders, worked out over texts and dictionaries: the rules of ``OrdersPlan`` once more, the plain way.
struct NaiveOrders {
    struct Order: Hashable {
        var action: String
        /// Lines that stop, in the order of the list.
        var lines: [String]
        /// kg/d of VOCs.
        var vocs: Double
    }

    /// By credit code.
    var orders: [String: Order] = [:]

    /// - Parameters:
    ///   - level: `yellow`, `red`, or nil.
    ///   - facts: Code, column and value of those that hold on the day, in the order in which they became known.
    init(_ plan: OrdersPlan, level: String?, facts: [(code: String, fact: String, value: String)] = []) {
        for row in plan.enterprises {
            var row = row
            for fact in facts where fact.code == row["credit_code"] { row[fact.fact] = fact.value }
            guard let code = row["credit_code"] else { continue }
            orders[code] = Self.order(row, plan.lines.filter { $0["credit_code"] == code }, level, plan.whitelist.contains(code))
        }
    }

    private static func order(_ row: OrdersPlan.Row, _ lines: [OrdersPlan.Row], _ level: String?, _ isListed: Bool) -> Order {
        let vocs = Double(row["vocs"] ?? "") ?? 0
        if row["running"] == "no" {
            return Order(action: level == nil ? "正常生产" : "停产状态，不得恢复生产", lines: [], vocs: 0)
        }
        var action = "正常生产"
        if let level {
            action = measure(row, isRed: level == "red")
            if isListed, row["violation"] != "yes", row["low_vocs_substitution"] == "complete" { action = "自主减排" }
        }
        if row["industry"] == "烧结砖瓦" { action = "停产" }
        switch action {
        case "停产": return Order(action: action, lines: lines.compactMap { $0["line_id"] }, vocs: vocs)
        case "停产50%的生产线":
            if lines.isEmpty { return Order(action: "限产50%", lines: [], vocs: vocs / 2) }
            // The largest first, half of them rounded up.
            let largest = lines.sorted { (Double($0["vocs"] ?? "") ?? 0) > (Double($1["vocs"] ?? "") ?? 0) }
            let stopped = Set(largest.prefix((lines.count + 1) / 2).compactMap { $0["line_id"] })
            let kept = lines.filter { stopped.contains($0["line_id"] ?? "") }
            return Order(
                action: action, lines: kept.compactMap { $0["line_id"] },
                vocs: kept.reduce(0) { $0 + (Double($1["vocs"] ?? "") ?? 0) })
        default:
            let percent = action.hasPrefix("限产") ? Double(action.dropFirst(2).dropLast()) ?? 0 : 0
            return Order(action: action, lines: [], vocs: vocs * percent / 100)
        }
    }

    private static func measure(_ row: OrdersPlan.Row, isRed: Bool) -> String {
        let grade = row["grade"] == "" ? "D" : row["grade"] == "pending" ? "C" : row["grade"] ?? "D"
        if row["industry"] == "铸造" {
            if grade == "A" || grade == "B" { return isRed ? "限产50%" : "限产20%" }
            if grade == "C" { return isRed ? "停产" : "停产50%的生产线" }
        }
        if grade == "D" { return "停产" }
        return isRed ? "限产30%" : "限产10%"
    }

    /// Those that differ from others, those that are new included.
    func changed(from earlier: NaiveOrders) -> [String: Order] { orders.filter { earlier.orders[$0.key] != $0.value } }
}
