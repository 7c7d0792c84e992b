public import AirQuality
import GRDB

/// What a ledger says of how the desk fares.
public struct LedgerHealth: Hashable, Sendable {
    /// The end of the newest slot of which a value is on record.
    public var newestData: HourSlot?
    /// The newest issue time of a forecast.
    public var newestForecast: Instant?
    /// The last instant that was sealed.
    public var lastSealed: HourSlot?
    /// The refusal of a plan after which none has taken force; findings as text.
    public var refusedPlan: Refusal?
    /// Notices on record that are not published, and since when the oldest waits.
    public var unpublished: Int
    public var unpublishedSince: Instant?

    public struct Refusal: Hashable, Sendable {
        public var at: Instant
        /// The hash of the version that was refused.
        public var hash: String
        public var findings: String
    }
}

extension Ledger {
    /// Reads what tells of the desk's health, in one view of the file.
    public func health() throws -> LedgerHealth {
        try read { db in
            let issued = try Int64.fetchOne(
                db, sql: "SELECT max(issued) FROM (SELECT issued FROM day_forecasts UNION ALL SELECT issued FROM hour_forecasts)")
            let due = try Row.fetchOne(db, sql: "SELECT count(*), min(known_at) FROM notices WHERE published IS NULL")
            return LedgerHealth(
                newestData: try Int.fetchOne(db, sql: "SELECT max(slot) FROM observations").map { HourSlot($0 + 1) },
                newestForecast: issued.map { Instant(seconds: $0) },
                lastSealed: try Int.fetchOne(
                    db, sql: "SELECT to_at FROM instants WHERE evaluated ORDER BY from_at DESC LIMIT 1"
                ).map { HourSlot($0) },
                refusedPlan: try Self.refusal(db), unpublished: try due?.decode(Int.self, atIndex: 0) ?? 0,
                unpublishedSince: try due?.decode(Int64?.self, atIndex: 1).map { Instant(seconds: $0) })
        }
    }

    /// The end of the newest slot of which a value of each station is on record; stations without one are left out.
    public func newestData(ofStations stations: [String]) throws -> [String: HourSlot] {
        try read { db in
            var newest: [String: HourSlot] = [:]
            for station in stations {
                newest[station] = try Int.fetchOne(
                    db, sql: "SELECT max(slot) FROM observations WHERE station = ?", arguments: [station]
                ).map { HourSlot($0 + 1) }
            }
            return newest
        }
    }

    /// The newest issue time of a forecast of each source.
    public func newestForecasts() throws -> [String: Instant] {
        try read { db in
            let rows = try Row.fetchAll(
                db,
                sql: """
                    SELECT source, max(issued) FROM (
                      SELECT source, issued FROM day_forecasts UNION ALL SELECT source, issued FROM hour_forecasts
                    ) GROUP BY source
                    """)
            var newest: [String: Instant] = [:]
            for row in rows {
                newest[try row.decode(String.self, atIndex: 0)] = Instant(seconds: try row.decode(Int64.self, atIndex: 1))
            }
            return newest
        }
    }

    private static func refusal(_ db: Database) throws -> LedgerHealth.Refusal? {
        let row = try Row.fetchOne(
            db,
            sql: """
                SELECT known_at, body FROM records WHERE kind = 'refused-plan'
                AND seq > coalesce((SELECT max(seq) FROM plan_versions), 0) ORDER BY seq DESC LIMIT 1
                """)
        guard let row else { return nil }
        let entry = try RecordCoder().entry(kind: "refused-plan", body: try row.decode(String.self, atIndex: 1))
        guard case .refusedPlan(let hash, let findings) = entry else { return nil }
        return LedgerHealth.Refusal(at: Instant(seconds: try row.decode(Int64.self, atIndex: 0)), hash: hash, findings: findings)
    }
}
