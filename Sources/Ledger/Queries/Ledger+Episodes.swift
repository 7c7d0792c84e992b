public import AirQuality
public import Desk
import GRDB
public import PlanModel
public import Warnings

/// An entry of the record with where it stands and when it became known.
public struct Recorded<Value: Hashable & Sendable>: Hashable, Sendable {
    public var value: Value
    /// The id of its notice; empty where it has none.
    public var id = ""
    public var seq: Int64
    public var knownAt: Instant
}

/// What is read to look back on an episode. Every function reads only.
extension Ledger {
    /// Ids of the notices of an area's decisions in force, of its supplements, of ends that moved and of corrections within an episode, in
    /// the order in which they were recorded.
    ///
    /// - Parameters:
    ///   - episode: Only those of episodes from this one on, by the hour of issue that names them; nil: of all.
    ///   - seq: Only those of records before this one.
    public func levelNotices(
        ofArea area: String, from episode: HourSlot? = nil, before seq: Int64 = .max
    ) throws -> [String] {
        try read { db in
            try String.fetchAll(
                db,
                sql: """
                    SELECT id FROM (
                      SELECT id, seq, position FROM decisions WHERE area = ?1 AND episode >= ?3 AND in_force AND seq < ?2
                      UNION ALL SELECT id, seq, position FROM supplements WHERE area = ?1 AND episode >= ?3 AND seq < ?2
                      UNION ALL SELECT id, seq, position FROM extensions WHERE area = ?1 AND episode >= ?3 AND seq < ?2
                      UNION ALL SELECT id, seq, position FROM corrections WHERE area = ?1 AND episode >= ?3 AND seq < ?2
                    ) ORDER BY seq, position
                    """, arguments: [area, seq, episode?.hours ?? .min])
        }
    }

    /// The episode of an area that ended last: the hour of issue that names it, and the id of its issue; nil where none has ended.
    public func lastEndedEpisode(ofArea area: String) throws -> (at: HourSlot, issue: String)? {
        try read { db in
            let at = try Int.fetchOne(
                db,
                sql: """
                    SELECT episode FROM decisions WHERE area = ? AND in_force AND to_level IS NULL
                    ORDER BY episode DESC, seq DESC LIMIT 1
                    """, arguments: [area])
            guard let at else { return nil }
            let issue = try String.fetchOne(
                db,
                sql: """
                    SELECT id FROM decisions WHERE area = ? AND episode = ? AND in_force AND kind = 'issue'
                    ORDER BY seq DESC, position DESC LIMIT 1
                    """, arguments: [area, at])
            return issue.map { (HourSlot(at), $0) }
        }
    }

    /// The level in force in an area by the last decision before a record; nil: no warning.
    public func levelInForce(ofArea area: String, before seq: Int64) throws -> String? {
        try read { db in
            try String.fetchOne(
                db,
                sql: """
                    SELECT to_level FROM decisions WHERE area = ? AND in_force AND seq < ?
                    ORDER BY episode DESC, seq DESC, position DESC LIMIT 1
                    """, arguments: [area, seq])
        }
    }

    /// Ids of the areas that ever had a decision in force.
    public func decidedAreas() throws -> [String] {
        try read { db in try String.fetchAll(db, sql: "SELECT area FROM standings ORDER BY area") }
    }

    /// The decisions in force of an area in the order in which they were recorded.
    ///
    /// - Parameter seq: Only those of records before this one.
    public func decisionsInForce(ofArea area: String, before seq: Int64 = .max) throws -> [Recorded<Decision>] {
        try read { db in
            let query = NoticeQuery(db)
            let rows = try Row.fetchAll(
                db,
                sql: """
                    SELECT id, d.seq, known_at FROM decisions d JOIN records r ON r.seq = d.seq
                    WHERE area = ? AND in_force AND d.seq < ? ORDER BY d.seq, position
                    """, arguments: [area, seq])
            return try rows.compactMap { row in
                let id = try row.decode(String.self, atIndex: 0)
                guard let decision = try query.decision(id) else { return nil }
                return Recorded(
                    value: decision, id: id, seq: try row.decode(Int64.self, atIndex: 1),
                    knownAt: Instant(seconds: try row.decode(Int64.self, atIndex: 2)))
            }
        }
    }

    /// When a record became known; nil where there is none.
    public func knownAt(record seq: Int64) throws -> Instant? {
        try read { db in
            try Int64.fetchOne(db, sql: "SELECT known_at FROM records WHERE seq = ?", arguments: [seq]).map {
                Instant(seconds: $0)
            }
        }
    }

    /// The last record known by an instant; 0 where there was none.
    public func lastRecord(knownBy instant: Instant) throws -> Int64 {
        try read { db in
            try Int64.fetchOne(
                db, sql: "SELECT seq FROM records WHERE known_at <= ? ORDER BY seq DESC LIMIT 1", arguments: [instant.seconds])
                ?? 0
        }
    }

    /// What people did at the desk in a range of records.
    public func acts(in records: ClosedRange<Int64>) throws -> [Recorded<DeskAct>] {
        let coder = RecordCoder()
        return try read { db in
            try Row.fetchAll(
                db, sql: "SELECT body, seq, known_at FROM records WHERE seq BETWEEN ? AND ? AND kind = 'act' ORDER BY seq",
                arguments: [records.lowerBound, records.upperBound]
            ).map { row in
                Recorded(
                    value: try coder.value(ActRecord.self, try row.decode(String.self, atIndex: 0)).act,
                    seq: try row.decode(Int64.self, atIndex: 1),
                    knownAt: Instant(seconds: try row.decode(Int64.self, atIndex: 2)))
            }
        }
    }

    /// The values that count now of an area's stations, or of its published names where it has none.
    ///
    /// - Parameter seq: Rows that a record from this one on brought or changed are left out: they were not known as they stand.
    public func observations(ofArea area: Area, _ slots: Range<Int>, before seq: Int64 = .max) throws -> ObservationBatch {
        var stations = area.stations
        if stations.isEmpty { stations = area.ownNames(among: try observedNames()) }
        return try observations(ofStations: stations, slots, before: seq)
    }

    /// The values that count now of stations.
    public func observations(
        ofStations stations: [String], _ slots: Range<Int>, before seq: Int64 = .max
    ) throws -> ObservationBatch {
        var batch = ObservationBatch()
        batch.stations = stations
        try read { db in
            let query = EvidenceQuery(db, before: seq)
            for (index, station) in stations.enumerated() {
                for row in try query.observations(of: station, slots) {
                    guard let values = row.values else { continue }
                    batch.rows.append(ObservationRow(slot: Int32(row.place.slot), station: Int32(index), values: values))
                }
            }
        }
        return batch
    }

    /// Names of stations and cities of which anything was ever observed.
    public func observedNames() throws -> [String] { try read { db in try EvidenceQuery(db, before: .max).observedNames() } }

    /// The first and the last slot of which anything was observed; nil where nothing ever was.
    public func observedSlots() throws -> ClosedRange<Int>? {
        try read { db in
            guard let row = try Row.fetchOne(db, sql: "SELECT min(slot), max(slot) FROM observations"),
                let first = try row.decode(Int?.self, atIndex: 0), let last = try row.decode(Int?.self, atIndex: 1)
            else { return nil }
            return first...last
        }
    }

    /// How many values of stations were replaced or withdrawn later.
    public func corrections(ofStations stations: [String], _ slots: Range<Int>) throws -> Int {
        try read { db in
            try stations.reduce(0) { count, station in
                count
                    + (try Int.fetchOne(
                        db, sql: "SELECT count(*) FROM observation_history WHERE station = ? AND slot >= ? AND slot < ?",
                        arguments: [station, slots.lowerBound, slots.upperBound]) ?? 0)
            }
        }
    }

    /// Forecasts that speak of days and slots, each with `received` as the time at which it came on record.
    ///
    /// - Parameter seq: Only those of records before this one.
    public func forecasts(
        about slots: Range<Int>, dates: ClosedRange<LocalDate>, before seq: Int64 = .max
    ) throws -> ForecastBatch {
        try read { db in
            let query = EvidenceQuery(db, before: seq)
            let last = Instant(seconds: .max)
            var batch = ForecastBatch()
            var known: [Int64: Instant] = [:]
            func knownAt(_ seq: Int64) throws -> Instant? {
                if let kept = known[seq] { return kept }
                let found = try Int64.fetchOne(
                    db.cachedStatement(sql: "SELECT known_at FROM records WHERE seq = ?"), arguments: [seq])
                known[seq] = found.map { Instant(seconds: $0) }
                return known[seq]
            }
            for row in try query.dayForecasts(from: dates.lowerBound, issuedBy: last) where row.forecast.date <= dates.upperBound
            {
                var forecast = row.forecast
                forecast.received = try knownAt(row.seq)
                batch.days.append(forecast)
            }
            for row in try query.hourForecasts(from: HourSlot(slots.lowerBound), issuedBy: last)
            where row.forecast.slot.hours < slots.upperBound {
                var forecast = row.forecast
                forecast.received = try knownAt(row.seq)
                batch.hours.append(forecast)
            }
            return batch
        }
    }

    /// Spans of instants that passed without evaluation and touch a range.
    public func notEvaluated(_ instants: ClosedRange<HourSlot>) throws -> [ClosedRange<HourSlot>] {
        try read { db in
            try Row.fetchAll(
                db,
                sql: "SELECT from_at, to_at FROM instants WHERE NOT evaluated AND from_at <= ? AND to_at >= ? ORDER BY from_at",
                arguments: [instants.upperBound.hours, instants.lowerBound.hours]
            ).map { HourSlot(try $0.decode(Int.self, atIndex: 0))...HourSlot(try $0.decode(Int.self, atIndex: 1)) }
        }
    }

    /// Silences of the feeds of an area found or ended at instants of a range.
    public func silences(ofArea area: String, _ instants: ClosedRange<HourSlot>) throws -> [Silence] {
        try read { db in
            try Row.fetchAll(
                db,
                sql: "SELECT feed, at, last, is_over FROM silences WHERE area = ? AND at BETWEEN ? AND ? ORDER BY seq, position",
                arguments: [area, instants.lowerBound.hours, instants.upperBound.hours]
            ).compactMap { row in
                guard let feed = Silence.Feed(rawValue: try row.decode(String.self, atIndex: 0)) else { return nil }
                return Silence(
                    area: area, feed: feed, at: HourSlot(try row.decode(Int.self, atIndex: 1)),
                    last: try row.decode(Int?.self, atIndex: 2).map { HourSlot($0) },
                    isOver: try row.decode(Bool.self, atIndex: 3))
            }
        }
    }
}
