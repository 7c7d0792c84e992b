public import AirQuality
public import PlanModel

/// One slot or block, with what is asked of it.
public struct ElementTrace: Hashable, Sendable {
    public var finding: ElementFinding
    public var comparison: Comparison
    /// Of the comparison, and of `led by` where the test says so.
    public var truth: Truth
    /// The truth of `led by`; nil where the test does not say so.
    public var isLed: Truth?
    /// The value nearest to the threshold that satisfies the comparison, in thousandths: 201 for `> 200`.
    public var need: Int64
    /// Why the element is unknown; nil where it is not.
    public var lack: ElementLack?

    public var start: HourSlot { finding.start }
    public var end: HourSlot { finding.start + finding.hours }

    /// By how much the value satisfies the comparison, in thousandths: 0 at the last value that does, negative by what it lacks;
    /// nil where it is missing.
    public var room: Int64? {
        finding.value.map { comparison.relation.isUpward ? $0 - need : need - $0 }
    }
}

/// Why an element is unknown.
public enum ElementLack: Hashable, Sendable {
    /// It ends after the last slot that a forecast covers.
    case beyondForecasts
    /// Values are missing, and what is known does not settle it.
    case missing([MissingValues])
    /// The forecast gives the day's AQI, from which no concentration can be read.
    case dayValueOnly
    /// The forecast names other primary pollutants, so that its AQI is only an upper bound.
    case boundOnly
    /// The forecast names no primary pollutants, or one that `led by` names is not known.
    case primaryUnknown
}

/// Hourly values of a pollutant that an element lacks.
public struct MissingValues: Hashable, Sendable {
    public var pollutant: Pollutant
    /// Hours without a value, of ``ElementFinding/hours``.
    public var hours: Int
    public var first: HourSlot
    /// How many stations have a value in the first of them, where it has passed.
    public var stations: Int?
    /// How many must have one.
    public var quorum: Int?

    public init(pollutant: Pollutant, hours: Int, first: HourSlot, stations: Int? = nil, quorum: Int? = nil) {
        self.pollutant = pollutant
        self.hours = hours
        self.first = first
        self.stations = stations
        self.quorum = quorum
    }
}

extension Comparison {
    /// The value nearest to the threshold that satisfies the comparison, in thousandths.
    ///
    /// - Parameter step: Thousandths between two values that the quantity can take.
    public func nearestSatisfying(step: Int64) -> Int64 {
        var floor = threshold / step * step
        if floor > threshold { floor -= step }
        switch relation {
        case .greater: return floor + step
        case .greaterOrEqual: return floor == threshold ? floor : floor + step
        case .less: return floor == threshold ? floor - step : floor
        case .lessOrEqual: return floor
        }
    }
}
