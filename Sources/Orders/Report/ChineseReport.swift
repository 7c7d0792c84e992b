import PlanModel
import Presentation

/// What a notice says of its orders, in Chinese.
struct ChineseReport {
    let lines: [String]

    /// Enterprises that a notice names to close a shortfall, and those gone from the list.
    private static let named = 10

    init(_ report: OrderReport) {
        let set = report.orders
        let figures = ReportFigures(set)
        guard let level = set.level else {
            lines = Self.withoutWarning(report, figures)
            return
        }
        var lines = ["减排清单：\(set.count)家（处），\(set.plan.levels[level].name)减排措施如下"]
        lines.append(
            figures.actions.filter { $0.count > 0 }.map { "\($0.name.chinese)\($0.count)" }.joined(separator: "，"))
        lines += Self.table(report.balance)
        let isStated = report.balance.lines.map(\.isStated)
        lines.append(
            isStated.allSatisfy { $0 }
                ? "比例以预案公布的全市排放量为基数"
                : isStated.contains(true)
                    ? "比例以预案公布的全市排放量为基数，未公布的以清单合计为基数" : "比例以清单合计为基数")
        lines += Self.groups("分县区(kg/d)", report.balance.counties)
        lines += Self.groups("分行业(kg/d)", report.balance.industries)
        lines += Self.exemptions(report.balance, figures)
        if !report.balance.isMet { lines += Self.shortfall(report) }
        lines += Self.changes(report)
        if !figures.seasons.isEmpty { lines.append("同期执行的错峰生产：" + figures.seasons.joined(separator: "、")) }
        self.lines = lines
    }

    private static func withoutWarning(_ report: OrderReport, _ figures: ReportFigures) -> [String] {
        let seasons =
            figures.seasons.isEmpty
            ? "解除后无继续执行的错峰生产" : "解除后继续执行的错峰生产：" + figures.seasons.joined(separator: "、")
        return [seasons] + changes(report)
    }

    private static func table(_ balance: Balance) -> [String] {
        var table = TextTable([.left, .right, .right, .right, .right, .left])
        table.add(["污染物", "减排量(kg/d)", "排放量(kg/d)", "比例", "目标", "结论"])
        for line in balance.lines {
            table.add([
                line.pollutant.name, Decimals.text(millionths: line.reduction), Decimals.text(millionths: line.emission),
                line.shareText, line.target.map { "\($0)%" } ?? "-",
                line.target == nil ? "" : line.short == 0 ? "达标" : "差\(Decimals.text(millionths: line.short))kg/d",
            ])
        }
        return table.text.split(separator: "\n").map(String.init)
    }

    /// What each county or industry contributes, in kg/d.
    private static func groups(_ name: String, _ groups: [Balance.Group]) -> [String] {
        var table = TextTable([.left, .right] + EmittedPollutant.allCases.map { _ in .right })
        table.add([name, "家（处）"] + EmittedPollutant.allCases.map(\.name))
        for group in groups {
            table.add(
                [group.name.isEmpty ? "未填" : group.name, "\(group.orders)"]
                    + EmittedPollutant.allCases.map { Decimals.text(millionths: group.reduction[$0]) })
        }
        return table.text.split(separator: "\n").map(String.init)
    }

    private static func exemptions(_ balance: Balance, _ figures: ReportFigures) -> [String] {
        guard figures.granted + figures.refused > 0 else { return [] }
        let cost = balance.lines.map { "\($0.pollutant.name) \(Decimals.text(millionths: $0.exempted))" }.joined(separator: "，")
        return ["豁免：准予\(figures.granted)，不予\(figures.refused)；豁免少减排（kg/d）：\(cost)"]
    }

    private static func shortfall(_ report: OrderReport) -> [String] {
        let shortfall = report.shortfall
        guard !shortfall.steps.isEmpty else { return ["清单内无可补足差额的企业"] }
        var lines = [
            shortfall.left == .zero
                ? "补足差额可由以下企业进一步减排（共\(shortfall.steps.count)家）："
                : "以下企业进一步减排后仍不足（共\(shortfall.steps.count)家）："
        ]
        var table = TextTable([.left, .left, .left])
        for step in shortfall.steps.prefix(named) {
            let detail = report.orders.detail(of: step.order)
            let gains = EmittedPollutant.allCases.filter { step.gain[$0] > 0 }
                .map { "\($0.name) \(Decimals.text(millionths: step.gain[$0]))" }
            table.add([
                detail.name,
                "\(detail.actionText.chinese)→\(ActionText.chinese(step.action, isSite: detail.order.isSite))",
                gains.joined(separator: "，"),
            ])
        }
        lines += table.text.split(separator: "\n").map { "  " + $0 }
        if shortfall.steps.count > named { lines.append("  等\(shortfall.steps.count)家") }
        return lines
    }

    private static func changes(_ report: OrderReport) -> [String] {
        guard let changes = report.changes else { return [] }
        func count(_ kind: OrderChanges.Kind) -> Int { changes.count(kind) }
        var text = "与此前相比：从严\(count(.more))，放宽\(count(.less))，调整\(count(.other))，不变\(count(.same))"
        if count(.new) > 0 { text += "，新增\(count(.new))" }
        guard !changes.gone.isEmpty, let previous = report.previous else { return [text] }
        let names = changes.gone.prefix(named).map { previous.detail(of: $0).name }.joined(separator: "、")
        return [text, "退出清单\(changes.gone.count)：\(names)\(changes.gone.count > named ? "等" : "")"]
    }
}
