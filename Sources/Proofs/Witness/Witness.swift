public import AirQuality
public import Warnings

/// A series on which something happens, with what a replay makes of it.
public struct Witness: Sendable {
    /// One series of hourly concentrations.
    public struct Series: Sendable {
        /// nil: the area's value.
        public var station: String?
        public var pollutant: Pollutant
        public var from: HourSlot
        /// Stretches of one value each, in thousandths.
        public var parts: [(value: Int64, hours: Int)]
    }

    /// Series that are not zero throughout, and those of stations that conditions name; before and after them the first and last value go on.
    public var series: [Series]
    /// The instants at which the matter is seen, in time order.
    public var instants: [HourSlot]
    /// The instants evaluated.
    public var evaluated: ClosedRange<HourSlot>
    /// What is decided at them, in force none before.
    public var decisions: [Decision]
    /// What the old of two plans decides at them; nil where there is one plan.
    public var earlier: [Decision]?
    let values: HourlyValues
}

extension Witness {
    init(_ values: HourlyValues, at instants: [Int], evaluated: ClosedRange<Int>, decisions: [Decision]) {
        series = values.series.map { key in
            var parts: [(value: Int64, hours: Int)] = []
            for slot in values.slots {
                let value = values[key, slot]
                if parts.last?.value == value { parts[parts.count - 1].hours += 1 } else { parts.append((value, 1)) }
            }
            return Series(station: key.station, pollutant: key.pollutant, from: HourSlot(values.slots.lowerBound), parts: parts)
        }
        self.instants = instants.map { HourSlot($0) }
        self.evaluated = HourSlot(evaluated.lowerBound)...HourSlot(evaluated.upperBound)
        self.decisions = decisions
        self.values = values
    }
}
