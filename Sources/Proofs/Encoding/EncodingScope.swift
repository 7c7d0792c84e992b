import AirQuality
import PlanModel

/// What a plan's conditions are read on.
struct EncodingScope: Sendable {
    /// Hours ahead of t that forecasts cover.
    var reach: Int
    /// Pollutants that may be there; the others are zero throughout.
    var varying: PollutantSet

    /// The longest that anything is read ahead (semantics §7).
    static let longestReach = 240
}
