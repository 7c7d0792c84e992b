import AirQuality
import PlanModel

extension AreaEvaluator {
    /// The first `issue` clause of a level that is true at the present instant.
    mutating func issueEvidence(_ level: Int) -> Evidence? {
        let definition = plan.levels[level]
        for clause in definition.issue {
            if let finding = finding(of: clause.condition) {
                return Evidence(
                    level: definition.id, clause: .issue, label: clause.label, cites: definition.cites, finding: finding)
            }
        }
        return nil
    }

    /// What makes a level's `end when` true at the present instant.
    mutating func endEvidence(_ level: Int) -> Evidence? {
        let definition = plan.levels[level]
        guard let end = definition.end, let finding = finding(of: end) else { return nil }
        return Evidence(level: definition.id, clause: .end, label: nil, cites: definition.cites, finding: finding)
    }

    mutating func finding(of condition: Condition) -> Evidence.Finding? {
        guard truth(of: condition) == .true else { return nil }
        switch condition {
        case .or(let parts):
            for part in parts { if let found = finding(of: part) { return found } }
            return nil
        case .and(let parts): return .all(parts.compactMap { finding(of: $0) })
        case .not(let inner): return .not(inner.text)
        case .named(let name, let inner): return finding(of: inner).map { .named(name, $0) }
        case .test(let test): return .test(finding(of: test))
        }
    }

    /// The truth of any condition of the plan at the present instant.
    mutating func truth(of condition: Condition) -> Truth {
        switch condition {
        case .or(let parts): parts.reduce(Truth.false) { $0 || truth(of: $1) }
        case .and(let parts): parts.reduce(Truth.true) { $0 && truth(of: $1) }
        case .not(let inner): !truth(of: inner)
        case .named(_, let inner): truth(of: inner)
        case .test(let test): truth(of: test)
        }
    }

    mutating func finding(of test: Test) -> TestFinding {
        let starts = elementStarts(of: test)
        let timeline = test.station.flatMap { stations.firstIndex(of: $0) }.map { $0 + 1 } ?? 0
        let plan = plan
        var isRunAhead = test.source != .observed
        if case .throughout = test.span { isRunAhead = false }
        let elements: [ElementFinding]
        // Runs end by the end of the forecasts; `throughout` may reach beyond, where a replayed record is not to be seen.
        if var cut = isRunAhead || test.source == .observed ? nil : timelineCut(timeline) {
            elements = starts.elements.map { Self.element(test.comparison.quantity, test.cycle, at: $0, &cut, plan) }
        } else {
            elements = withTimeline(timeline) { timeline in
                starts.elements.map { Self.element(test.comparison.quantity, test.cycle, at: $0, &timeline, plan) }
            }
        }
        var unit: String?
        if case .concentration(let pollutant) = test.comparison.quantity { unit = pollutant.unit.symbol }
        return TestFinding(
            text: test.text, quantity: test.comparison.quantity.name, unit: unit, isRunAhead: isRunAhead,
            start: starts.start.map { HourSlot($0) }, hours: starts.hours, elements: elements,
            unknownElements: elements.count { $0.certainty == .missing },
            forecasts: references(of: test, starts.start, starts.elements, on: timeline))
    }

    /// The forecasts on which a test found true rests: those of its elements, and of the part that is included.
    private mutating func references(of test: Test, _ start: Int?, _ elements: [Int], on timeline: Int) -> [ForecastReference] {
        withTimeline(timeline) { timeline in
            var found: [ForecastReference] = []
            for element in elements {
                timeline.collectReferences(
                    test.comparison.quantity, test.cycle, at: element, leads: test.ledBy != nil, into: &found)
            }
            if case .run(let hours, let part?) = test.span, let start {
                for element in stride(from: start, to: start + hours, by: part.cycle.hours) {
                    timeline.collectReferences(part.comparison.quantity, part.cycle, at: element, leads: false, into: &found)
                }
            }
            return found
        }
    }

    /// What is found of a quantity at one slot or block.
    static func element(
        _ quantity: Quantity, _ cycle: Cycle, at start: Int, _ timeline: inout Timeline, _ plan: Plan
    ) -> ElementFinding {
        let reading = timeline.read(quantity, cycle, at: start)
        let (value, certainty): (Int64?, ElementFinding.Certainty) =
            switch reading.value {
            case .missing: (nil, .missing)
            case .exact(let value): (value, .exact)
            case .atLeast(let value): (value, .atLeast)
            case .atMost(let value): (value, .atMost)
            }
        return ElementFinding(
            start: HourSlot(start), hours: cycle.hours, value: value, certainty: certainty, origin: reading.origin,
            primary: timeline.primary(cycle, at: start).primary,
            missingHours: missingHours(quantity, start..<start + cycle.hours, timeline.series, plan))
    }

    /// Hours in which the quantity, or for the AQI one of the required pollutants, has no value.
    private static func missingHours(_ quantity: Quantity, _ slots: Range<Int>, _ series: HourlySeries, _ plan: Plan) -> Int {
        let needed: [Pollutant] =
            switch quantity {
            case .aqi: plan.requires.members
            case .iaqi(let pollutant), .concentration(let pollutant): [pollutant]
            }
        return slots.count { slot in needed.contains { series.value($0, at: slot) == PollutantValues.missing } }
    }
}
