public import AirQuality
public import PlanModel

/// What forecasts of an area said of natural days, issue by issue.
///
/// A day's AQI comes from the hourly concentrations of an issue where these cover it (semantics §4), else from its day row. Hourly
/// AQI values alone give no daily AQI.
public struct DailyForecasts: Sendable {
    /// The AQI that an issue gives a day.
    public struct Value: Hashable, Sendable {
        public var issued: Instant
        /// When it was known: its issue, or its arrival where that is later.
        public var known: Instant
        public var low: Int
        public var high: Int
        public var primary: PollutantSet

        /// Twice the value at a bound, so that the middle of a range is whole.
        func doubled(_ bound: ForecastBound) -> Int64 {
            switch bound {
            case .upper: Int64(2 * high)
            case .middle: Int64(low + high)
            case .lower: Int64(2 * low)
            }
        }

        /// `180–230`, or one number.
        public var text: String { low == high ? "\(low)" : "\(low)–\(high)" }
    }

    /// Rising by issue, then by the time at which they were known.
    private let values: [LocalDate: [Value]]
    let zone: Zone

    /// - Parameter batch: Rows of other areas are left out.
    public init(_ batch: ForecastBatch, area: Area, plan: Plan) {
        zone = plan.zone
        var values: [LocalDate: [Value]] = [:]
        for day in batch.days where area.answers(to: day.area) {
            values[day.date, default: []].append(
                Value(
                    issued: day.issued, known: Self.known(day.issued, day.received), low: day.low, high: day.high,
                    primary: day.primary))
        }
        let calculator = IndexCalculator(rule: plan.edition, zone: plan.zone, requires: plan.requires)
        let hours = Dictionary(grouping: batch.hours.lazy.filter { area.answers(to: $0.area) }, by: \.issued)
        for (issued, rows) in hours {
            for (date, day) in Dictionary(grouping: rows, by: { plan.zone.date(of: $0.slot) }) {
                let start = plan.zone.midnight(of: date).hours
                var slots = ContiguousArray(repeating: PollutantValues(), count: 24)
                for row in day where (start..<start + 24).contains(row.slot.hours) { slots[row.slot.hours - start] = row.values }
                let index = calculator.daily(HourlySeries(origin: start, values: slots), from: start)
                guard let aqi = index.published else { continue }
                let known = day.map { Self.known(issued, $0.received) }.max() ?? issued
                // An issue that gives both is read by its concentrations.
                values[date]?.removeAll { $0.issued == issued }
                values[date, default: []].append(
                    Value(issued: issued, known: known, low: aqi, high: aqi, primary: index.primary))
            }
        }
        self.values = values.mapValues { $0.sorted { ($0.issued, $0.known) < ($1.issued, $1.known) } }
    }

    private static func known(_ issued: Instant, _ received: Instant?) -> Instant { max(issued, received ?? issued) }

    /// The forecast of a day issued last among those known before an instant.
    public func value(of date: LocalDate, knownBefore limit: Instant) -> Value? {
        values[date]?.last { $0.known < limit || ($0.known == limit && $0.issued == limit) }
    }

    /// Every forecast of a day.
    public func all(of date: LocalDate) -> [Value] { values[date] ?? [] }

    /// Days of which anything was said, rising.
    public var dates: [LocalDate] { values.keys.sorted() }

    /// Days between the date of an issue and a date: 0 is the same day.
    func lead(of value: Value, to date: LocalDate) -> Int {
        date.days - zone.date(of: value.issued.hourFloor).days
    }
}
