import PlanModel

/// An alert as it is judged of one place.
struct AlertAtPlace: Sendable {
    let alert: Alert
    /// Nil: the area as a whole.
    let station: String?
    let condition: Condition
    var program: ConditionProgram?

    /// The places of an area at which an alert is judged.
    static func all(_ alert: Alert, in area: Area) -> [AlertAtPlace] {
        switch alert.scope {
        case .area: [AlertAtPlace(alert: alert, station: nil, condition: alert.condition)]
        case .station:
            area.stations.map { AlertAtPlace(alert: alert, station: $0, condition: alert.condition.at(station: $0)) }
        }
    }
}
