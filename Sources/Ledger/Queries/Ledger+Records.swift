import GRDB

extension Ledger {
    /// Walks through the records in their order, checking the chain on the way; this is how a desk is brought back to where it was.
    ///
    /// A few records are held at a time, whatever the length of the ledger. The ledger may be used from within `body`; records
    /// that this adds are walked through as well.
    ///
    /// - Parameter first: The sequence number to start with. The hash of the record before it is taken as it stands.
    /// - Throws: ``LedgerError``, with the code `brokenChain` at a record that does not follow from the one before or cannot be
    ///   read; what `body` throws.
    public func forEachRecord(from first: Int64 = 1, _ body: (LedgerRecord) throws -> Void) throws {
        let coder = RecordCoder(PlanContents(self))
        var chain = ChainReader(after: try head(before: first), coder: coder)
        while true {
            let batch = try read { db in try Self.batch(after: chain.head.seq, db) }
            if batch.isEmpty { return }
            for stored in batch { try body(try LedgerError.wording(path) { try chain.next(stored) }) }
        }
    }

    /// The head before a record, taken as it stands.
    public func head(before first: Int64) throws -> LedgerHead {
        guard first > 1 else { return .empty }
        return try read { db in
            let row = try Row.fetchOne(db, sql: "SELECT seq, hash FROM records WHERE seq = ?", arguments: [first - 1])
            guard let row else { return try LedgerFile.head(db) }
            return LedgerHead(seq: first - 1, hash: try row.decode(String.self, atIndex: 1))
        }
    }

    private static func batch(after seq: Int64, _ db: Database) throws -> [StoredRecord] {
        let rows = try Row.fetchCursor(db.cachedStatement(sql: StoredRecord.after), arguments: [seq])
        var batch: [StoredRecord] = []
        var bytes = 0
        while batch.count < LedgerLimits.walkRecords, bytes < LedgerLimits.walkBytes, let row = try rows.next() {
            let record = try StoredRecord(row)
            bytes += record.body.utf8.count
            batch.append(record)
        }
        return batch
    }
}

extension StoredRecord {
    /// Records after a sequence number.
    static let after = "SELECT seq, known_at, kind, body, previous, hash FROM records WHERE seq > ? ORDER BY seq"
}
