public import AirQuality
public import Desk
public import PlanModel
public import Warnings

/// What was missing while an episode lasted.
public struct DataGaps: Hashable, Sendable {
    public struct Missing: Hashable, Sendable {
        /// A pollutant, or a station.
        public var name: String
        public var hours: Int
    }

    /// Hours looked at.
    public var hours: Int
    /// Hours without an area value, a required pollutant each.
    public var pollutants: [Missing]
    /// Hours without a value of some required pollutant, a station each.
    public var stations: [Missing]
    /// Instants that passed without evaluation.
    public var notEvaluated: [ClosedRange<HourSlot>]
    public var silences: [Silence]
    public var corrections: Int

    var isEmpty: Bool {
        pollutants.allSatisfy { $0.hours == 0 } && stations.allSatisfy { $0.hours == 0 } && notEvaluated.isEmpty
            && silences.isEmpty
    }

    public init(
        _ slots: Range<Int>, area: Area, requires: PollutantSet, observations: ObservationStore, series: HourlySeries,
        notEvaluated: [ClosedRange<HourSlot>], silences: [Silence], corrections: Int
    ) {
        hours = slots.count
        pollutants = requires.members.map { pollutant in
            Missing(name: pollutant.name, hours: slots.count { series.value(pollutant, at: $0) < 0 })
        }
        stations = area.stations.map { station in
            let values = observations.series(of: station)
            return Missing(name: station, hours: slots.count { !values[$0].known.isSuperset(of: requires) })
        }
        self.notEvaluated = notEvaluated
        self.silences = silences
        self.corrections = corrections
    }
}
