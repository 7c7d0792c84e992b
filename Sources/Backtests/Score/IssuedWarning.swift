public import AirQuality

/// A warning that an office really issued, as a row of an events file states it.
public struct IssuedWarning: Hashable, Sendable {
    /// The area's id.
    public var area: String
    /// The level's id.
    public var level: String
    public var from: Instant
    /// nil: not over at the end of the record.
    public var to: Instant?
    /// Line of the file.
    public var line: Int

    public init(area: String, level: String, from: Instant, to: Instant?, line: Int) {
        self.area = area
        self.level = level
        self.from = from
        self.to = to
        self.line = line
    }
}
