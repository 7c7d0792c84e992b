public import AirQuality
import FoundationEssentials
import GRDB
public import Lists
public import Warnings

extension Ledger {
    /// Whether a feed file of this content (SHA-256, 64 hexadecimal digits) was taken in.
    public func hasSeen(digest: String) throws -> Bool {
        try read { db in
            try Bool.fetchOne(
                db.cachedStatement(sql: "SELECT EXISTS (SELECT 1 FROM files_seen WHERE digest = ?)"), arguments: [digest])
                ?? false
        }
    }

    /// The episode of the drill that the ledger is of; nil of a real one.
    public func drill() throws -> String? {
        try read { db in
            let row = try Row.fetchOne(db, sql: "SELECT body FROM records WHERE seq = 1 AND kind = 'drill'")
            guard let row else { return nil }
            guard case .drill(let episode) = try RecordCoder().entry(kind: "drill", body: row.decode(String.self, atIndex: 0))
            else { return nil }
            return episode
        }
    }

    /// Ids of the notices that are recorded but not yet published, in the order of their decisions.
    public func unpublishedNotices() throws -> [String] {
        try read { db in
            try String.fetchAll(
                db.cachedStatement(sql: "SELECT id FROM notices WHERE published IS NULL ORDER BY seq, position"))
        }
    }

    /// A notice, which has the id of its decision or silence, with all it takes to render it; nil where there is none such.
    public func notice(_ id: String) throws -> NoticeRecord? { try read { db in try NoticeQuery(db).notice(id) } }

    /// The plan version in force, nil where none ever was.
    public func planInForce() throws -> PlanInForce? {
        try read { db in
            let row = try Row.fetchOne(db, sql: "SELECT hash, seq, since FROM plan_versions ORDER BY seq DESC LIMIT 1")
            guard let row, let version = try Self.planVersion(row.decode(String.self, atIndex: 0), db) else { return nil }
            return PlanInForce(
                version: version, seq: try row.decode(Int64.self, atIndex: 1),
                since: Instant(seconds: try row.decode(Int64.self, atIndex: 2)))
        }
    }

    /// A plan version that was in force at some time.
    public func planVersion(hash: String) throws -> PlanVersion? { try read { db in try Self.planVersion(hash, db) } }

    private static func planVersion(_ hash: String, _ db: Database) throws -> PlanVersion? {
        let known = try Bool.fetchOne(
            db, sql: "SELECT EXISTS (SELECT 1 FROM plan_versions WHERE hash = ?)", arguments: [hash])
        guard known == true else { return nil }
        let rows = try Row.fetchAll(
            db, sql: "SELECT name, content FROM plan_files JOIN plan_contents USING (sha256) WHERE hash = ?", arguments: [hash])
        return PlanVersion(
            files: try rows.map { row in
                PlanFile(name: try row.decode(String.self, atIndex: 0), bytes: try row.bytes(atIndex: 1))
            })
    }

    /// The files of a plan version with their hashes; those of the plan language in full, so that no list of many megabytes is read.
    public func planParts(hash: String) throws -> [PlanPart] {
        try read { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT name, sha256, length(content), CASE WHEN name GLOB '*.plan' THEN content END
                    FROM plan_files JOIN plan_contents USING (sha256) WHERE hash = ? ORDER BY name
                    """, arguments: [hash]
            ).map { row in
                PlanPart(
                    name: try row.decode(String.self, atIndex: 0), hash: try row.decode(String.self, atIndex: 1),
                    size: try row.decode(Int.self, atIndex: 2), text: try row.decode(Data?.self, atIndex: 3).map { Array($0) })
            }
        }
    }

    /// The templates of a plan version, `*.mustache`, in the order of their names.
    public func templates(ofPlan hash: String) throws -> [PlanFile] {
        try read { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT name, content FROM plan_files JOIN plan_contents USING (sha256)
                    WHERE hash = ? AND name GLOB '*.mustache' ORDER BY name
                    """, arguments: [hash]
            ).map { PlanFile(name: try $0.decode(String.self, atIndex: 0), bytes: try $0.bytes(atIndex: 1)) }
        }
    }

    /// The notice of an episode that came last, which says what is ordered; nil where the episode has none.
    public func lastNotice(area: String, episode: HourSlot) throws -> NoticeRecord? {
        try read { db in
            let query = NoticeQuery(db)
            return try query.last(area: area, episode: episode).flatMap { try query.notice($0) }
        }
    }

    /// Facts of the inbox in the order in which they became known, each with the record that holds it.
    ///
    /// - Parameter seq: Only those of records before this one.
    public func facts(before seq: Int64 = .max) throws -> [Fact] {
        try read { db in
            let rows = try Row.fetchCursor(
                db, sql: "SELECT subject, fact, value, from_date, until_date, document FROM facts WHERE seq < ? ORDER BY id",
                arguments: [seq])
            var facts: [Fact] = []
            while let row = try rows.next() {
                facts.append(
                    Fact(
                        subject: try row.decode(String.self, atIndex: 0), fact: try row.decode(String.self, atIndex: 1),
                        value: try row.decode(String.self, atIndex: 2),
                        from: LocalDate(days: try row.decode(Int.self, atIndex: 3)),
                        until: try row.decode(Int?.self, atIndex: 4).map { LocalDate(days: $0) },
                        document: try row.decode(String.self, atIndex: 5)))
            }
            return facts
        }
    }

    /// The last instant that was sealed, nil before the first.
    public func lastSealed() throws -> HourSlot? {
        try read { db in
            try Int.fetchOne(db, sql: "SELECT to_at FROM instants WHERE evaluated ORDER BY from_at DESC LIMIT 1")
                .map { HourSlot($0) }
        }
    }

    /// The sequence number of the record that sealed the first instant from one on; nil where none is on record.
    public func firstRecord(sealingFrom instant: HourSlot) throws -> Int64? {
        try read { db in
            try Int64.fetchOne(
                db, sql: "SELECT seq FROM instants WHERE evaluated AND from_at >= ? ORDER BY from_at LIMIT 1",
                arguments: [instant.hours])
        }
    }

    /// What is in force in each area that ever had a decision, by the area's id.
    public func standings() throws -> [String: Standing] {
        try read { db in
            let coder = RecordCoder()
            var standings: [String: Standing] = [:]
            for area in try String.fetchAll(db, sql: "SELECT area FROM standings") {
                standings[area] = try StoredStanding.fetch(area, db, coder)
            }
            return standings
        }
    }

    /// Rows of each table, for metrics; kept up with every append, so that asking costs nothing.
    public func rowCounts() throws -> [String: Int] {
        try read { db in
            var counts = Dictionary(uniqueKeysWithValues: DerivedTables.all.map { ($0.name, 0) })
            counts["row_counts"] = nil
            counts["records"] = Int(try LedgerFile.head(db).seq)
            for row in try Row.fetchAll(db, sql: "SELECT name, rows FROM row_counts") {
                counts[try row.decode(String.self, atIndex: 0)] = try row.decode(Int.self, atIndex: 1)
            }
            return counts
        }
    }
}
