public import AirQuality

/// A test of a plan: what is given, and what the plan must make of it. Tests say nothing about what the plan means.
public struct PlanTest: Hashable, Sendable {
    public var name: String
    /// The area's id; nil: the first area of the plan.
    public var area: String?
    /// In source order; where two speak of one slot and quantity, the later one counts.
    public var givens: [Given]
    /// In source order.
    public var expectations: [Expectation]
    public var place: RulePlace

    /// Whether it speaks of advice or alerts, which a desk makes known beside its decisions.
    public var speaksOfMessages: Bool {
        expectations.contains {
            switch $0.outcome {
            case .alert, .advice: true
            case .level, .decision, .noDecision, .order: false
            }
        }
    }

    public init(name: String, area: String?, givens: [Given], expectations: [Expectation], place: RulePlace) {
        self.name = name
        self.area = area
        self.givens = givens
        self.expectations = expectations
        self.place = place
    }

    /// Something that is known in a test.
    public enum Given: Hashable, Sendable {
        case series(GivenSeries)
        case days(GivenDays)
        /// A warning that is in force when the test begins: the test then begins at `since`, what was observed before is known.
        /// nil: since the test's first instant.
        case warning(level: String, since: HourSlot?)
        /// An enterprise or a site of the test's own, beside the city's list.
        case row(GivenRow)
    }

    /// What is to come out at an instant.
    public struct Expectation: Hashable, Sendable {
        public var at: HourSlot
        public var outcome: Outcome
        public var place: RulePlace

        public init(at: HourSlot, outcome: Outcome, place: RulePlace) {
            self.at = at
            self.outcome = outcome
            self.place = place
        }
    }

    public enum Outcome: Hashable, Sendable {
        /// The level in force after the evaluation at the instant; nil: none.
        case level(String?)
        /// A decision at that very instant. `kind` is the text of a decision's kind, `to` the level it leads to, `because` the
        /// label of the clause it rests on; nil where the test does not say.
        case decision(kind: String?, to: String?, because: String?)
        /// No decision at that instant.
        case noDecision
        /// What an enterprise or a site is ordered under the level in force; the subject by code or name.
        case order(OrderSubject, String, OrderAction)
        /// Whether an alert is made known at that very instant: of one station, or where the test names none of any place.
        case alert(String, station: String?, isExpected: Bool)
        /// Whether an advice is in force after the evaluation at the instant.
        case advice(String, isExpected: Bool)
    }
}

/// Hourly values from a slot on.
public struct GivenSeries: Hashable, Sendable {
    /// `observed`: recorded values. `forecast`: an hourly forecast. `expected`: recorded values that were forecast rightly.
    public var source: Source
    /// A station's code; nil: the area, which is to say each of its stations.
    public var station: String?
    public var quantity: Quantity
    public var parts: [Part]
    public var from: HourSlot
    /// When a forecast was issued; nil: before the test begins.
    public var issued: Instant?
    /// What leads where the quantity is the AQI.
    public var ledBy: [Pollutant]

    public init(
        source: Source, station: String?, quantity: Quantity, parts: [Part], from: HourSlot, issued: Instant?,
        ledBy: [Pollutant]
    ) {
        self.source = source
        self.station = station
        self.quantity = quantity
        self.parts = parts
        self.from = from
        self.issued = issued
        self.ledBy = ledBy
    }

    /// Values are in thousandths: of 1 for AQI and IAQI, of the pollutant's unit for a concentration.
    public enum Part: Hashable, Sendable {
        case value(Int64, hours: Int)
        /// From one value to another in equal steps, both included.
        case ramp(from: Int64, to: Int64, hours: Int)
        case missing(hours: Int)

        public var hours: Int {
            switch self {
            case .value(_, let hours), .ramp(_, _, let hours), .missing(let hours): hours
            }
        }
    }

    public var slots: Range<HourSlot> { from..<from + parts.reduce(0) { $0 + $1.hours } }

    /// One value a slot, in thousandths; nil: missing. Steps of a ramp are rounded to thousandths.
    public var values: [Int64?] {
        parts.flatMap { part -> [Int64?] in
            switch part {
            case .value(let value, let hours): Array(repeating: value, count: hours)
            case .missing(let hours): Array(repeating: nil, count: hours)
            case .ramp(let first, let last, let hours):
                (0..<hours).map { first + (last - first) * Int64($0) / Int64(max(1, hours - 1)) }
            }
        }
    }
}

/// Forecasts of the AQI of consecutive natural days.
public struct GivenDays: Hashable, Sendable {
    public struct Day: Hashable, Sendable {
        public var low: Int
        public var high: Int

        public init(low: Int, high: Int) {
            self.low = low
            self.high = high
        }
    }

    /// nil: no forecast of that day.
    public var days: [Day?]
    public var primary: PollutantSet
    public var from: LocalDate
    /// When the forecast was issued; nil: before the test begins.
    public var issued: Instant?

    public init(days: [Day?], primary: PollutantSet, from: LocalDate, issued: Instant?) {
        self.days = days
        self.primary = primary
        self.from = from
        self.issued = issued
    }
}
