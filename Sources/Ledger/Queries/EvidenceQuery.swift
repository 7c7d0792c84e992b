import AirQuality
import Desk
import GRDB
import Warnings

/// Reads what was known before a record, whatever came in after it.
struct EvidenceQuery {
    private let db: Database
    /// Only records before this one count.
    private let limit: Int64

    init(_ db: Database, before limit: Int64) {
        self.db = db
        self.limit = limit
    }

    // MARK: Observations

    /// A row of `observations`.
    struct Observed {
        var place: Place
        /// Nil where a later record has changed the row: what it said before is to be found in the records.
        var values: PollutantValues?
    }

    struct Place: Hashable {
        var slot: Int
        var station: String
    }

    func observations(of station: String, _ slots: Range<Int>) throws -> [Observed] {
        let rows = try Row.fetchCursor(
            db.cachedStatement(
                sql: """
                    SELECT slot, so2, no2, co, o3, pm10, pm25, seq FROM observations
                    WHERE station = ? AND slot >= ? AND slot < ? ORDER BY slot
                    """), arguments: [station, slots.lowerBound, slots.upperBound])
        var observed: [Observed] = []
        while let row = try rows.next() {
            let place = Place(slot: try row.decode(Int.self, atIndex: 0), station: station)
            guard try row.decode(Int64.self, atIndex: 7) < limit else {
                observed.append(Observed(place: place))
                continue
            }
            observed.append(Observed(place: place, values: try values(row, from: 1)))
        }
        return observed
    }

    /// Names of which anything was ever observed.
    func observedNames() throws -> [String] {
        try String.fetchAll(
            db,
            sql: """
                WITH RECURSIVE names(name) AS (
                  SELECT min(station) FROM observations
                  UNION ALL SELECT (SELECT min(station) FROM observations WHERE station > name) FROM names WHERE name IS NOT NULL
                ) SELECT name FROM names WHERE name IS NOT NULL
                """)
    }

    /// The record from which on rows of slots from one on can have come in; 1 where nothing says so.
    ///
    /// Rows lie at most a few hours ahead of the clock, and instants are sealed by it.
    func firstRecord(reaching slot: Int) throws -> Int64 {
        let sealed = try Int64.fetchOne(
            db, sql: "SELECT seq FROM instants WHERE evaluated AND to_at <= ? ORDER BY from_at DESC LIMIT 1",
            arguments: [slot - Self.margin])
        return sealed ?? 1
    }

    /// Hours by which a clock may have gone ahead.
    private static let margin = 48

    // MARK: Forecasts

    /// A forecast row with the record that holds it.
    struct Known<Forecast> {
        var seq: Int64
        var forecast: Forecast
    }

    func dayForecasts(from date: LocalDate, issuedBy issued: Instant) throws -> [Known<DayForecast>] {
        let rows = try Row.fetchCursor(
            db.cachedStatement(
                sql: """
                    SELECT seq, area, issued, received, date, low, high, "primary", source FROM day_forecasts
                    WHERE date >= ? AND seq < ? AND issued <= ? ORDER BY id
                    """), arguments: [date.days, limit, issued.seconds])
        var known: [Known<DayForecast>] = []
        while let row = try rows.next() {
            let forecast = DayForecast(
                issued: Instant(seconds: try row.decode(Int64.self, atIndex: 2)),
                received: try row.decode(Int64?.self, atIndex: 3).map { Instant(seconds: $0) },
                area: try row.decode(String.self, atIndex: 1), date: LocalDate(days: try row.decode(Int.self, atIndex: 4)),
                low: try row.decode(Int.self, atIndex: 5), high: try row.decode(Int.self, atIndex: 6),
                primary: PollutantSet(
                    try row.decode(String.self, atIndex: 7).split(separator: " ").compactMap { Pollutant(name: $0) }),
                source: try row.decode(String.self, atIndex: 8))
            known.append(Known(seq: try row.decode(Int64.self, atIndex: 0), forecast: forecast))
        }
        return known
    }

    func hourForecasts(from slot: HourSlot, issuedBy issued: Instant) throws -> [Known<HourForecast>] {
        let rows = try Row.fetchCursor(
            db.cachedStatement(
                sql: """
                    SELECT seq, area, issued, received, slot, aqi, so2, no2, co, o3, pm10, pm25, source FROM hour_forecasts
                    WHERE slot >= ? AND seq < ? AND issued <= ? ORDER BY id
                    """), arguments: [slot.hours, limit, issued.seconds])
        var known: [Known<HourForecast>] = []
        while let row = try rows.next() {
            let forecast = HourForecast(
                issued: Instant(seconds: try row.decode(Int64.self, atIndex: 2)),
                received: try row.decode(Int64?.self, atIndex: 3).map { Instant(seconds: $0) },
                area: try row.decode(String.self, atIndex: 1), slot: HourSlot(try row.decode(Int.self, atIndex: 4)),
                aqi: try row.decode(Int?.self, atIndex: 5), values: try values(row, from: 6),
                source: try row.decode(String.self, atIndex: 12))
            known.append(Known(seq: try row.decode(Int64.self, atIndex: 0), forecast: forecast))
        }
        return known
    }

    /// What was said of days from one on, or taken back, in an area.
    func opinions(onArea area: String, from date: LocalDate) throws -> [(seq: Int64, act: DeskAct)] {
        let rows = try Row.fetchAll(
            db.cachedStatement(
                sql: "SELECT seq, act FROM opinions WHERE area = ? AND last_date >= ? AND seq < ? ORDER BY id"),
            arguments: [area, date.days, limit])
        let coder = RecordCoder()
        return try rows.map {
            (try $0.decode(Int64.self, atIndex: 0), try coder.value(DeskAct.self, try $0.decode(String.self, atIndex: 1)))
        }
    }

    private func values(_ row: Row, from first: Int) throws -> PollutantValues {
        var values = PollutantValues()
        for (index, pollutant) in Pollutant.allCases.enumerated() {
            if let value = try row.decode(Int32?.self, atIndex: first + index) { values[pollutant] = value }
        }
        return values
    }

    // MARK: Standing and plans

    /// The own level of an area, to which its evaluation refers: its own decisions since the last issue, folded.
    func standing(ofArea area: String) throws -> Standing {
        let first = try Int64.fetchOne(
            db, sql: "SELECT max(seq) FROM decisions WHERE area = ? AND kind = 'issue' AND is_own AND seq < ?",
            arguments: [area, limit])
        guard let first else { return Standing() }
        let ids = try String.fetchAll(
            db, sql: "SELECT id FROM decisions WHERE area = ? AND is_own AND seq >= ? AND seq < ? ORDER BY seq, position",
            arguments: [area, first, limit])
        let notices = NoticeQuery(db)
        var standing = Standing()
        for id in ids { if let decision = try notices.decision(id) { standing.apply(decision) } }
        return standing
    }

    /// The plan versions that took force, the last first.
    func plans() throws -> [(seq: Int64, hash: String)] {
        try Row.fetchAll(db, sql: "SELECT seq, hash FROM plan_versions WHERE seq < ? ORDER BY seq DESC", arguments: [limit])
            .map { (try $0.decode(Int64.self, atIndex: 0), try $0.decode(String.self, atIndex: 1)) }
    }
}
