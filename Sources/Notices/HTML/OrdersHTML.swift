import Orders
import PlanModel

/// The section of `notice.html` on orders and what they reduce.
enum OrdersHTML {
    /// Nothing where the notice has no orders.
    static func write(_ orders: OrderReport?, heading: String, _ writer: inout HTMLWriter) {
        guard let orders else { return }
        writer.element("h2", heading)
        let counts = orders.chineseCounts.map { "\($0.action)\($0.count)" }.joined(separator: "，")
        writer.element("p", "减排清单\(orders.orders.count)家（处）\(counts.isEmpty ? "" : "：\(counts)")。")
        if orders.orders.level != nil {
            writer.table(balance(orders), class: "figures")
            writer.table(counties(orders), class: "figures")
        }
        let seasons = orders.seasons.map { PlainText.line($0) }
        if !seasons.isEmpty { writer.element("p", "执行中的错峰生产：\(seasons.joined(separator: "、"))。") }
        writer.element("p", ChineseWords.orderFiles)
    }

    private static func balance(_ orders: OrderReport) -> [[String]] {
        [["污染物", "减排量（kg/d）", "排放量（kg/d）", "比例", "目标", "结论"]]
            + orders.balance.lines.map { line in
                [
                    line.pollutant.name, line.reductionText, line.emissionText, line.shareText,
                    line.target.map { "\($0)%" } ?? "—", line.target == nil ? "—" : line.short == 0 ? "达到" : "不足",
                ]
            }
    }

    private static func counties(_ orders: OrderReport) -> [[String]] {
        [["县（市、区）减排量（kg/d）", "家（处）"] + EmittedPollutant.allCases.map(\.name)]
            + orders.balance.counties.map { group in
                [PlainText.line(group.name, limit: 60), "\(group.orders)"]
                    + EmittedPollutant.allCases.map { group.reductionText($0) }
            }
    }
}
