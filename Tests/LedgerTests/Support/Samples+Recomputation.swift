import AirQuality
import PlanModel

extension Samples {
    /// A plan without levels: what is asked for is the slice, not a decision.
    static func recomputable(stations: Int, areas: [Area]? = nil) -> Plan {
        let own = Area(
            id: "a", name: "许昌市", code: nil, stations: (0..<stations).map { "\(1000 + $0)A" }, atLeast: nil)
        return Plan(
            name: "p", basis: [], zone: .beijing, edition: .byDate, levels: [], areas: areas ?? [own], requires: .all,
            horizon: nil,
            review: [], forecastBound: .upper, days: .rolling, waitMinutes: 50)
    }
}
