import AirQuality
import Presentation

/// One panel of a timeline: the values above, the lanes below, the axis of time at the bottom.
struct PanelPicture {
    private let plot: TimelinePlot
    private let panel: PlotPanels.Panel
    /// The edges of the plot of values.
    private let top: Int
    private let bottom: Int
    /// Where the lanes end and the axis begins.
    private let axis: Int
    private let scale: ValueScale
    /// The slots of the panel that are on record.
    private let slots: Range<Int>

    /// Rows of the scale of values.
    static let rows = 5

    /// - Parameter scale: One for all panels, so that their heights can be compared.
    init(plot: TimelinePlot, panel: PlotPanels.Panel, scale: ValueScale, top: Int, height: Int) {
        self.plot = plot
        self.panel = panel
        self.top = top + (panel.title.isEmpty ? 0 : 130)
        axis = top + height - PageLayout.axis
        bottom = axis - plot.lanes.count * PageLayout.lanePitch - 40
        self.scale = scale
        slots = panel.slots.clamped(to: plot.slots.lowerBound.hours..<plot.slots.upperBound.hours)
    }

    func write(_ svg: inout SVGWriter) {
        if !panel.title.isEmpty { svg.label(panel.title, PageLayout.left, top - 40, "panel") }
        writeGaps(&svg)
        writeAxis(&svg)
        writeValues(&svg)
        for (place, lane) in plot.lanes.enumerated() { write(lane, bottom + 40 + place * PageLayout.lanePitch, &svg) }
    }

    private func x(_ slot: Int) -> Int {
        let width = PageLayout.right - PageLayout.left
        return PageLayout.left + (slot - panel.slots.lowerBound) * width / max(panel.slots.count, 1)
    }

    private func y(_ value: Int64) -> Int {
        let full = scale.unit * Int64(Self.rows)
        return bottom - Int(min(max(value, 0), full) * Int64(bottom - top) / full)
    }

    // MARK: Values

    private func value(_ series: PlotSeries, _ slot: Int) -> Int64? {
        let place = slot - series.start.hours
        return series.values.indices.contains(place) ? series.values[place] : nil
    }

    private func writeValues(_ svg: inout SVGWriter) {
        var drawn: [Int64] = []
        for threshold in plot.thresholds where !drawn.contains(threshold.value) {
            let height = y(threshold.value)
            svg.line(PageLayout.left, height, PageLayout.right, height, "threshold")
            svg.label(threshold.label, PageLayout.right + 50, height + 38, "note")
            drawn.append(threshold.value)
        }
        if let forecast = plot.forecast { write(forecast, "forecast", &svg) }
        write(plot.observed, "observed", &svg)
        svg.rect(PageLayout.left, top, PageLayout.right - PageLayout.left, bottom - top, [("class", "frame")])
    }

    private func write(_ series: PlotSeries, _ style: String, _ svg: inout SVGWriter) {
        // Two points a pixel are as many as can be seen.
        let bucket = max(1, panel.slots.count * 20 / (PageLayout.right - PageLayout.left) / 2)
        var path = ""
        var isDown = false
        var slot = slots.lowerBound
        while slot < slots.upperBound {
            let end = min(slot + bucket, slots.upperBound)
            let values = (slot..<end).compactMap { value(series, $0) }
            if let low = values.min(), let high = values.max() {
                let place = (x(slot) + x(end)) / 2
                path += "\(isDown ? "L" : "M")\(place) \(y(high))"
                // A lone hour between two gaps is drawn as a dot, by the round ends of a line without length.
                if low != high || !isDown { path += "L\(place) \(y(low))" }
                isDown = true
            } else {
                isDown = false
            }
            slot = end
        }
        if !path.isEmpty { svg.element("path", [("class", style), ("d", path)]) }
    }

    private func writeGaps(_ svg: inout SVGWriter) {
        var start: Int?
        for slot in slots.lowerBound...slots.upperBound {
            let isGap = slot < slots.upperBound && value(plot.observed, slot) == nil
            if isGap, start == nil { start = slot }
            if !isGap, let first = start {
                svg.rect(
                    x(first), top, max(x(slot) - x(first), 8), bottom - top, [("fill", "url(#gap)"), ("opacity", "0.6")])
                start = nil
            }
        }
    }

    // MARK: Lanes

    private func write(_ lane: PlotLane, _ top: Int, _ svg: inout SVGWriter) {
        svg.label(lane.label, PageLayout.left - 60, top + 112, "end")
        svg.rect(PageLayout.left, top, PageLayout.right - PageLayout.left, PageLayout.laneHeight, [("class", "lane")])
        for band in lane.bands {
            let inside = (band.slots.lowerBound.hours..<band.slots.upperBound.hours).clamped(to: panel.slots)
            if inside.isEmpty { continue }
            let (left, right) = (x(inside.lowerBound), x(inside.upperBound))
            svg.rect(
                left, top, max(right - left, 10), PageLayout.laneHeight,
                [("class", "edge"), ("fill", "url(#grade\(band.grade))")])
            let name = plot.grades[band.grade].name
            if right - left > name.displayWidth * 60 + 60 { svg.label(name, (left + right) / 2, top + 112, "band") }
        }
    }

    // MARK: Axes

    private func writeAxis(_ svg: inout SVGWriter) {
        for row in 0...Self.rows {
            let height = y(scale.unit * Int64(row))
            svg.line(PageLayout.left - 30, height, PageLayout.left, height, "tick")
            svg.label(scale.label(row), PageLayout.left - 60, height + 38, "end")
        }
        let days = max(1, panel.slots.count / 24)
        let width = PageLayout.right - PageLayout.left
        // Labels such as 12-16 need 360, with years 560.
        let isLong = days > 400
        let step =
            [1, 2, 3, 5, 7, 10, 14, 28, 61, 122, 183, 366, 731, 3653].first { $0 * width / days >= (isLong ? 560 : 360) } ?? 3653
        var date = plot.zone.date(of: HourSlot(panel.slots.lowerBound))
        if plot.zone.midnight(of: date).hours < panel.slots.lowerBound { date = date + 1 }
        let first = date
        while true {
            let slot = plot.zone.midnight(of: date).hours
            guard slot < panel.slots.upperBound else { break }
            let isLabelled = (date.days - first.days).isMultiple(of: step)
            if days <= 100 || isLabelled { svg.line(x(slot), top, x(slot), axis, "day") }
            if isLabelled {
                svg.line(x(slot), axis, x(slot), axis + 50, "tick")
                let text = date.description
                svg.label(isLong ? String(text.prefix(7)) : String(text.dropFirst(5)), x(slot), axis + 160, "middle")
            }
            if days <= 5 {
                for hour in [6, 12, 18] {
                    let place = plot.zone.slot(of: date, hour: hour).hours
                    if place < panel.slots.upperBound {
                        svg.label("\(hour < 10 ? "0" : "")\(hour):00", x(place), axis + 160, "middle")
                    }
                }
            }
            date = date + 1
        }
        svg.line(PageLayout.left, axis, PageLayout.right, axis, "tick")
    }
}
