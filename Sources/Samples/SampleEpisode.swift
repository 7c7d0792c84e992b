public import AirQuality

/// An episode of heavy pollution as feed files, made up by rule and the same on every machine.
///
/// It serves a first look and drills. Nothing in it was measured: concentrations follow the course of a winter episode in
/// Henan, their daily cycle and their ties to one another, and the forecasts err as forecasts do, more with every day ahead.
public struct SampleEpisode: Sendable {
    public let title: String
    /// The zone in which the files write their times.
    public let zone: Zone
    /// The whole hours to evaluate: from the end of the first slot to the end of the last.
    public let instants: ClosedRange<HourSlot>
    /// In the order in which they arrive.
    public let files: [SampleFile]

    /// Twelve days of January 2026 in Xuchang: clean air, haze that builds up, two heavy days, a severe one, and the cold front
    /// that ends it.
    ///
    /// Hourly observations of the seven stations arrive some twenty minutes after each hour, forecasts at 06:00 and 16:00. Some
    /// values are missing, one station is down for half a day, for one hour too few report, and one file comes hours late.
    public static let winter = SampleEpisode(
        title: "许昌市 2026-01-09 — 2026-01-20", zone: Zone(name: "Asia/Shanghai", offsetSeconds: 8 * 3600),
        firstDay: LocalDate(days: 20_462), days: 12, seed: 411_000)

    init(title: String, zone: Zone, firstDay: LocalDate, days: Int, seed: UInt64) {
        self.title = title
        self.zone = zone
        let origin = zone.midnight(of: firstDay)
        let slots = days * 24
        instants = origin + 1...origin + slots
        let weather = WinterWeather(seed: seed, hours: slots + ForecastOffice.daysAhead * 24 + 24)
        let network = StationNetwork(weather: weather, origin: origin, slots: slots, seed: seed)
        let office = ForecastOffice(weather: weather, origin: origin, zone: zone, seed: seed)
        let files = network.files(zone) + (0..<days).flatMap { office.files(ofDay: $0) }
        self.files = files.sorted { ($0.arrival, $0.name) < ($1.arrival, $1.name) }
    }
}
