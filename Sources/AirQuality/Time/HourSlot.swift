/// An hour slot: the interval [h, h+1 h), counted in hours since 1970-01-01T00:00Z; also the whole hour at which it starts.
public struct HourSlot: Hashable, Comparable, Sendable, Codable, CustomStringConvertible {
    /// Whole hours since 1970-01-01T00:00Z.
    public var hours: Int

    @inlinable public init(_ hours: Int) { self.hours = hours }

    public init(from decoder: any Decoder) throws { hours = try decoder.singleValueContainer().decode(Int.self) }
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(hours)
    }

    @inlinable public static func < (left: HourSlot, right: HourSlot) -> Bool { left.hours < right.hours }
    @inlinable public static func + (slot: HourSlot, hours: Int) -> HourSlot { HourSlot(slot.hours + hours) }
    @inlinable public static func - (slot: HourSlot, hours: Int) -> HourSlot { HourSlot(slot.hours - hours) }
    @inlinable public static func - (left: HourSlot, right: HourSlot) -> Int { left.hours - right.hours }

    /// The instant at which the slot starts.
    public var start: Instant { Instant(seconds: Int64(hours) * 3600) }

    /// The slot in UTC, for debugging; people are shown ``Zone/text(_:)-(HourSlot)``.
    public var description: String { Zone.utc.text(self) }
}

/// A point in time in whole seconds since 1970-01-01T00:00Z.
public struct Instant: Hashable, Comparable, Sendable, Codable {
    public var seconds: Int64

    @inlinable public init(seconds: Int64) { self.seconds = seconds }

    public init(from decoder: any Decoder) throws { seconds = try decoder.singleValueContainer().decode(Int64.self) }
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(seconds)
    }

    @inlinable public static func < (left: Instant, right: Instant) -> Bool { left.seconds < right.seconds }

    /// The last whole hour that is not later.
    public var hourFloor: HourSlot { HourSlot(Int(seconds.flooringDivision(by: 3600))) }
}

extension BinaryInteger {
    /// Division that rounds towards negative infinity.
    @inlinable public func flooringDivision(by divisor: Self) -> Self {
        let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
        return remainder != 0 && (remainder < 0) != (divisor < 0) ? quotient - 1 : quotient
    }
}
