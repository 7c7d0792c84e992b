public import AirQuality
import PlanModel

/// A forecast that the conditions of an area read at an instant, and for when.
public struct ForecastUse: Hashable, Sendable {
    public var reference: ForecastReference
    /// From the first slot that it gives a value for to the last; another forecast may stand between.
    public var slots: Range<HourSlot>

    /// By the slots that they give, then by what they are: the order does not depend on how they were found.
    fileprivate static func isBefore(_ left: ForecastUse, _ right: ForecastUse) -> Bool {
        let (one, two) = ((left.slots.lowerBound, left.slots.upperBound), (right.slots.lowerBound, right.slots.upperBound))
        if one != two { return one < two }
        let (at, other) = (left.reference.at.seconds, right.reference.at.seconds)
        return at != other ? at < other : "\(left.reference)" < "\(right.reference)"
    }
}

/// A quantity that conditions read ahead.
private struct Read: Hashable {
    var quantity: Quantity
    var cycle: Cycle
    var leads: Bool
}

extension AreaEvaluator {
    /// The forecasts that the clauses of the plan's levels read, as far as they look ahead, in order of the slots they give.
    mutating func forecastUses() -> [ForecastUse] {
        guard let coverageEnd else { return [] }
        // Many clauses read one quantity: it is asked once, as far as any of them looks.
        var ends: [Read: Int] = [:]
        for test in plan.tests where test.source != .observed && test.station == nil {
            let end = test.hoursAhead.map { min(now + $0, coverageEnd) } ?? coverageEnd
            var reads = [Read(quantity: test.comparison.quantity, cycle: test.cycle, leads: test.ledBy != nil)]
            if case .run(_, let part?) = test.span {
                reads.append(Read(quantity: part.comparison.quantity, cycle: part.cycle, leads: false))
            }
            for read in reads { ends[read] = max(ends[read] ?? end, end) }
        }
        var uses: [ForecastUse] = []
        for (read, end) in ends {
            context.timelines[0].noteForecasts(
                read.quantity, read.cycle, until: end, plan.days, leads: read.leads, into: &uses)
        }
        return uses.sorted(by: ForecastUse.isBefore)
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
