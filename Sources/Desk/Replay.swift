public import AirQuality
public import PlanModel
public import Warnings

/// Replays recorded data through a ``Desk``, hour by hour (semantics §9).
public struct Replay: Sendable {
    /// What stands for the forecasts.
    public enum Forecast: Hashable, Sendable {
        case perfect, persistence, issued
    }

    public let plan: Plan
    /// What is on record.
    public private(set) var observations = ObservationStore()
    private var forecasts: [ForecastBatch] = []
    /// The slots that any row names.
    public private(set) var slots: Range<Int>?
    private let wanted: WantedStations

    public init(plan: Plan) {
        self.plan = plan
        wanted = WantedStations(plan)
    }

    /// Takes observations in the order in which they became known.
    ///
    /// - Parameter named: The first and the last slot that any row names, rows of blanks included.
    public mutating func add(_ batch: ObservationBatch, naming named: ClosedRange<HourSlot>?) {
        _ = observations.merge(batch, isWanted: wanted.contains)
        if let named {
            let slots = named.lowerBound.hours..<named.upperBound.hours + 1
            self.slots = self.slots.map { min($0.lowerBound, slots.lowerBound)..<max($0.upperBound, slots.upperBound) } ?? slots
        }
    }

    public mutating func add(_ batch: ForecastBatch) { forecasts.append(batch) }

    /// The desk at the start of the replay, and the instants to seal.
    ///
    /// - Parameters:
    ///   - from: First instant; nil: the start of the first slot on record.
    ///   - to: Last instant; nil: the end of the last slot on record.
    /// - Returns: Nil where nothing is on record and no bounds are given.
    public func start(_ forecast: Forecast, from: HourSlot?, to: HourSlot?) -> (desk: Desk, instants: ClosedRange<Int>)? {
        guard let first = from?.hours ?? slots?.lowerBound, let last = to?.hours ?? slots?.upperBound, first <= last else {
            return nil
        }
        let record = slots ?? first..<first
        let settings: DeskSettings =
            switch forecast {
            case .perfect: .replay(.perfect(hours: ForecastSupply.replayHours, end: record.upperBound), window: record)
            case .persistence: .replay(.persistence(hours: ForecastSupply.replayHours), window: nil)
            case .issued: .replay(.issued, window: nil)
            }
        var desk = Desk(plan: plan, settings: settings, observations: observations)
        for batch in forecasts { _ = desk.apply(.forecasts(batch)) }
        return (desk, first...last)
    }
}
