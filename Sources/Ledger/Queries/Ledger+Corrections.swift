import Desk
import GRDB

extension NoticeQuery {
    /// The document number that a notice has by its last correction; nil: none gives it one.
    ///
    /// - Parameter seq: Only corrections of records before this one count.
    func correctedDocument(of id: String, before seq: Int64 = .max) throws -> String? {
        try String.fetchOne(
            db,
            sql: """
                SELECT document FROM corrections WHERE notice = ? AND seq < ? AND document IS NOT NULL
                ORDER BY seq DESC, position DESC LIMIT 1
                """, arguments: [id, seq])
    }
}

extension Ledger {
    /// The document number that a notice has by its last correction; nil: none gives it one.
    public func correctedDocument(of notice: String) throws -> String? {
        try read { db in try NoticeQuery(db).correctedDocument(of: notice) }
    }

    /// How often a notice has been corrected.
    public func corrections(of notice: String) throws -> Int {
        try read { db in
            try Int.fetchOne(db, sql: "SELECT count(*) FROM corrections WHERE notice = ?", arguments: [notice]) ?? 0
        }
    }

    /// Ends that moved and corrections within records, newest first.
    ///
    /// - Parameters:
    ///   - area: Only those of this area.
    ///   - records: From the first to the last but one.
    public func changesOfNotices(ofArea area: String? = nil, in records: Range<Int64>) throws -> [NoticeRecord.Reference] {
        try read { db in
            let query = NoticeQuery(db)
            return try String.fetchAll(
                db,
                sql: """
                    SELECT id FROM (
                      SELECT id, seq, position FROM extensions WHERE area = coalesce(?1, area) AND seq >= ?2 AND seq < ?3
                      UNION ALL
                      SELECT id, seq, position FROM corrections WHERE area = coalesce(?1, area) AND seq >= ?2 AND seq < ?3
                    ) ORDER BY seq DESC, position DESC
                    """, arguments: [area, records.lowerBound, records.upperBound]
            ).compactMap { try query.reference($0) }
        }
    }
}
