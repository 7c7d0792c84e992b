import AirQuality

/// The hours that series have.
enum SlotSpan {
    /// From the earliest to the latest slot of all; nil where there is none.
    static func all(of series: [PlotSeries]) -> Range<Int>? {
        let spans = series.filter { !$0.values.isEmpty }.map { $0.start.hours..<$0.start.hours + $0.values.count }
        guard let first = spans.first else { return nil }
        return spans.reduce(first) { min($0.lowerBound, $1.lowerBound)..<max($0.upperBound, $1.upperBound) }
    }
}
