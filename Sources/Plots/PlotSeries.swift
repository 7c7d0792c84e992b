public import AirQuality

/// Hourly values to draw.
public struct PlotSeries: Sendable {
    /// What a legend calls it.
    public var label: String
    public var start: HourSlot
    /// Thousandths, one a slot; nil: a gap.
    public var values: [Int64?]

    public init(label: String, start: HourSlot, values: [Int64?]) {
        self.label = label
        self.start = start
        self.values = values
    }
}

/// A value that matters, drawn as a line across a plot.
public struct PlotThreshold: Sendable {
    public var label: String
    /// Thousandths.
    public var value: Int64

    public init(label: String, value: Int64) {
        self.label = label
        self.value = value
    }
}
