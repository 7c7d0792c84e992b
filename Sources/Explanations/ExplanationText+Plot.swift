import AirQuality
import PlanModel
import Plots
import Presentation
import Warnings

extension ExplanationText {
    /// The quantity that the plan reads most, observed and forecast, with the values that its conditions ask for.
    func plot(_ trace: AreaTrace) -> String {
        let series = trace.series
        guard series.values.contains(where: { $0 != nil }) else { return "" }
        let unit = phrases(trace).unit(series.quantity)
        let plot = TextPlot(
            series: [PlotSeries(label: series.quantity.name + unit, start: series.start, values: series.values)],
            thresholds: thresholds(series.quantity), zone: plan.zone, now: trace.at, width: min(width, 120), height: 8,
            style: style, language: language)
        return plot.lines.map { $0 + "\n" }.joined()
    }

    /// The thresholds of the quantity with the levels that are issued above or below them.
    private func thresholds(_ quantity: Quantity) -> [PlotThreshold] {
        var found: [(value: Int64, levels: [String])] = []
        func note(_ value: Int64, _ level: String?) {
            let index = found.firstIndex { $0.value == value } ?? found.endIndex
            if index == found.endIndex { found.append((value, [])) }
            if let level, !found[index].levels.contains(level) { found[index].levels.append(level) }
        }
        for level in plan.levels {
            let name = language == .chinese ? level.name : level.id
            for test in level.issue.flatMap(\.condition.tests) where test.station == nil {
                if test.comparison.quantity == quantity { note(test.comparison.threshold, name) }
                if case .run(_, let part?) = test.span, part.comparison.quantity == quantity {
                    note(part.comparison.threshold, name)
                }
            }
        }
        return found.sorted { $0.value < $1.value }.map {
            PlotThreshold(label: $0.levels.joined(separator: "/"), value: $0.value)
        }
    }
}
