public import AirQuality

/// A three-valued condition. Lets are expanded; ``named(_:_:)`` keeps the name that the plan gave.
public indirect enum Condition: Hashable, Sendable {
    case or([Condition])
    case and([Condition])
    case not(Condition)
    case named(String, Condition)
    case test(Test)
}

/// One test of a quantity on a timeline.
public struct Test: Hashable, Sendable {
    public var source: Source
    /// A station code; nil: the area's value.
    public var station: String?
    public var cycle: Cycle
    public var comparison: Comparison
    /// `led by`: one of these must be among the primary pollutants; nil where the test does not say so.
    public var ledBy: [Pollutant]?
    public var span: Span
    /// `starting within`, or the plan's horizon where that applies, in hours.
    public var startingWithin: Int?

    public init(
        source: Source, station: String?, cycle: Cycle, comparison: Comparison, ledBy: [Pollutant]?, span: Span,
        startingWithin: Int?
    ) {
        self.source = source
        self.station = station
        self.cycle = cycle
        self.comparison = comparison
        self.ledBy = ledBy
        self.span = span
        self.startingWithin = startingWithin
    }

    /// Whether it compares with a percentage of the area's value.
    public var comparesWithArea: Bool {
        if case .run(_, let part?) = span, part.comparison.isOfArea { return true }
        return comparison.isOfArea
    }
}

/// The timeline that a test reads (semantics §6).
public enum Source: String, Hashable, Sendable, Codable { case observed, forecast, expected }

/// Whether a test reads hour slots or 24 h blocks.
public enum Cycle: String, Hashable, Sendable, Codable {
    case hourly, daily

    /// Hours of one element.
    public var hours: Int { self == .hourly ? 1 : 24 }
}

/// How long a test must hold.
public enum Span: Hashable, Sendable {
    /// One slot or one block, where the test states no span.
    case single
    /// `for N h`, perhaps `including …`.
    case run(hours: Int, including: Inclusion?)
    /// `throughout next N h missing at most G h`.
    case throughout(hours: Int, missingAtMost: Int)
}

/// `including [hourly|daily] comparison for M h`.
public struct Inclusion: Hashable, Sendable {
    public var cycle: Cycle
    public var comparison: Comparison
    public var hours: Int

    public init(cycle: Cycle, comparison: Comparison, hours: Int) {
        self.cycle = cycle
        self.comparison = comparison
        self.hours = hours
    }
}

/// `QUANTITY CMP VALUE`.
public struct Comparison: Hashable, Sendable {
    public var quantity: Quantity
    public var relation: Relation
    /// The value in thousandths: of 1 for AQI and IAQI, of the pollutant's unit for a concentration, of a percent where it is a share.
    public var threshold: Int64
    /// Whether the threshold is a percentage of the area's value of the same slot or block.
    public var isOfArea: Bool

    public init(quantity: Quantity, relation: Relation, threshold: Int64, isOfArea: Bool = false) {
        self.quantity = quantity
        self.relation = relation
        self.threshold = threshold
        self.isOfArea = isOfArea
    }

    /// Whether a value relates to the area's as the percentage says, exactly: `value` > N % of `area` is `100 value` > N `area`.
    ///
    /// - Parameters: both in the same unit.
    public func holds(_ value: Int64, ofArea area: Int64) -> Bool {
        // Thousandths of a percent: 100,000 of them are the whole.
        let (left, right) = (Int128(value) * 100_000, Int128(area) * Int128(threshold))
        return switch relation {
        case .greater: left > right
        case .greaterOrEqual: left >= right
        case .less: left < right
        case .lessOrEqual: left <= right
        }
    }
}

public enum Quantity: Hashable, Sendable {
    case aqi
    case iaqi(Pollutant)
    case concentration(Pollutant)

    /// `AQI`, `IAQI(PM2.5)` or `PM2.5`.
    public var name: String {
        switch self {
        case .aqi: "AQI"
        case .iaqi(let pollutant): "IAQI(\(pollutant.name))"
        case .concentration(let pollutant): pollutant.name
        }
    }
}

public enum Relation: String, Hashable, Sendable, Codable {
    case greater = ">"
    case greaterOrEqual = ">="
    case less = "<"
    case lessOrEqual = "<="

    @inlinable public func holds(_ left: Int64, _ right: Int64) -> Bool {
        switch self {
        case .greater: left > right
        case .greaterOrEqual: left >= right
        case .less: left < right
        case .lessOrEqual: left <= right
        }
    }

    /// Whether the relation asks for values above the threshold.
    public var isUpward: Bool { self == .greater || self == .greaterOrEqual }
}
