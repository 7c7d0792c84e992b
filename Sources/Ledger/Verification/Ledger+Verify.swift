import GRDB

extension Ledger {
    /// Checks the whole ledger: the file, the chain of records, and that every table comes out of the records.
    ///
    /// It works in one view of the file, beside a daemon that goes on writing, and rebuilds the tables in a temporary file.
    ///
    /// - Parameter heads: Heads that must be in the chain, as notices name them. The chain alone cannot show that its last records
    ///   were taken away; a head kept elsewhere can.
    /// - Throws: ``LedgerError`` where the check itself could not be made.
    public func verify(containing heads: [LedgerHead] = []) throws -> VerifyReport {
        try read { db in
            var report = VerifyReport(head: .empty, fault: nil)
            do {
                try check(db, heads, &report)
            } catch let gap as ChainReader.Break {
                report.fault = .chain(seq: gap.seq, reason: gap.reason)
            } catch let error as DatabaseError where error.resultCode == .SQLITE_CORRUPT {
                report.fault = .file(error.message ?? "malformed")
            }
            return report
        }
    }

    private func check(_ db: Database, _ heads: [LedgerHead], _ report: inout VerifyReport) throws {
        if let finding = try String.fetchOne(db, sql: "PRAGMA quick_check(1)"), finding != "ok" {
            report.fault = .file(finding)
            return
        }
        var configuration = Configuration()
        configuration.label = "ledger.verify"
        configuration.foreignKeysEnabled = false
        // The empty path is a temporary file of SQLite's own, gone when closed.
        let scratch = try DatabaseQueue(path: "", configuration: configuration)
        try scratch.writeWithoutTransaction { copy in
            try copy.execute(sql: "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF")
            try LedgerSchema.createRecords(copy)
            try DerivedTables.create(copy)
            try copy.inTransaction {
                try refill(copy, from: db, heads, &report)
                return .commit
            }
            guard report.fault == nil else { return }
            report.fault = try TableComparison(stored: db, rebuilt: copy).firstFault()
        }
    }

    private func refill(_ copy: Database, from db: Database, _ heads: [LedgerHead], _ report: inout VerifyReport) throws {
        let coder = RecordCoder(PlanContents(copy))
        let writer = DerivedWriter(copy, coder)
        var chain = ChainReader(after: .empty, coder: coder)
        var missing = Set(heads).subtracting([.empty])
        let rows = try Row.fetchCursor(db, sql: StoredRecord.after, arguments: [0])
        while let row = try rows.next() {
            let stored: StoredRecord
            do { stored = try StoredRecord(row) } catch is RowDecodingError {
                throw ChainReader.Break(seq: chain.head.seq + 1, reason: "a column holds a value of another type")
            }
            let record = try chain.next(stored)
            do { try writer.apply(record) } catch let error as DatabaseError where error.resultCode == .SQLITE_CONSTRAINT {
                throw ChainReader.Break(seq: record.seq, reason: "it contradicts an earlier one (\(error.message ?? ""))")
            }
            report.head = record.head
            missing.remove(record.head)
        }
        try writer.finish()
        if let head = missing.min(by: { $0.seq < $1.seq }) { report.fault = .head(head) }
    }
}
