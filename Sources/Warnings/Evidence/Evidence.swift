public import AirQuality

/// Why a clause was true: the part of its condition that carried it (semantics §8.4).
public struct Evidence: Hashable, Sendable, Codable {
    public enum Clause: String, Hashable, Sendable, Codable {
        case issue, end
    }

    /// The level whose clause it is.
    public var level: String
    public var clause: Clause
    /// The label of an `issue [label] when`.
    public var label: String?
    public var cites: [String]
    public var finding: Finding

    public init(level: String, clause: Clause, label: String?, cites: [String], finding: Finding) {
        self.level = level
        self.clause = clause
        self.label = label
        self.cites = cites
        self.finding = finding
    }

    /// A true part of a condition: of `or` the first true operand, of `and` all.
    public indirect enum Finding: Hashable, Sendable, Codable {
        case all([Finding])
        /// A let and what it stands for.
        case named(String, Finding)
        /// What is false, so that its negation is true; the text is the negated condition.
        case not(String)
        case test(TestFinding)
    }

    /// The earliest start of the forecast and expected runs found (semantics §8.7), nil where there is none.
    public var onset: HourSlot? {
        finding.tests.filter { $0.isRunAhead }.compactMap(\.start).min()
    }
}

extension Evidence.Finding {
    /// The tests found true, in source order.
    public var tests: [TestFinding] {
        switch self {
        case .all(let parts): parts.flatMap(\.tests)
        case .named(_, let inner): inner.tests
        case .not: []
        case .test(let test): [test]
        }
    }
}

/// A test found true, with the values on which it rests.
public struct TestFinding: Hashable, Sendable {
    /// The test as the plan language writes it.
    public var text: String
    /// The quantity read, such as `IAQI(PM2.5)`.
    public var quantity: String
    /// Unit of the values, nil for indices.
    public var unit: String?
    /// Whether it is a run on the forecast or expected timeline, whose start counts as onset.
    public var isRunAhead: Bool
    /// The earliest start that satisfies the test.
    public var start: HourSlot?
    /// Hours of the run.
    public var hours: Int
    public var elements: [ElementFinding]
    /// Slots or blocks that were unknown, where the test allows some.
    public var unknownElements: Int
    /// The forecasts on which the values rest, each once; empty where all are observed, or no issued forecast stands behind them.
    public var forecasts: [ForecastReference]

    public init(
        text: String, quantity: String, unit: String?, isRunAhead: Bool, start: HourSlot?, hours: Int, elements: [ElementFinding],
        unknownElements: Int, forecasts: [ForecastReference] = []
    ) {
        self.text = text
        self.quantity = quantity
        self.unit = unit
        self.isRunAhead = isRunAhead
        self.start = start
        self.hours = hours
        self.elements = elements
        self.unknownElements = unknownElements
        self.forecasts = forecasts
    }
}

/// Coded without forecasts where there are none, so that records of before stay as they are.
extension TestFinding: Codable {
    private enum CodingKeys: CodingKey {
        case text, quantity, unit, isRunAhead, start, hours, elements, unknownElements, forecasts
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        text = try container.decode(String.self, forKey: .text)
        quantity = try container.decode(String.self, forKey: .quantity)
        unit = try container.decodeIfPresent(String.self, forKey: .unit)
        isRunAhead = try container.decode(Bool.self, forKey: .isRunAhead)
        start = try container.decodeIfPresent(HourSlot.self, forKey: .start)
        hours = try container.decode(Int.self, forKey: .hours)
        elements = try container.decode([ElementFinding].self, forKey: .elements)
        unknownElements = try container.decode(Int.self, forKey: .unknownElements)
        forecasts = try container.decodeIfPresent([ForecastReference].self, forKey: .forecasts) ?? []
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(text, forKey: .text)
        try container.encode(quantity, forKey: .quantity)
        try container.encodeIfPresent(unit, forKey: .unit)
        try container.encode(isRunAhead, forKey: .isRunAhead)
        try container.encodeIfPresent(start, forKey: .start)
        try container.encode(hours, forKey: .hours)
        try container.encode(elements, forKey: .elements)
        try container.encode(unknownElements, forKey: .unknownElements)
        if !forecasts.isEmpty { try container.encode(forecasts, forKey: .forecasts) }
    }
}

/// The value of one slot or block.
public struct ElementFinding: Hashable, Sendable, Codable {
    public enum Certainty: String, Hashable, Sendable, Codable {
        case exact, atLeast, atMost, missing
    }

    public var start: HourSlot
    /// 1 for a slot, 24 for a block.
    public var hours: Int
    /// Thousandths of 1 for indices, of the unit for concentrations; nil where missing.
    public var value: Int64?
    public var certainty: Certainty
    public var origin: ReadingOrigin
    public var primary: PollutantSet
    /// Hourly values of the quantity that are missing, of ``hours``.
    public var missingHours: Int

    public init(
        start: HourSlot, hours: Int, value: Int64?, certainty: Certainty, origin: ReadingOrigin, primary: PollutantSet,
        missingHours: Int
    ) {
        self.start = start
        self.hours = hours
        self.value = value
        self.certainty = certainty
        self.origin = origin
        self.primary = primary
        self.missingHours = missingHours
    }

    /// `231`, `≥ 120`, `1.4`, `—` where missing.
    public var text: String {
        guard let value else { return "—" }
        let whole = value / 1000
        let rest = value % 1000
        let number = rest == 0 ? "\(whole)" : "\(whole).\(String(rest + 1000).dropFirst())".trimmingTrailingZeros()
        switch certainty {
        case .exact: return number
        case .atLeast: return "≥ \(number)"
        case .atMost: return "≤ \(number)"
        case .missing: return "—"
        }
    }
}

extension String {
    fileprivate func trimmingTrailingZeros() -> String {
        var text = self
        while text.last == "0" { text.removeLast() }
        return text
    }
}
