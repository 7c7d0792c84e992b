import PlanModel

/// Where the value of a slot or block came from.
public enum ReadingOrigin: String, Hashable, Sendable, Codable {
    case observed
    /// Partly observed, partly forecast.
    case mixed
    /// From forecast concentrations.
    case forecast
    /// From a forecast hourly AQI.
    case hourlyIndex
    /// From the forecast of the natural day.
    case dayValue
}

/// The value of a quantity at one slot or block, as far as it is known.
struct Reading {
    enum Value {
        case missing
        /// Thousandths.
        case exact(Int64)
        /// The true value is at least this.
        case atLeast(Int64)
        /// The true value is at most this.
        case atMost(Int64)
    }

    var value: Value
    var origin: ReadingOrigin

    /// The truth of a comparison (semantics §4, lower bounds; §6, day values).
    func truth(_ relation: Relation, _ threshold: Int64) -> Truth {
        switch value {
        case .missing: .unknown
        case .exact(let value): Truth(relation.holds(value, threshold))
        case .atLeast(let bound): relation.holds(bound, threshold) == relation.isUpward ? Truth(relation.isUpward) : .unknown
        case .atMost(let bound): relation.holds(bound, threshold) != relation.isUpward ? Truth(!relation.isUpward) : .unknown
        }
    }
}
