import AirQuality
import Presentation

/// What the characters of a text plot mean.
struct TextLegend {
    let lines: [String]

    init(plot: TextPlot, columns: PlotColumns, hasThresholds: Bool, isCapped: Bool, hasGap: Bool) {
        var parts: [String] = []
        if let first = plot.series.first {
            let isAhead = plot.now.map { $0.hours <= columns.slots.lowerBound } ?? false
            if !isAhead { parts.append("\(TextBars.past) \(first.label)") }
            if isCapped, let now = plot.now {
                parts.append("\(TextBars.future) " + (isAhead ? first.label : "from \(plot.zone.shortText(now))"))
            }
        }
        for (index, series) in plot.series.dropFirst().enumerated() {
            parts.append("\(TextBars.marks[index % TextBars.marks.count]) \(series.label)")
        }
        if hasGap { parts.append("\(TextBars.gap) no value") }
        if columns.hours > 1 { parts.append("each column: highest of \(columns.hours) h") }
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
