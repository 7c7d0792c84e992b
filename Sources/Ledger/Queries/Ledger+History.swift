import AirQuality
import GRDB
import Warnings

extension Ledger {
    /// Decisions, newest first: those by which the level in force changed, and own ones of which a directive made something else.
    ///
    /// - Parameters:
    ///   - area: Only those of this area.
    ///   - seq: Only those of records before this one.
    ///   - limit: At most so many.
    public func decisions(ofArea area: String? = nil, before seq: Int64 = .max, limit: Int) throws -> [DecisionRecord] {
        try read { db in
            try Self.decisions(
                db, "d.area = coalesce(?, d.area) AND d.seq < ? ORDER BY d.seq DESC, d.position DESC LIMIT ?", [area, seq, limit])
        }
    }

    /// The decisions of one record, in their order.
    public func decisions(ofRecord seq: Int64) throws -> [DecisionRecord] {
        try read { db in try Self.decisions(db, "d.seq = ? ORDER BY d.position", [seq]) }
    }

    private static func decisions(_ db: Database, _ condition: String, _ arguments: StatementArguments) throws -> [DecisionRecord]
    {
        let query = NoticeQuery(db)
        return try Row.fetchAll(
            db,
            sql: "SELECT d.id, d.seq, d.in_force, n.published FROM decisions d LEFT JOIN notices n ON n.id = d.id WHERE "
                + condition,
            arguments: arguments
        ).compactMap { row in
            let id = try row.decode(String.self, atIndex: 0)
            guard let decision = try query.decision(id) else { return nil }
            return DecisionRecord(
                decision: decision, seq: try row.decode(Int64.self, atIndex: 1),
                notice: try row.decode(Bool.self, atIndex: 2) ? id : nil,
                isPublished: try row.decode(Int64?.self, atIndex: 3) != nil,
                correctedDocument: try query.correctedDocument(of: id))
        }
    }

    /// Warnings from their issue on, the one that began last first.
    ///
    /// - Parameters:
    ///   - area: Only those of this area.
    ///   - seq: Only those whose first decision stands in a record before this one.
    ///   - limit: At most so many.
    public func episodes(ofArea area: String? = nil, before seq: Int64 = .max, limit: Int) throws -> [EpisodeSpan] {
        try read { db in
            let query = NoticeQuery(db)
            let rows = try Row.fetchAll(
                db,
                sql: """
                    SELECT area, episode, min(seq) AS first FROM decisions WHERE in_force AND area = coalesce(?, area)
                    GROUP BY area, episode HAVING first < ? ORDER BY first DESC, area LIMIT ?
                    """, arguments: [area, seq, limit])
            return try rows.map { row in
                let area = try row.decode(String.self, atIndex: 0)
                let episode = try row.decode(Int.self, atIndex: 1)
                let ids = try String.fetchAll(
                    db, sql: "SELECT id FROM decisions WHERE in_force AND area = ? AND episode = ? ORDER BY seq, position",
                    arguments: [area, episode])
                let decisions = try ids.compactMap { id in try query.decision(id).map { (id: id, decision: $0) } }
                let extensions = try Int.fetchOne(
                    db, sql: "SELECT count(*) FROM extensions WHERE area = ? AND episode = ?", arguments: [area, episode])
                return EpisodeSpan(
                    area: area, start: HourSlot(episode), seq: try row.decode(Int64.self, atIndex: 2),
                    decisions: decisions.map(\.decision), extensions: extensions ?? 0,
                    documents: try decisions.compactMap { id, decision in
                        try query.correctedDocument(of: id) ?? decision.basis?.signature?.document
                    })
            }
        }
    }

    /// Records as they stand in the file, from one on, until there are so many or so many bytes; the first is there in any case.
    public func storedRecords(from first: Int64, limit: Int, bytes limitBytes: Int) throws -> [StoredRecord] {
        try read { db in
            let rows = try Row.fetchCursor(db.cachedStatement(sql: StoredRecord.after), arguments: [first - 1])
            var records: [StoredRecord] = []
            var bytes = 0
            while records.count < limit, let row = try rows.next() {
                let record = try StoredRecord(row)
                bytes += record.body.utf8.count
                guard records.isEmpty || bytes <= limitBytes else { break }
                records.append(record)
            }
            return records
        }
    }
}
