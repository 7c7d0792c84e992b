public import AirQuality
public import PlanModel

/// An alert that is true of a place, with what it rests on.
public struct HighValueFinding: Hashable, Sendable {
    public var alert: Alert
    /// Nil: the area as a whole.
    public var station: String?
    /// Since when every comparison that it rests on has held without a gap, as far back as 240 h.
    public var since: HourSlot
    public var readings: [HighValueReading]
}

/// A comparison of an alert that held, with its values.
public struct HighValueReading: Hashable, Sendable, Codable {
    /// The test as the plan language writes it.
    public var test: String
    /// The quantity read, such as `PM2.5`.
    public var quantity: String
    /// Unit of the values, nil for indices.
    public var unit: String?
    /// Hours of each value: 1 for slots, 24 for blocks.
    public var hours: Int
    /// Each in its order of time.
    public var values: [Value]

    /// The value of one slot or block.
    public struct Value: Hashable, Sendable, Codable {
        public var start: HourSlot
        /// Thousandths of the unit, at reporting precision; nil where it is missing.
        public var value: Int64?
        /// The area's value of the same slot or block, beside that of a station; nil where it is missing or the value is the area's own.
        public var area: Int64?

        public init(start: HourSlot, value: Int64?, area: Int64?) {
            self.start = start
            self.value = value
            self.area = area
        }
    }

    public init(test: String, quantity: String, unit: String?, hours: Int, values: [Value]) {
        self.test = test
        self.quantity = quantity
        self.unit = unit
        self.hours = hours
        self.values = values
    }
}
