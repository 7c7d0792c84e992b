import AirQuality

/// One series of hourly concentrations: of the area, or of a station that conditions name.
struct SeriesKey: Hashable, Sendable {
    var pollutant: Pollutant
    /// nil: the area's value.
    var station: String?
}

/// The sum of a series over the slots of a range is at least a number of thousandths.
struct SumBound: Hashable, Sendable {
    var series: SeriesKey
    var start: Int
    var end: Int
    var sum: Int64
}
