import PlanModel

/// The stations and cities whose observations a plan reads.
struct WantedStations {
    private let stations: Set<String>
    private let cities: [Area]

    init(_ plan: Plan) {
        stations = Set(plan.areas.flatMap(\.stations)).union(plan.allTests.compactMap(\.station))
        cities = plan.areas.filter { $0.stations.isEmpty }
    }

    func contains(_ name: String) -> Bool { stations.contains(name) || cities.contains { $0.answers(to: name) } }
}
