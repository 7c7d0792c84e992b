import AirQuality
import Desk
import PlanModel
import Warnings

/// Runs the desk on a series: what a replay with right forecasts would do.
struct WitnessScene: Sendable {
    let plan: Plan
    let area: Area
    let reach: Int
    /// Slots before an instant that its conditions can read.
    private static let lookBack = EncodingScope.longestReach + 48
    private static let lookAhead = EncodingScope.longestReach + 24

    /// nil for a plan without an area.
    init?(plan: Plan, reach: Int) {
        guard let area = plan.areas.first else { return nil }
        var plan = plan
        plan.areas = [area]
        self.plan = plan
        self.area = area
        self.reach = reach
    }

    /// A desk that has a series on record, around the instants to look at; nil where no stations' values make it.
    func desk(_ values: HourlyValues, around instants: ClosedRange<Int>) -> Desk? {
        let window = instants.lowerBound - Self.lookBack..<instants.upperBound + Self.lookAhead
        guard let batch = batch(values.extended(to: window)) else { return nil }
        var observations = ObservationStore()
        _ = observations.merge(batch) { _ in true }
        return Desk(
            plan: plan, settings: .replay(.perfect(hours: reach, end: window.upperBound), window: window),
            observations: observations)
    }

    /// The decisions at some instants, in force none before the first.
    func decisions(_ values: HourlyValues, _ instants: ClosedRange<Int>) -> [Decision]? {
        guard var desk = desk(values, around: instants) else { return nil }
        var decisions: [Decision] = []
        for instant in instants {
            for case .decided(let decision) in desk.apply(.hourSealed(HourSlot(instant))) { decisions.append(decision) }
        }
        return decisions
    }

    /// The truth of every condition at an instant.
    func trace(_ values: HourlyValues, at instant: Int) -> AreaTrace? {
        desk(values, around: instant...instant)?.trace(ofArea: area.id, at: HourSlot(instant))
    }

    /// Observations whose area value is that of a series; nil where no stations' values make it.
    private func batch(_ values: HourlyValues) -> ObservationBatch? {
        let stations = StationShares(values, area)
        var batch = ObservationBatch()
        batch.stations = stations.names
        for slot in values.slots {
            var rows = [PollutantValues](repeating: PollutantValues(), count: batch.stations.count)
            for pollutant in Pollutant.allCases {
                guard let own = stations.values(of: pollutant, at: slot) else { return nil }
                for (index, value) in own.enumerated() { rows[index][pollutant] = Int32(truncatingIfNeeded: value) }
            }
            for (index, values) in rows.enumerated() {
                batch.rows.append(
                    ObservationRow(slot: Int32(truncatingIfNeeded: slot), station: Int32(index), values: values))
            }
        }
        return batch
    }
}
