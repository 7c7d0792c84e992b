public import AirQuality
public import PlanModel

/// A test with what it found, or what it lacks.
public struct TestTrace: Sendable {
    public var test: Test
    public var truth: Truth
    /// The evidence, as a decision would carry it; nil where the test is not true.
    public var finding: TestFinding?
    /// What the test comes to where forecasts are read; differs from ``truth`` only outside the hours of review.
    public var readTruth: Truth
    /// The earliest run that satisfies the test, or all it reads of a `throughout`; nil where ``readTruth`` is not true.
    public var run: RunTrace?
    /// Of the runs that satisfy the test the one with the largest margin, of equal ones the earliest.
    public var firmest: RunTrace?
    /// How many starts satisfy the test.
    public var trueStarts: Int
    /// Where the test is not true: of the runs with the test's own truth the one that lacks least. Most elements satisfied, then
    /// fewest not, then fewest led by others, then the smallest sum of what the values lack, then the earliest.
    public var nearest: RunTrace?
    /// Where the test is unknown: a run that is known to fail and of which more is satisfied than of ``nearest``; nil where none is.
    public var nearestKnown: RunTrace?
    /// Why no run could be sought, or none be read.
    public var gap: TestGap?
    /// Where it compares with the area's value, which is told instead of runs: what it reads.
    public var shares: [HighValueReading.Value] = []
    /// Runs that would satisfy the test, were they to begin within what it admits; the nearest of each kind.
    public var outside: [OutsideRun]
    /// The starts among which a run was sought; nil where there was none.
    public var starts: ClosedRange<HourSlot>?

    /// How far the elements on which the test rests may move before it is not true any more: if every element moves by as much,
    /// it still holds; one step further and no run does. nil where the test is not true.
    public var margin: Margin? { firmest?.margin }
}

/// Why nothing could be sought or read.
public enum TestGap: Hashable, Sendable {
    /// Forecasts are not read at this hour; the next hour of review.
    case outsideReviewHours(next: HourSlot?)
    /// No forecast is known.
    case noForecast
    /// The forecasts end too early for any run.
    case forecastsTooShort(end: HourSlot, needed: HourSlot)
    /// No block begins at a local midnight within what the test reads.
    case noNaturalDay
    /// Day values alone cover every block that is not a natural day, so that no run can be read.
    case dayValuesOnly
}

/// A run that satisfies a test but for where it lies.
public enum OutsideRun: Hashable, Sendable {
    /// It begins after the last start that `starting within`, or the plan's horizon, admits.
    case afterHorizon(start: HourSlot, lastStart: HourSlot)
    /// It began before the instant, and the test reads only what begins from then on.
    case begun(start: HourSlot)
    /// All that forecasts cover of it satisfies the test, and they end before the run would.
    case unfinished(start: HourSlot, satisfied: Int, needed: Int, forecastsEnd: HourSlot)
}
