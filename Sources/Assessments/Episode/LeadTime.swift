public import AirQuality
import Backtests
import PlanModel
import Warnings

/// How far ahead of the pollution a level was published.
public struct LeadTime: Hashable, Sendable {
    public var level: String
    /// When its decision came on record.
    public var published: Instant
    public var response: HourSlot?
    /// The onset that the evidence of the decision gave; nil where it rests on nothing forecast.
    public var forecastOnset: HourSlot?
    /// The start of the first observed hour, or 24 h, beyond the level's lowest threshold; nil: none was observed.
    public var observedOnset: HourSlot?

    /// Whole hours from publication to a time, negative where it had passed.
    public func hours(to slot: HourSlot?) -> Int? {
        slot.map { Int(($0.start.seconds - published.seconds).flooringQuotient(by: 3600)) }
    }
}

extension Int64 {
    fileprivate func flooringQuotient(by divisor: Int64) -> Int64 {
        let quotient = self / divisor
        return self % divisor != 0 && self < 0 ? quotient - 1 : quotient
    }
}

/// The observed values of what a plan mostly judges by, against the thresholds of its levels.
struct ObservedOnset {
    private let main: MainQuantity
    private let series: HourlySeries
    private let calculator: IndexCalculator
    private let plan: Plan

    init(_ series: HourlySeries, _ plan: Plan) {
        self.series = series
        self.plan = plan
        main = MainQuantity(of: plan)
        calculator = IndexCalculator(rule: plan.edition, zone: plan.zone, requires: plan.requires)
    }

    /// The comparison of a level's `issue when` with the lowest threshold, of those that read the main quantity upward.
    func comparison(of level: Level) -> Comparison? {
        level.issue.flatMap { $0.condition.tests }
            .filter {
                $0.station == nil && $0.cycle == main.cycle && $0.comparison.quantity == main.quantity
                    && $0.comparison.relation.isUpward
            }
            .map(\.comparison).min { $0.threshold < $1.threshold }
    }

    /// The start of the first observed element from a slot on that meets the level's comparison.
    func onset(of level: Level, from first: HourSlot, until: HourSlot) -> HourSlot? {
        guard let comparison = comparison(of: level) else { return nil }
        let length = main.cycle.hours
        guard first.hours + length <= until.hours else { return nil }
        return (first.hours...(until.hours - length)).first { start in
            main.value(series, start + length - 1, calculator).map { comparison.relation.holds($0, comparison.threshold) }
                ?? false
        }.map { HourSlot($0) }
    }
}
