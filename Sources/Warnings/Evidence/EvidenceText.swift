public import AirQuality

extension Evidence {
    /// The clause and the numbers that fired, in one line.
    ///
    /// `[two days] expected daily AQI > 150 for 48h: from 2016-12-16 20:00: 231, 318`
    ///
    /// - Parameter withNegations: Whether what was found not to hold is told too; it has no numbers.
    public func summary(in zone: Zone, withNegations: Bool = true) -> String {
        let tests = finding.summaries(in: zone, withNegations).joined(separator: "; ")
        let name = clause == .end ? "\(level) end" : label.map { "[\($0)]" } ?? "\(level)"
        return "\(name) \(tests)"
    }
}

extension Evidence.Finding {
    fileprivate func summaries(in zone: Zone, _ withNegations: Bool) -> [String] {
        switch self {
        case .all(let parts): parts.flatMap { $0.summaries(in: zone, withNegations) }
        case .named(_, let inner): inner.summaries(in: zone, withNegations)
        case .not(let text): withNegations ? ["not \(text)"] : []
        case .test(let test): [test.summary(in: zone)]
        }
    }
}

extension TestFinding {
    /// The test, where its run starts, and its values: each of up to seven, the range of more.
    public func summary(in zone: Zone) -> String {
        guard let start else { return text }
        return "\(text): from \(zone.shortText(start)): \(values)"
    }

    /// `231, 318`, or `36 values 12…88` of many.
    public var values: String {
        let known = elements.filter { $0.value != nil }
        let rest = elements.count - known.count
        let gaps = rest == 0 ? "" : known.isEmpty ? "\(rest) missing" : ", \(rest) missing"
        guard known.count > 7 else { return known.map(\.text).joined(separator: ", ") + gaps }
        let order = known.sorted { ($0.value ?? 0) < ($1.value ?? 0) }
        return "\(known.count) values \(order[0].text)…\(order[order.count - 1].text)" + gaps
    }
}
