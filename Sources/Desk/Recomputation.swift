public import AirQuality
public import PlanModel
public import Warnings

/// All that an evaluation of one area at one instant rests on, so that it can be made again, anywhere and at any time.
///
/// The slice is short and whole: nothing outside it can change what is decided (semantics §8).
public struct Recomputation: Sendable {
    public var plan: Plan
    public var area: Area
    /// The instant t.
    public var at: HourSlot
    /// What was in force before t.
    public var standing: Standing
    /// The values that counted when t was sealed, of the stations that the plan reads, for the slots of ``slots(before:)``.
    public var observations: ObservationBatch
    /// The forecasts of the area that were known when t was sealed, in the order in which they came (semantics §6).
    public var forecasts: ForecastBatch
    /// The opinions on the area that were recorded by then, and those taken back, in their order.
    public var opinions: [DeskAct]

    public init(
        plan: Plan, area: Area, at: HourSlot, standing: Standing, observations: ObservationBatch, forecasts: ForecastBatch,
        opinions: [DeskAct] = []
    ) {
        self.plan = plan
        self.area = area
        self.at = at
        self.standing = standing
        self.observations = observations
        self.forecasts = forecasts
        self.opinions = opinions
    }

    /// The observed slots that a condition can read at t: the longest run with its averages.
    public static func slots(before at: HourSlot) -> Range<Int> { at.hours - AreaWatch.lookBack..<at.hours }

    /// The first slot of which a forecast can still be read at t: of a day or block that is under way.
    public static func firstForecastSlot(at: HourSlot) -> HourSlot { at - 48 }

    /// The stations whose observations an area's evaluation reads; empty for an area without stations whose plan names none, which
    /// reads its own published values.
    public static func stations(_ plan: Plan, _ area: Area) -> [String] {
        var stations: [String] = []
        for station in area.stations + plan.tests.compactMap(\.station) where !stations.contains(station) {
            stations.append(station)
        }
        return stations
    }

    /// Evaluates the area anew by the code that decides live and in replay.
    public func trace() -> AreaTrace {
        var store = ObservationStore()
        _ = store.merge(observations) { _ in true }
        var watch = AreaWatch(plan: plan, area: area)
        watch.addForecasts(forecasts, honoursReceived: false)
        for act in opinions { watch.take(act) }
        return watch.trace(at: at, standing: standing, observations: store)
    }
}
