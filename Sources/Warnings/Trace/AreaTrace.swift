public import AirQuality
public import PlanModel

/// What a plan's conditions come to for one area at one instant: why and why not.
public struct AreaTrace: Sendable {
    public var at: HourSlot
    public var area: Area
    /// What was in force before the instant.
    public var standing: Standing
    /// Whether forecasts are read at the instant (semantics §8.8).
    public var isReviewHour: Bool
    /// The end of the last slot that a forecast covers, at most 240 h ahead; nil where none does.
    public var coverageEnd: HourSlot?
    /// The forecasts that the conditions read, or would read at an hour of review; empty where none was issued.
    public var forecasts: [ForecastUse]
    /// The next hour at which forecasts are read, where they are not read now.
    public var nextReview: HourSlot?
    /// The quantity that the plan's tests of the area read most, hour by hour around the instant.
    public var series: SeriesTrace
    /// Lowest first, as in the plan.
    public var levels: [LevelTrace]
    /// One an advice of the plan, in its order; empty where advice is not judged.
    public var advice: [ConditionTrace]
    /// The alerts at each of their places, in the order of the plan, then of the stations; empty where alerts are not judged.
    public var alerts: [AlertTrace]
    /// What is decided at the instant; nil: nothing changes.
    public var decision: Decision?
}

/// What the clauses of a level come to.
public struct LevelTrace: Sendable {
    /// The level's id.
    public var level: String
    /// One an `issue` clause, in source order.
    public var issue: [ClauseTrace]
    /// nil for a level without `end when`.
    public var end: ConditionTrace?

    public var demanded: Truth { issue.reduce(.false) { $0 || $1.condition.truth } }
    /// What ``demanded`` comes to where forecasts are read.
    public var readDemand: Truth { issue.reduce(.false) { $0 || $1.condition.readTruth } }
    /// A level without `end when` never ends by itself.
    public var released: Truth { end?.truth ?? .false }
}

/// What an alert comes to at a place.
public struct AlertTrace: Sendable {
    /// The alert's id.
    public var alert: String
    /// Nil: the area as a whole.
    public var station: String?
    /// Tests that compare with the area's value have a truth and nothing else.
    public var condition: ConditionTrace
}

/// One `issue [label] when condition`.
public struct ClauseTrace: Sendable {
    public var label: String?
    public var condition: ConditionTrace
}

/// A condition with the truth of every part.
public indirect enum ConditionTrace: Sendable {
    case or([ConditionTrace], Truth)
    case and([ConditionTrace], Truth)
    case not(ConditionTrace, Truth)
    case named(String, ConditionTrace)
    case test(TestTrace)

    public var truth: Truth {
        switch self {
        case .or(_, let truth), .and(_, let truth), .not(_, let truth): truth
        case .named(_, let inner): inner.truth
        case .test(let test): test.truth
        }
    }

    /// What the condition comes to where forecasts are read; differs from ``truth`` only outside the hours of review.
    public var readTruth: Truth {
        switch self {
        case .or(let parts, _): parts.reduce(.false) { $0 || $1.readTruth }
        case .and(let parts, _): parts.reduce(.true) { $0 && $1.readTruth }
        case .not(let inner, _): !inner.readTruth
        case .named(_, let inner): inner.readTruth
        case .test(let test): test.readTruth
        }
    }

    /// The tests of the condition, in source order.
    public var tests: [TestTrace] {
        switch self {
        case .or(let parts, _), .and(let parts, _): parts.flatMap(\.tests)
        case .not(let inner, _), .named(_, let inner): inner.tests
        case .test(let test): [test]
        }
    }
}
