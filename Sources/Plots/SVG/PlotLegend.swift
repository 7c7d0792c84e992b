import Presentation

/// What lines, bands and hatching mean, at the foot of a page.
struct PlotLegend {
    let plot: TimelinePlot

    private enum Sample {
        case line(String)
        case fill(String)
    }

    func write(_ svg: inout SVGWriter) {
        var x = PageLayout.margin
        var y = 7400
        for (sample, text) in items {
            let width = 420 + text.displayWidth * 62 + 160
            if x + width > PageLayout.width - PageLayout.margin {
                x = PageLayout.margin
                y += 200
            }
            switch sample {
            case .line(let style): svg.line(x, y - 38, x + 360, y - 38, style)
            case .fill(let fill):
                svg.rect(x, y - 110, 360, PageLayout.laneHeight - 10, [("class", "edge"), ("fill", "url(#\(fill))")])
            }
            svg.label(text, x + 430, y, "note")
            x += width
        }
    }

    private var items: [(Sample, String)] {
        var items: [(Sample, String)] = [(.line("observed"), "\(plot.observed.label): \(plot.quantity)")]
        if let forecast = plot.forecast { items.append((.line("forecast"), forecast.label)) }
        if !plot.thresholds.isEmpty { items.append((.line("threshold"), "threshold 阈值")) }
        items.append((.fill("gap"), "no value 缺测"))
        for (place, grade) in plot.grades.enumerated() { items.append((.fill("grade\(place)"), grade.name)) }
        return items
    }
}
