import PlanModel
import Presentation

/// What a notice says of its orders, in English, short.
struct EnglishReport {
    let lines: [String]

    init(_ report: OrderReport) {
        let set = report.orders
        let figures = ReportFigures(set)
        var lines: [String] = []
        if set.level != nil {
            let counts = figures.actions.filter { $0.count > 0 }.map { "\($0.name.english) \($0.count)" }
            lines.append("\(set.count) orders: " + counts.joined(separator: ", "))
            var table = TextTable([.left, .right, .right, .right, .left])
            for line in report.balance.lines {
                table.add([
                    line.pollutant.name, "\(Decimals.text(millionths: line.reduction)) kg/d", line.shareText,
                    line.target.map { "target \($0)%" } ?? "",
                    line.target == nil ? "" : line.short == 0 ? "met" : "short by \(Decimals.text(millionths: line.short)) kg/d",
                ])
            }
            lines += table.text.split(separator: "\n").map(String.init)
            if figures.granted + figures.refused > 0 {
                lines.append("exemptions: \(figures.granted) granted, \(figures.refused) refused")
            }
        }
        if let changes = report.changes {
            let counts = OrderChanges.Kind.allCases.map { "\($0.rawValue) \(changes.count($0))" }
            lines.append("changes: " + counts.joined(separator: ", ") + ", gone \(changes.gone.count)")
        }
        if !figures.seasons.isEmpty { lines.append("seasons in force: " + figures.seasons.joined(separator: ", ")) }
        self.lines = lines
    }
}
