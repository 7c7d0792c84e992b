/// A whole hour of the local day, 0…23, such as the `8:00` of `respond at next 8:00`.
public struct ClockHour: Hashable, Comparable, Sendable, Codable, CustomStringConvertible {
    public let hour: Int

    /// Nil outside 0…23.
    public init?(_ hour: Int) {
        guard (0...23).contains(hour) else { return nil }
        self.hour = hour
    }

    public static func < (left: ClockHour, right: ClockHour) -> Bool { left.hour < right.hour }

    /// `8:00`.
    public var description: String { "\(hour):00" }
}
