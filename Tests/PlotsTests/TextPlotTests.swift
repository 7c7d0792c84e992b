import AirQuality
import Plots
import Presentation
import Testing

/// The plot that goes into failures and explanations.
struct TextPlotTests {
    /// 2016-12-16T00:00+08:00.
    private let midnight = HourSlot(411_616)

    private func series(_ values: [Int64?], from start: HourSlot) -> PlotSeries {
        PlotSeries(label: "daily AQI", start: start, values: values.map { $0.map { $0 * 1000 } })
    }

    private func text(_ plot: TextPlot) -> String { plot.lines.map { $0 + "\n" }.joined() }

    @Test func zoneStartsWhereTheTestSays() { #expect(Zone.beijing.shortText(midnight) == "2016-12-16 00:00") }

    @Test func barsThresholdsGapsAndTheHoursAhead() {
        var values: [Int64?] = (0..<72).map { 40 + $0 * 5 }
        values[30] = nil
        values[31] = nil
        let plot = TextPlot(
            series: [series(values, from: midnight - 6)], thresholds: [PlotThreshold(label: "yellow", value: 200_000)],
            zone: .beijing, now: midnight + 40, width: 80, height: 8)
        #expect(
            text(plot) == """
                    │                               ▁▃▄▆█
                300 │                          ▁▃▄▆█░░░░░
                    │                     ▁▃▄▆█░░░░░░░░░░
                200 │┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄▁▃▄▆███░░░░░░░░░░░░░ yellow
                    │           ▁▃▄▆ ███████░░░░░░░░░░░░░
                100 │      ▁▃▄▆█████ ███████░░░░░░░░░░░░░
                    │ ▁▃▄▆██████████ ███████░░░░░░░░░░░░░
                  0 │███████████████?███████░░░░░░░░░░░░░
                    └───┬───────────┬───────▲───┬────────
                        12-16       12-17       12-18
                █ daily AQI  ░ from 2016-12-17 16:00  ? no value  each column: highest of 2 h

                """)
    }

    @Test func longRecordsShowTheHighestOfSeveralHours() {
        let values: [Int64?] = (0..<24 * 20).map { $0 % 24 == 7 ? 310 : $0 < 100 ? nil : 120 }
        let plot = TextPlot(
            series: [series(values, from: midnight)],
            thresholds: [PlotThreshold(label: "a threshold with a very long name", value: 300_000)], zone: .beijing, width: 60,
            height: 6)
        #expect(
            text(plot) == """
                    │
                400 │
                300 │▁┄▁┄▁┄▁┄▁┄▁┄▁┄▁┄▁┄▁┄▁┄▁┄▁┄▁┄▁┄▁┄▁┄▁┄▁┄▁┄
                200 │█ █ █ █ █ █ █ █ █ █ █ █ █ █ █ █ █ █ █ █
                    │█ █ █ █ █▂█▂█▂█▂█▂█▂█▂█▂█▂█▂█▂█▂█▂█▂█▂█▂
                  0 │?????????███████████████████████████████
                    └┬─┬─┬─┬─┬─┬─┬─┬─┬─┬─┬─┬─┬─┬─┬─┬─┬─┬─┬─┬─
                       12-17 12-20 12-23 12-26 12-29 01-01 01-04
                █ daily AQI  ? no value  each column: highest of 12 h
                ┄ a threshold with a very long name

                """)
    }

    @Test func fewHoursAndSeveralSeries() {
        let plot = TextPlot(
            series: [
                series([80, 90, nil, 151, 150, 149], from: midnight + 20),
                series([100, 110, 120, 130, 140, 160, 170], from: midnight + 20),
            ], thresholds: [PlotThreshold(label: ">150", value: 150_000)], zone: .beijing, now: midnight + 24, width: 40,
            height: 5)
        #expect(
            text(plot) == """
                200 │
                150 │┄┄┄┄┄┄┄┄┄┄┄┄▁▁▁▁┄┄┄┄oooooooo >150
                100 │oooooooooooooooooooo████
                    │▅▅▅▅▇▇▇▇    ████░░░░░░░░
                  0 │████████????████░░░░░░░░????
                    └────────────────▲───────────
                     12-16           12-17
                █ daily AQI  ░ from 2016-12-17 00:00
                o daily AQI  ? no value

                """)
    }
}

/// What holds of every text plot.
struct TextPlotPropertyTests {
    @Test func linesKeepWithinTheirWidthWhateverTheValues() {
        var generator = SystemRandomNumberGenerator()
        for _ in 0..<500 {
            let hours = Int.random(in: 1...900, using: &generator)
            let values = (0..<hours).map { _ in Bool.random() ? nil : Int64.random(in: -5000...5_000_000, using: &generator) }
            let start = HourSlot(411_616 + Int.random(in: 0..<24, using: &generator))
            let width = Int.random(in: 24...160, using: &generator)
            let height = Int.random(in: 3...12, using: &generator)
            let plot = TextPlot(
                series: [PlotSeries(label: "AQI", start: start, values: values)],
                thresholds: [PlotThreshold(label: "红色", value: 300_000)], zone: .beijing,
                now: Bool.random() ? start + Int.random(in: -5...hours + 5, using: &generator) : nil, width: width, height: height
            )
            let lines = plot.lines
            #expect(lines.count >= height + 2)
            #expect(lines.prefix(height + 2).allSatisfy { $0.displayWidth <= width }, "\(hours) h in \(width) columns")
            #expect(plot.lines == lines)
        }
    }

    @Test func colourOnlyRepeatsWhatTheCharactersSay() {
        var plot = TextPlot(
            series: [PlotSeries(label: "AQI", start: HourSlot(0), values: [100_000, 250_000, nil, 350_000])],
            thresholds: [PlotThreshold(label: "a", value: 200_000), PlotThreshold(label: "b", value: 300_000)], zone: .utc)
        let plain = plot.lines
        plot.style = Style(isOn: true)
        let coloured = plot.lines.map { line in
            ["\u{1B}[31m", "\u{1B}[33m", "\u{1B}[0m"].reduce(line) { $0.replacing($1, with: "") }
        }
        #expect(coloured == plain)
        #expect(plot.lines != plain)
    }

    @Test func extremesAreDrawn() {
        for value in [Int64.min, -1, 0, 1, .max] {
            let plot = TextPlot(series: [PlotSeries(label: "x", start: HourSlot(0), values: [value])], zone: .utc)
            #expect(!plot.lines.isEmpty)
        }
        #expect(TextPlot(series: [], zone: .utc).lines.isEmpty)
        #expect(TextPlot(series: [PlotSeries(label: "x", start: HourSlot(0), values: [])], zone: .utc).lines.isEmpty)
    }
}
