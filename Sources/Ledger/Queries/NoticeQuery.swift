import AirQuality
import Desk
import GRDB
import Warnings

/// Reads notices out of the derived tables.
struct NoticeQuery {
    let db: Database
    private let coder = RecordCoder()

    init(_ db: Database) { self.db = db }

    func notice(_ id: String) throws -> NoticeRecord? {
        guard let reference = try reference(id) else { return nil }
        let planHash = try String.fetchOne(
            db, sql: "SELECT hash FROM plan_versions WHERE seq < ? ORDER BY seq DESC LIMIT 1", arguments: [reference.head.seq])
        let earlier = try earlierIDs(reference).compactMap { try self.reference($0) }
        return NoticeRecord(reference: reference, planHash: planHash, earlier: earlier)
    }

    func reference(_ id: String) throws -> NoticeRecord.Reference? {
        let row = try Row.fetchOne(
            db,
            sql: """
                SELECT n.seq, r.hash, n.known_at, n.published, n.subject FROM notices n JOIN records r ON r.seq = n.seq
                WHERE n.id = ?
                """, arguments: [id])
        guard let row else { return nil }
        let matter: NoticeMatter? =
            switch try row.decode(String.self, atIndex: 4) {
            case "decision": try decision(id).map { .decision($0) }
            case "supplement": try supplement(id).map { .supplement($0) }
            case "bulletin": try value(Bulletin.self, "bulletin", of: "bulletins", id).map { .bulletin($0) }
            case "alert": try value(HighValue.self, "high_value", of: "high_values", id).map { .highValue($0) }
            case "extension": try value(Extension.self, "extension", of: "extensions", id).map { .extend($0) }
            case "correction": try value(Correction.self, "correction", of: "corrections", id).map { .correction($0) }
            case "reminder": try value(Reminder.self, "reminder", of: "reminders", id).map { .reminder($0) }
            default: try silence(id).map { .silence($0) }
            }
        guard let matter else { return nil }
        return NoticeRecord.Reference(
            id: id, matter: matter,
            head: LedgerHead(seq: try row.decode(Int64.self, atIndex: 0), hash: try row.decode(String.self, atIndex: 1)),
            knownAt: Instant(seconds: try row.decode(Int64.self, atIndex: 2)),
            publishedBy: try row.decode(Int64?.self, atIndex: 3))
    }

    private func earlierIDs(_ reference: NoticeRecord.Reference) throws -> [String] {
        let seq = reference.head.seq
        let matter = reference.matter
        if let episode = matter.episode { return try ids(area: matter.area, episode: episode, before: seq) }
        switch matter {
        case .decision, .supplement, .extend, .reminder, .highValue: return []
        case .correction(let correction): return try withCorrections([root(of: correction.request.notice)], before: seq)
        case .bulletin(let bulletin):
            guard bulletin.isOver else { return [] }
            let begun = try String.fetchAll(
                db,
                sql: """
                    SELECT id FROM bulletins WHERE area = ? AND advice = ? AND seq < ? AND NOT is_over ORDER BY seq DESC LIMIT 1
                    """, arguments: [bulletin.area, bulletin.advice, seq])
            return try withCorrections(begun, before: seq)
        case .silence(let silence):
            guard silence.isOver else { return [] }
            return try String.fetchAll(
                db,
                sql: """
                    SELECT id FROM silences WHERE area = ? AND feed = ? AND seq < ? AND NOT is_over ORDER BY seq DESC LIMIT 1
                    """, arguments: [silence.area, silence.feed.rawValue, seq])
        }
    }

    /// Notices of an episode, oldest first.
    private func ids(area: String, episode: HourSlot, before seq: Int64) throws -> [String] {
        try String.fetchAll(
            db,
            sql: """
                SELECT id FROM (
                  SELECT id, seq, position FROM decisions WHERE area = ?1 AND episode = ?2 AND seq < ?3 AND in_force
                  UNION ALL SELECT id, seq, position FROM supplements WHERE area = ?1 AND episode = ?2 AND seq < ?3
                  UNION ALL SELECT id, seq, position FROM extensions WHERE area = ?1 AND episode = ?2 AND seq < ?3
                  UNION ALL SELECT id, seq, position FROM corrections WHERE area = ?1 AND episode = ?2 AND seq < ?3
                ) ORDER BY seq, position
                """, arguments: [area, episode.hours, seq])
    }

    /// The notice that a chain of corrections began with.
    private func root(of id: String) throws -> String {
        var id = id
        while let earlier = try String.fetchOne(db, sql: "SELECT notice FROM corrections WHERE id = ?", arguments: [id]) {
            id = earlier
        }
        return id
    }

    /// Notices with their corrections and those of these, oldest first.
    private func withCorrections(_ notices: [String], before seq: Int64) throws -> [String] {
        var ids = notices
        var index = 0
        while index < ids.count {
            ids += try String.fetchAll(
                db, sql: "SELECT id FROM corrections WHERE notice = ? AND seq < ? ORDER BY seq, position",
                arguments: [ids[index], seq])
            index += 1
        }
        return ids
    }

    /// The notice of an episode that came last of those that say what is ordered.
    func last(area: String, episode: HourSlot) throws -> String? {
        try String.fetchOne(
            db,
            sql: """
                SELECT id FROM (
                  SELECT id, seq, position FROM decisions WHERE area = ?1 AND episode = ?2 AND in_force
                  UNION ALL SELECT id, seq, position FROM supplements WHERE area = ?1 AND episode = ?2
                ) ORDER BY seq DESC, position DESC LIMIT 1
                """, arguments: [area, episode.hours])
    }

    private func value<Value: Decodable>(
        _ type: Value.Type, _ column: String, of table: String, _ id: String
    ) throws -> Value? {
        try String.fetchOne(db, sql: "SELECT \(column) FROM \(table) WHERE id = ?", arguments: [id])
            .map { try coder.value(type, $0) }
    }

    private func supplement(_ id: String) throws -> Supplement? {
        let row = try Row.fetchOne(
            db, sql: "SELECT area, at, level, episode, start, cause, cause_seq FROM supplements WHERE id = ?", arguments: [id])
        guard let row, let cause = Supplement.Cause(rawValue: try row.decode(String.self, atIndex: 5)) else { return nil }
        return Supplement(
            area: try row.decode(String.self, atIndex: 0), at: Instant(seconds: try row.decode(Int64.self, atIndex: 1)),
            level: try row.decode(String.self, atIndex: 2), episode: HourSlot(try row.decode(Int.self, atIndex: 3)),
            start: HourSlot(try row.decode(Int.self, atIndex: 4)), cause: cause,
            record: try row.decode(Int64.self, atIndex: 6))
    }

    func decision(_ id: String) throws -> Decision? {
        let row = try Row.fetchOne(
            db,
            sql:
                "SELECT at, area, kind, from_level, to_level, response, evidence, episode, basis, approved_in FROM decisions WHERE id = ?",
            arguments: [id])
        guard let row, let kind = Decision.Kind(rawValue: try row.decode(String.self, atIndex: 2)) else { return nil }
        return Decision(
            at: HourSlot(try row.decode(Int.self, atIndex: 0)), area: try row.decode(String.self, atIndex: 1), kind: kind,
            from: try row.decode(String?.self, atIndex: 3), to: try row.decode(String?.self, atIndex: 4),
            response: try row.decode(Int?.self, atIndex: 5).map { HourSlot($0) },
            evidence: try coder.value([Evidence].self, try row.decode(String.self, atIndex: 6)),
            episode: HourSlot(try row.decode(Int.self, atIndex: 7)),
            basis: try row.decode(String?.self, atIndex: 8).map { try coder.value(DecisionBasis.self, $0) },
            approvedIn: try row.decode(Int?.self, atIndex: 9).map { HourSlot($0) })
    }

    private func silence(_ id: String) throws -> Silence? {
        let row = try Row.fetchOne(db, sql: "SELECT at, area, feed, last, is_over FROM silences WHERE id = ?", arguments: [id])
        guard let row, let feed = Silence.Feed(rawValue: try row.decode(String.self, atIndex: 2)) else { return nil }
        return Silence(
            area: try row.decode(String.self, atIndex: 1), feed: feed, at: HourSlot(try row.decode(Int.self, atIndex: 0)),
            last: try row.decode(Int?.self, atIndex: 3).map { HourSlot($0) },
            isOver: try row.decode(Bool.self, atIndex: 4))
    }
}
