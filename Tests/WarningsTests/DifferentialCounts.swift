import AirQuality
import PlanModel

/// What a run compared: how often each feature came out true, false and unknown.
struct DifferentialCounts {
    /// What a test, its plan or the data under it have.
    enum Feature: Int, CaseIterable {
        case observed, forecast, expected
        case hourly, daily, aqi, iaqi, concentration
        case single, run, includingSlots, includingDays, throughout, missingAtMost, startingWithin
        case ledBy, station, quorum, daysNatural, requires, reviewHours, boundMiddle, boundLower
        case gaps, lowerBounds, forecastAQI, dayValues
        case edition2012, edition2026, editionChange, clockChange
        case perfect, persistence, issued, live, swappedPlan
    }

    var comparisons = 0
    var decisions = 0
    /// Three numbers a feature: true, false, unknown.
    private var table = Array(repeating: 0, count: 3 * Feature.allCases.count)

    mutating func add(_ other: DifferentialCounts) {
        comparisons += other.comparisons
        decisions += other.decisions
        for place in table.indices { table[place] += other.table[place] }
    }

    func outcomes(of feature: Feature) -> [Int] { Array(table[3 * feature.rawValue..<3 * feature.rawValue + 3]) }

    mutating func note(
        _ test: Test, _ truth: Bool?, _ evaluator: NaiveEvaluator, isSwapped: Bool, mode: DifferentialCase.Mode
    ) {
        let outcome = truth.map { $0 ? 0 : 1 } ?? 2
        func add(_ feature: Feature, if holds: Bool = true) {
            if holds { table[3 * feature.rawValue + outcome] += 1 }
        }
        let plan = evaluator.plan
        switch test.source {
        case .observed: add(.observed)
        case .forecast: add(.forecast)
        case .expected: add(.expected)
        }
        add(test.cycle == .hourly ? .hourly : .daily)
        switch test.comparison.quantity {
        case .aqi: add(.aqi)
        case .iaqi: add(.iaqi)
        case .concentration: add(.concentration)
        }
        switch test.span {
        case .single: add(.single)
        case .run(_, let including):
            add(.run)
            if let including { add(including.cycle == .hourly ? .includingSlots : .includingDays) }
        case .throughout(_, let missing):
            add(.throughout)
            add(.missingAtMost, if: missing > 0)
        }
        add(.startingWithin, if: test.startingWithin != nil)
        add(.ledBy, if: test.ledBy != nil)
        add(.station, if: test.station != nil)
        add(.quorum, if: evaluator.area.atLeast != nil)
        add(.daysNatural, if: plan.days == .natural && test.cycle == .daily)
        add(.requires, if: plan.requires != .all && test.comparison.quantity == .aqi)
        add(.reviewHours, if: !plan.review.isEmpty && test.source != .observed)
        let seen = evaluator.column(test).seen
        add(.gaps, if: seen.contains(.missing))
        add(.lowerBounds, if: seen.contains(.lowerBound))
        add(.forecastAQI, if: seen.contains(.hourlyAQI))
        add(.dayValues, if: seen.contains(.dayValue))
        add(.boundMiddle, if: plan.forecastBound == .middle && seen.contains(.dayValue))
        add(.boundLower, if: plan.forecastBound == .lower && seen.contains(.dayValue))
        let timeline = evaluator.timeline(test.station)
        let now = evaluator.now
        if test.comparison.quantity.isIndex {
            let isNew = timeline.edition(now) == .edition2026
            add(isNew ? .edition2026 : .edition2012)
            add(.editionChange, if: timeline.edition(now - 72) != timeline.edition(now + 72))
        }
        add(.clockChange, if: plan.zone.changes(near: now, within: 72) && test.cycle == .daily)
        switch mode {
        case .perfect: add(.perfect)
        case .persistence: add(.persistence)
        case .issued: add(.issued)
        case .live: add(.live)
        }
        add(.swappedPlan, if: isSwapped)
    }
}

extension Quantity {
    /// Whether an edition of HJ 633 decides its number.
    fileprivate var isIndex: Bool {
        if case .concentration = self { false } else { true }
    }
}
