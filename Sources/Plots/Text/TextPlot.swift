public import AirQuality
public import Presentation

/// A small plot for a terminal: bars of block characters, one display column each, thresholds across them, days under them.
///
/// The first series is drawn as bars: full ones before ``now``, from then on light ones under a cap. Further series are marks. A
/// row is a round number of units high, so that the usual thresholds lie on the edge of one; in a threshold's row a bar shows only
/// where the value is above the threshold. Where a column stands for several hours, it shows the highest. An hour without a value
/// shows `?` at the bottom. Colour repeats what the characters say. The same input gives the same text.
public struct TextPlot: Sendable {
    /// Drawn from the earliest to the latest slot that any of them has; hours that the first leaves out are gaps.
    public var series: [PlotSeries]
    public var thresholds: [PlotThreshold]
    /// Where days begin.
    public var zone: Zone
    /// The first slot that is still to come; nil: all is past.
    public var now: HourSlot?
    /// Columns in all, 24 at least.
    public var width: Int
    /// Rows of bars, 3…40.
    public var height: Int
    public var style: Style
    /// Of the legend.
    public var language: Language

    public init(
        series: [PlotSeries], thresholds: [PlotThreshold] = [], zone: Zone, now: HourSlot? = nil, width: Int = 80,
        height: Int = 10, style: Style = Style(isOn: false), language: Language = .english
    ) {
        self.series = series
        self.thresholds = thresholds
        self.zone = zone
        self.now = now
        self.width = min(max(width, 24), 1000)
        self.height = min(max(height, 3), 40)
        self.style = style
        self.language = language
    }

    /// The lines from top to bottom, without line ends; empty where no series has a slot.
    public var lines: [String] {
        let slots = SlotSpan.all(of: series)
        guard let slots, !slots.isEmpty else { return [] }
        let scale = ValueScale(
            highest: max(series.lazy.flatMap(\.values).compactMap { $0 }.max() ?? 0, thresholds.map(\.value).max() ?? 0),
            rows: height)
        let gutter = (0...height).map { scale.label($0).displayWidth }.max() ?? 0
        let labels = gutter + thresholds.map { ValueScale.text($0.value).displayWidth - gutter }.reduce(0) { max($0, $1) }
        let names = thresholds.map { $0.label.displayWidth + 1 }.max() ?? 0
        // Names beside their lines take room from the hours; long ones go under the plot.
        let hasNames = names <= width / 4
        let columns = PlotColumns(
            slots: slots, now: now, count: max(width - labels - 2 - (hasNames ? names : 0), 8))
        let body = TextBars(plot: self, scale: scale, columns: columns)
        var lines = (0..<height).reversed().map { row in
            let named = thresholds.filter { scale.row(of: $0.value) == row }
            let label = named.first.map { ValueScale.text($0.value) } ?? (row.isMultiple(of: 2) ? scale.label(row) : "")
            let name = hasNames ? named.map { " " + $0.label }.joined(separator: ",") : ""
            return trimmed(label.leftPadded(to: labels) + " │" + body.row(row) + name)
        }
        let axis = TextAxis(columns: columns, zone: zone, now: now)
        lines.append(trimmed("".padded(to: labels) + " └" + axis.ticks))
        lines.append(trimmed("".padded(to: labels + 2) + axis.days))
        lines +=
            TextLegend(plot: self, columns: columns, hasThresholds: !hasNames, isCapped: body.hasFuture, hasGap: body.hasGap)
            .lines
        return lines
    }

    private func trimmed(_ line: String) -> String {
        var line = line
        while line.last == " " { line.removeLast() }
        return line
    }
}
