/// A forecast of the AQI of one natural day of an area, as a range.
public struct DayForecast: Hashable, Sendable, Codable {
    public var issued: Instant
    /// When it became known, where the feed says so; else the issue time counts.
    public var received: Instant?
    /// Id, code or name of the area, as the feed writes it.
    public var area: String
    public var date: LocalDate
    /// Bounds of the AQI.
    public var low: Int
    public var high: Int
    /// Primary pollutants; empty where the forecast names none.
    public var primary: PollutantSet
    /// Who issued it, as the feed names them; empty where it names nobody.
    public var source: String

    public init(
        issued: Instant, received: Instant? = nil, area: String, date: LocalDate, low: Int, high: Int, primary: PollutantSet,
        source: String = ""
    ) {
        self.issued = issued
        self.received = received
        self.area = area
        self.date = date
        self.low = low
        self.high = high
        self.primary = primary
        self.source = source
    }
}

/// A forecast of one slot of an area: concentrations, the hourly AQI, or both.
public struct HourForecast: Hashable, Sendable, Codable {
    public var issued: Instant
    public var received: Instant?
    public var area: String
    public var slot: HourSlot
    public var aqi: Int?
    /// Thousandths; missing where the row is blank: a blank covers nothing.
    public var values: PollutantValues
    /// Who issued it, as the feed names them; empty where it names nobody.
    public var source: String

    public init(
        issued: Instant, received: Instant? = nil, area: String, slot: HourSlot, aqi: Int?, values: PollutantValues,
        source: String = ""
    ) {
        self.issued = issued
        self.received = received
        self.area = area
        self.slot = slot
        self.aqi = aqi
        self.values = values
        self.source = source
    }
}

/// The forecasts of one file, in the order of its rows.
public struct ForecastBatch: Hashable, Sendable, Codable {
    public var days: [DayForecast] = []
    public var hours: [HourForecast] = []

    public init() {}

    public var isEmpty: Bool { days.isEmpty && hours.isEmpty }
}
