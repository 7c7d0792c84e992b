import AirQuality
import Desk
import Feeds
import PlanModel
import Warnings

/// Recorded data read for a plan, and run through its desk hour by hour.
struct ReplayRun {
    let plan: Plan
    private(set) var desk: Desk
    let instants: ClosedRange<Int>

    /// The last instant.
    var last: HourSlot { HourSlot(instants.upperBound) }

    /// Reads files once for several plans and sets each at the start of its replay.
    ///
    /// - Parameter onForecasts: Told of every batch of forecasts.
    static func start(
        _ plans: [Plan], _ data: RecordedDataOptions, _ forecasts: ForecastOptions,
        onForecasts: (ForecastBatch) -> Void = { _ in }
    ) throws -> [ReplayRun] {
        var replays = plans.map { Replay(plan: $0) }
        func add(_ batch: ForecastBatch) {
            if batch.isEmpty { return }
            for index in replays.indices { replays[index].add(batch) }
            onForecasts(batch)
        }
        try RecordOptions.read(data.observations) { result in
            for index in replays.indices { replays[index].add(result.observations, naming: result.slots) }
            add(result.forecasts)
        }
        try RecordOptions.read(forecasts.forecasts) { add($0.forecasts) }
        return try replays.map { replay in
            let from = try data.bound(data.from, "from", replay.plan.zone)
            let to = try data.bound(data.to, "to", replay.plan.zone)
            guard let (desk, instants) = replay.start(forecasts.choice, from: from, to: to) else {
                throw Console.cannotRun("there is nothing to replay: no row names a slot, or --from lies after --to")
            }
            return ReplayRun(plan: replay.plan, desk: desk, instants: instants)
        }
    }

    /// Evaluates every instant.
    ///
    /// - Parameter each: Takes the decisions of an instant that has some, in the order of areas in the plan.
    mutating func run(_ what: String = "replaying", each: ([Decision]) -> Void) {
        var progress = Progress(what)
        for instant in instants {
            if instant % 1000 == 0 { progress.update(instant - instants.lowerBound, of: instants.count) }
            let effects = desk.apply(.hourSealed(HourSlot(instant)))
            if effects.isEmpty { continue }
            each(
                effects.compactMap { effect -> Decision? in
                    if case .decided(let decision) = effect { decision } else { nil }
                })
        }
        progress.finish()
    }
}
