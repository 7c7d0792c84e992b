/// A file layout that ``FeedReader`` knows, told apart by what is in the file and never by its name.
public enum FeedFormat: String, CaseIterable, Hashable, Sendable, Codable {
    /// `date,hour,type,1001A,…`: China's hourly archive, one column per station.
    case wideStations
    /// The same with one column per city.
    case wideCities
    /// `timepoint,stationcode,…,aqi,pm10,…`: one row per station.
    case cnemcLong
    /// The array of objects that the national centre's interface gave.
    case nationalJSON
    /// `No,year,month,day,hour,PM2.5,…,station`: UCI "Beijing Multi-Site Air-Quality".
    case prsa
    /// Our own plain layout, `docs/feeds.md`.
    case plainObservations, plainDayForecasts, plainHourForecasts, plainWithdrawals

    /// What people call it.
    public var title: String {
        switch self {
        case .wideStations: "wide national layout of stations"
        case .wideCities: "wide national layout of cities"
        case .cnemcLong: "long CNEMC layout"
        case .nationalJSON: "national JSON"
        case .prsa: "PRSA layout"
        case .plainObservations: "plain layout of observations"
        case .plainDayForecasts: "plain layout of daily forecasts"
        case .plainHourForecasts: "plain layout of hourly forecasts"
        case .plainWithdrawals: "plain layout of withdrawals"
        }
    }

    /// Whether a time label names the start or the end of the hour that was measured.
    public var label: LabelSide {
        switch self {
        case .wideStations, .wideCities, .cnemcLong, .nationalJSON: .end
        case .prsa, .plainObservations, .plainDayForecasts, .plainHourForecasts, .plainWithdrawals: .start
        }
    }

    /// How many decimal places turn a CO figure of this format into thousandths of mg/m³: 3 from mg/m³, 0 from µg/m³.
    var carbonMonoxidePlaces: Int { self == .prsa ? 0 : 3 }

    /// Whether a concentration of exactly 0 stands for a missing value.
    var zeroIsMissing: Bool { self == .nationalJSON }

    /// Whether a file holds one hour, so that rows of another time are left-overs of it.
    var holdsOneHour: Bool { self == .nationalJSON || self == .cnemcLong }
}
