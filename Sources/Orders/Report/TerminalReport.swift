import AirQuality
import PlanModel
import Presentation

/// Orders as a terminal shows them: the balance with bars, counts, who contributes, and the largest orders.
struct TerminalReport {
    let report: OrderReport
    let style: Style
    /// Only orders of this county are listed.
    let county: String?
    /// Orders that are listed.
    let listed: Int

    private static let barWidth = 40

    var text: String {
        let set = report.orders
        let figures = ReportFigures(set)
        let level = set.level.map { "\(set.plan.levels[$0].name) \(set.plan.levels[$0].id)" } ?? "无预警 none"
        let sites = set.orders.count(where: \.isSite)
        var text = style.bold("\(set.area.name)  \(level)  \(set.plan.zone.shortText(set.start))")
        text += "  企业 enterprises \(set.count - sites)，工地 sites \(sites)\n\n"
        text += balance + "\n"
        text +=
            figures.actions.filter { $0.count > 0 }.map { "\($0.name.chinese) \($0.name.english) \($0.count)" }
            .joined(separator: "，") + "\n"
        if figures.granted + figures.refused > 0 {
            let cost = report.balance.lines.map { "\($0.pollutant.name) \(Decimals.text(millionths: $0.exempted))" }
            text += "豁免 exemptions: 准予 granted \(figures.granted)，不予 refused \(figures.refused)，"
            text += "少减排 cost kg/d: \(cost.joined(separator: ", "))\n"
        }
        if !figures.seasons.isEmpty { text += "错峰 seasons: \(figures.seasons.joined(separator: "、"))\n" }
        text += groups("县区 county", report.balance.counties) + groups("行业 industry", report.balance.industries)
        if !report.balance.isMet { text += shortfall }
        return text + watches + list
    }

    // MARK: Balance

    private var balance: String {
        let lines = report.balance.lines
        let scale = max(1, lines.map { max($0.share, Int64($0.target ?? 0) * 100) }.max() ?? 1)
        var table = TextTable([.left, .right, .right, .left, .left])
        table.add(["kg/d", "减排 reduction", "比例 share", "", "目标 target"])
        for line in lines {
            let verdict =
                line.target.map { target in
                    "≥ \(target)%  " + (line.short == 0 ? "达标 met" : "差 short \(Decimals.text(millionths: line.short))")
                } ?? "-"
            table.add([
                line.pollutant.name, Decimals.text(millionths: line.reduction), line.shareText, bar(line, scale), verdict,
            ])
        }
        let stated = lines.filter(\.isStated).map(\.pollutant.name)
        let basis =
            stated.isEmpty
            ? "基数为清单合计 shares of the list's sum"
            : "基数为预案公布的排放量 shares of what the plan states: \(stated.joined(separator: ", "))"
        let rows = table.text.split(separator: "\n")
        return zip(rows, [nil] + lines.map { Optional($0) })
            .map { row, line in coloured(String(row), line) + "\n" }.joined() + basis + "\n"
    }

    /// A bar of the share, and where the target lies beyond it a mark.
    private func bar(_ line: Balance.Line, _ scale: Int64) -> String {
        let width = Int64(Self.barWidth)
        let full = Int(min(line.share, scale) * width / scale)
        let mark = line.target.map { Int(Int64($0) * 100 * width / scale) } ?? 0
        return String(repeating: "█", count: full)
            + (mark > full ? String(repeating: "·", count: mark - full - 1) + "|" : "")
    }

    private func coloured(_ row: String, _ line: Balance.Line?) -> String {
        guard let line else { return row }
        if line.target == nil { return row }
        return line.short == 0 ? style.green(row) : style.red(row)
    }

    private func groups(_ name: String, _ groups: [Balance.Group]) -> String {
        var table = TextTable([.left, .right, .right, .right, .right, .right])
        table.add([name, "orders"] + EmittedPollutant.allCases.map { "\($0.name) kg/d" })
        for group in groups {
            table.add(
                [group.name.isEmpty ? "-" : group.name, String(group.orders)]
                    + EmittedPollutant.allCases.map { Decimals.text(millionths: group.reduction[$0]) })
        }
        return "\n" + table.text
    }

    private var shortfall: String {
        let shortfall = report.shortfall
        var text =
            "\n"
            + style.red(
                shortfall.left == .zero
                    ? "补足差额 \(shortfall.steps.count)家 would close the shortfall:"
                    : "补足后仍不足 \(shortfall.steps.count)家 would not close the shortfall:") + "\n"
        var table = TextTable([.left, .left, .left])
        for step in shortfall.steps.prefix(listed) {
            let detail = report.orders.detail(of: step.order)
            let gains = EmittedPollutant.allCases.filter { step.gain[$0] > 0 }
                .map { "\($0.name) \(Decimals.text(millionths: step.gain[$0]))" }
            table.add([
                detail.name, "\(detail.actionText.chinese) → \(ActionText.chinese(step.action, isSite: detail.order.isSite))",
                gains.joined(separator: ", "),
            ])
        }
        text += table.text
        if shortfall.steps.count > listed { text += "…\n" }
        return text
    }

    private var watches: String {
        let texts = WatchText(report.orders.watches, report.plan, report.orders.list).lines
        return texts.isEmpty ? "" : "\n" + texts.map { ($0.isMet ? $0.text : style.yellow($0.text)) + "\n" }.joined()
    }

    // MARK: Orders

    private var list: String {
        let set = report.orders
        let meant = set.orders.indices.filter { index in
            county.map { set.county(of: set.orders[index]) == $0 } ?? true
        }
        let largest = meant.sorted { left, right in
            let totals = (set.orders[left].reduction.total, set.orders[right].reduction.total)
            return totals.0 != totals.1 ? totals.0 > totals.1 : left < right
        }
        var table = TextTable([.left, .left, .left, .left, .right])
        for index in largest.prefix(listed) {
            let detail = set.detail(of: index)
            table.add([
                detail.code, detail.name, detail.county, detail.actionText.chinese,
                Decimals.text(millionths: detail.order.reduction.total),
            ])
        }
        let title = "\(county.map { $0 + " " } ?? "")减排量最大 largest of \(meant.count)  kg/d"
        return "\n\(title)\n\(table.text)"
    }
}
