public import AirQuality

/// A consultation result (会商意见): what people say of days to come, which stands over every forecast of them (semantics §6).
public struct Opinion: Hashable, Sendable, Codable {
    /// What is said of a day.
    public enum Range: Hashable, Sendable, Codable {
        /// The AQI, 0…500.
        case aqi(low: Int, high: Int)
        /// The 24 h mean of PM2.5 in µg/m³; the AQI is then its sub-index, and PM2.5 leads.
        case pm25(low: Int, high: Int)

        public var bounds: (low: Int, high: Int) {
            switch self {
            case .aqi(let low, let high), .pm25(let low, let high): (low, high)
            }
        }
    }

    public struct Day: Hashable, Sendable, Codable {
        public var date: LocalDate
        public var range: Range
        /// Primary pollutants; empty where nothing is said of them.
        public var primary: PollutantSet

        public init(date: LocalDate, range: Range, primary: PollutantSet) {
            self.date = date
            self.range = range
            self.primary = primary
        }
    }

    /// The area's id.
    public var area: String
    /// Each date once.
    public var days: [Day]
    public var because: String
    public var signature: Signature

    public init(area: String, days: [Day], because: String, signature: Signature) {
        self.area = area
        self.days = days
        self.because = because
        self.signature = signature
    }
}
