import AirQuality
import Foundation
import Plots
import TestSupport
import Testing

/// Pictures of records.
struct TimelinePlotTests {
    private let midnight = HourSlot(411_616)

    private func plot(
        hours: Int, title: String = "预案 plan", bands: [PlotLane.Band] = [], values: (Int) -> Int64? = { _ in 100_000 }
    ) -> TimelinePlot {
        let series = PlotSeries(label: "observed", start: midnight, values: (0..<hours).map(values))
        return TimelinePlot(
            title: title, subtitle: "a few days", quantity: "AQI", zone: .beijing, slots: midnight..<midnight + hours,
            observed: series, forecast: PlotSeries(label: "forecast", start: midnight + 6, values: series.values),
            thresholds: [PlotThreshold(label: "200", value: 200_000)],
            grades: [
                PlotGrade(name: "黄色", colour: .yellow), PlotGrade(name: "橙色", colour: .orange),
                PlotGrade(name: "红色", colour: .vermillion),
            ], lanes: [PlotLane(label: "warning", bands: bands), PlotLane(label: title, bands: [])])
    }

    private func band(_ range: Range<Int>, _ grade: Int) -> PlotLane.Band {
        PlotLane.Band(slots: midnight + range.lowerBound..<midnight + range.upperBound, grade: grade)
    }

    /// `LANTIAN_UPDATE_GOLDEN=1 swift test --filter PlotsTests` rewrites it; the change is then looked at.
    @Test func `a small record is drawn as recorded`() throws {
        let svg = plot(hours: 12, bands: [band(2..<6, 1), band(6..<9, 2)]) { [4, 5].contains($0) ? nil : Int64($0) * 25_000 }.svg
        let url = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Golden/timeline.svg")
        if ProcessInfo.processInfo.environment["LANTIAN_UPDATE_GOLDEN"] != nil { try Data(svg.utf8).write(to: url) }
        #expect(svg == String(decoding: try Data(contentsOf: url), as: UTF8.self))
    }

    @Test(.enabled(if: Command.exists("xmllint"), "xmllint is not there"))
    func `any text gives well-formed XML`() throws {
        for title in ["<&>\"'", "a\u{0}\u{1}\u{FFFE}\u{B}\tb\nc", "]]>--><!-- ", "许昌市 🌫 é\u{301}"] {
            let path = FileManager.default.temporaryDirectory.appending(path: "lantian-\(UUID()).svg").path
            try Data(plot(hours: 30, title: title, bands: [band(0..<30, 0)]).svg.utf8).write(to: URL(filePath: path))
            defer { try? FileManager.default.removeItem(atPath: path) }
            let (status, output) = try Command("xmllint", "--noout", path).run()
            #expect(status == 0, "\(output)")
        }
    }

    @Test func `hours without values are hatched, and the line is broken there`() {
        func count(_ text: String, in svg: String) -> Int { svg.components(separatedBy: text).count - 1 }
        #expect(count("fill=\"url(#gap)\" opacity", in: plot(hours: 48).svg) == 0)
        let svg = plot(hours: 48) { (10..<20).contains($0) || $0 == 30 ? nil : 50_000 }.svg
        #expect(count("fill=\"url(#gap)\" opacity", in: svg) == 2)
        let path = svg.components(separatedBy: "\n").first { $0.contains("class=\"observed\" d=") } ?? ""
        #expect(count("M", in: path) == 3)
    }

    @Test func `a long record shows the months with a band, within bounds`() {
        let year = 365 * 24
        let svg = plot(hours: 4 * year, bands: [band(10..<20, 0), band(year..<year + 40, 2)]) { Int64($0 * 7919 % 500) * 1000 }
            .svg
        #expect(svg.contains(">2016-12<"))
        #expect(svg.contains(">2017-12<"))
        #expect(!svg.contains(">2017-06<"))
        #expect(svg.contains("months without a band left out"))
        for years in [4, 60] {
            let bands = (0..<years * 365 / 10).map { band($0 * 240..<$0 * 240 + 24, $0 % 3) }
            let svg = plot(hours: years * year, bands: bands) { Int64($0 * 7919 % 500) * 1000 }.svg
            #expect(svg.utf8.count < 4 << 20, "\(years) years: \(svg.utf8.count) bytes")
        }
    }

    @Test func `a record without bands, values or hours is drawn all the same`() {
        #expect(plot(hours: 0).svg.hasSuffix("</svg>\n"))
        #expect(plot(hours: 5) { _ in nil }.svg.contains("url(#gap)"))
        #expect(plot(hours: 24 * 400).svg.contains(">2017-06<"))
        #expect(plot(hours: 5, bands: [band(0..<5, 7)]).svg.contains("</svg>"))
        #expect(plot(hours: 5) { $0 == 0 ? .max : .min }.svg.contains("</svg>"))
    }
}
