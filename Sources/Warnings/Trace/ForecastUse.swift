public import AirQuality
import PlanModel

/// A forecast that the conditions of an area read at an instant, and for when.
public struct ForecastUse: Hashable, Sendable {
    public var reference: ForecastReference
    /// From the first slot that it gives a value for to the last; another forecast may stand between.
    public var slots: Range<HourSlot>
}

extension AreaEvaluator {
    /// The forecasts that the clauses of the plan's levels read, as far as they look ahead, in order of the slots they give.
    mutating func forecastUses() -> [ForecastUse] {
        guard let coverageEnd else { return [] }
        var uses: [ForecastUse] = []
        for test in plan.tests where test.source != .observed && test.station == nil {
            let end = test.hoursAhead.map { min(now + $0, coverageEnd) } ?? coverageEnd
            var read = [(test.comparison.quantity, test.cycle, test.ledBy != nil)]
            if case .run(_, let part?) = test.span { read.append((part.comparison.quantity, part.cycle, false)) }
            for (quantity, cycle, leads) in read {
                context.timelines[0].noteForecasts(quantity, cycle, until: end, plan.days, leads: leads, into: &uses)
            }
        }
        return uses.sorted { ($0.slots.lowerBound, $0.slots.upperBound) < ($1.slots.lowerBound, $1.slots.upperBound) }
    }
}

extension Test {
    /// Hours from the instant to the end of what it looks at; nil: as far as forecasts reach.
    fileprivate var hoursAhead: Int? {
        switch span {
        case .single: cycle.hours
        case .throughout(let hours, _): hours
        case .run(let hours, _): startingWithin.map { $0 - 1 + hours }
        }
    }
}
