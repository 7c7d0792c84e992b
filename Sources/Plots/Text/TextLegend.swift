import AirQuality
import Presentation

/// What the characters of a text plot mean.
struct TextLegend {
    let lines: [String]

    init(plot: TextPlot, columns: PlotColumns, hasThresholds: Bool, isCapped: Bool, hasGap: Bool) {
        let language = plot.language
        var parts: [String] = []
        if let first = plot.series.first {
            let isAhead = plot.now.map { $0.hours <= columns.slots.lowerBound } ?? false
            if !isAhead { parts.append("\(TextBars.past) \(first.label)") }
            if isCapped, let now = plot.now {
                let time = plot.zone.shortText(now)
                parts.append("\(TextBars.future) " + (isAhead ? first.label : language.pick("from \(time)", "\(time)起")))
            }
        }
        for (index, series) in plot.series.dropFirst().enumerated() {
            parts.append("\(TextBars.marks[index % TextBars.marks.count]) \(series.label)")
        }
        if hasGap { parts.append("\(TextBars.gap) " + language.pick("no value", "缺测")) }
        if columns.hours > 1 {
            parts.append(language.pick("each column: highest of \(columns.hours) h", "每列为\(columns.hours)小时最高值"))
        }
        if hasThresholds { parts += plot.thresholds.map { "\(TextBars.line) \($0.label)" } }
        var lines: [String] = []
        for part in parts {
            if let last = lines.last, last.displayWidth + 2 + part.displayWidth <= plot.width {
                lines[lines.count - 1] = last + "  " + part
            } else {
                lines.append(part)
            }
        }
        self.lines = lines
    }
}
