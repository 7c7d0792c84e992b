public import AirQuality
import Presentation

/// A picture of a record and of what was decided on it, for A4 landscape pages, as SVG.
///
/// Observed values are a solid line, forecast ones a dashed line in another colour; thresholds are dotted; hours without observed
/// values are hatched; levels are bands with a colour, a pattern and a name of their own, so that the picture can be read
/// without colour. A record of more than 35 days is drawn by months, those in which a band lies, up to 36; beyond that in longer
/// stretches, of which each pixel shows the lowest and the highest value. Pages stand one below the other. The same input gives the
/// same bytes.
public struct TimelinePlot: Sendable {
    public var title: String
    public var subtitle: String
    /// What the values are, such as `AQI`.
    public var quantity: String
    public var zone: Zone
    public var slots: Range<HourSlot>
    public var observed: PlotSeries
    public var forecast: PlotSeries?
    public var thresholds: [PlotThreshold]
    /// Lowest first.
    public var grades: [PlotGrade]
    /// Bands beyond ``grades`` are left out.
    public var lanes: [PlotLane]

    public init(
        title: String, subtitle: String, quantity: String, zone: Zone, slots: Range<HourSlot>, observed: PlotSeries,
        forecast: PlotSeries?, thresholds: [PlotThreshold], grades: [PlotGrade], lanes: [PlotLane]
    ) {
        self.title = title
        self.subtitle = subtitle
        self.quantity = quantity
        self.zone = zone
        self.slots = slots
        self.observed = observed
        self.forecast = forecast
        self.thresholds = thresholds
        self.grades = grades
        self.lanes = lanes.map { lane in
            PlotLane(label: lane.label, bands: lane.bands.filter { grades.indices.contains($0.grade) })
        }
    }

    /// The picture.
    public var svg: String {
        let span = slots.lowerBound.hours..<slots.upperBound.hours
        let bands = lanes.flatMap { $0.bands.map { $0.slots.lowerBound.hours..<$0.slots.upperBound.hours } }
        let panels = PlotPanels(slots: span, bands: bands, zone: zone)
        let rows = PageLayout.rows(lanes: lanes.count, panels: panels.panels.count)
        let pages = max(1, (panels.panels.count + rows - 1) / rows)
        let highest = [observed, forecast].compactMap { $0 }.flatMap(\.values).compactMap { $0 }.max() ?? 0
        let scale = ValueScale(highest: max(highest, thresholds.map(\.value).max() ?? 0), rows: PanelPicture.rows)
        var svg = SVGWriter()
        svg.element("svg", Self.head(pages: pages)) { svg in
            svg.element("title", text: title)
            svg.element("desc", text: "\(subtitle). \(quantity).")
            PlotStyle.write(grades, &svg)
            svg.rect(0, 0, PageLayout.width, PageLayout.height * pages, [("fill", "#fff")])
            for page in 0..<pages {
                svg.element("g", page == 0 ? [] : [("transform", "translate(0,\(PageLayout.height * page))")]) { svg in
                    writeHead(page, pages, panels, &svg)
                    for row in 0..<rows where page * rows + row < panels.panels.count {
                        let top = PageLayout.top + PageLayout.body / rows * row
                        PanelPicture(
                            plot: self, panel: panels.panels[page * rows + row], scale: scale, top: top,
                            height: PageLayout.body / rows - 100
                        ).write(&svg)
                    }
                    PlotLegend(plot: self).write(&svg)
                }
            }
        }
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + svg.text
    }

    private static func head(pages: Int) -> [(String, String)] {
        [
            ("xmlns", "http://www.w3.org/2000/svg"), ("width", "297mm"), ("height", "\(210 * pages)mm"),
            ("viewBox", "0 0 \(PageLayout.width) \(PageLayout.height * pages)"), ("role", "img"),
            ("font-family", PlotStyle.fonts),
        ]
    }

    private func writeHead(_ page: Int, _ pages: Int, _ panels: PlotPanels, _ svg: inout SVGWriter) {
        svg.label(title, PageLayout.margin, 480, "title")
        var notes = [subtitle]
        if let months = panels.months {
            if panels.quiet > 0 {
                notes.append("\(panels.quiet) \(months == 1 ? "months" : "stretches") without a band left out")
            }
            if panels.omitted > 0 { notes.append("the last \(panels.omitted) stretches do not fit") }
        }
        svg.label(notes.joined(separator: " · "), PageLayout.margin, 660, "note")
        if pages > 1 { svg.label("\(page + 1)/\(pages)", PageLayout.width - PageLayout.margin, 480, "note end") }
    }
}
