import GRDB

/// The file's schema and its versions.
enum LedgerSchema {
    /// `LTLG`: tells a ledger from other databases (`PRAGMA application_id`).
    static let applicationID = 0x4C54_4C47

    /// One migration for each version of the records, and one each time the derived tables change: it drops them and fills
    /// them again from the records.
    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("records 1") { db in
            try db.execute(sql: "PRAGMA application_id = \(applicationID)")
            try createRecords(db)
        }
        migrator.registerMigration("derived 1") { db in try DerivedTables.rebuild(db) }
        // Facts, supplementary notices, and each content of a plan file once.
        migrator.registerMigration("derived 2") { db in try DerivedTables.rebuild(db) }
        // Forecasts by the time of which they speak, for the evidence of notices.
        migrator.registerMigration("derived 3") { db in try DerivedTables.rebuild(db) }
        // Approvals, declarations and directives.
        migrator.registerMigration("derived 4") { db in try DerivedTables.rebuild(db) }
        return migrator
    }

    /// Records are only ever added, each after the last one: anything else is refused by the file itself.
    static func createRecords(_ db: Database) throws {
        try db.execute(
            sql: """
                CREATE TABLE records (
                  seq INTEGER PRIMARY KEY,
                  known_at INTEGER NOT NULL,
                  kind TEXT NOT NULL CHECK (kind <> '' AND kind NOT GLOB '*[^a-z-]*'),
                  body TEXT NOT NULL,
                  previous TEXT NOT NULL CHECK (length(previous) = 64),
                  hash TEXT NOT NULL CHECK (length(hash) = 64)
                ) STRICT;
                CREATE TRIGGER records_in_order BEFORE INSERT ON records
                WHEN NEW.seq <> coalesce((SELECT max(seq) FROM records), 0) + 1
                  OR NEW.previous <> coalesce((SELECT hash FROM records ORDER BY seq DESC LIMIT 1), '\(LedgerHead.empty.hash)')
                BEGIN SELECT RAISE(ABORT, 'a record must follow the last one'); END;
                CREATE TRIGGER records_stay BEFORE UPDATE ON records
                BEGIN SELECT RAISE(ABORT, 'records are never changed'); END;
                CREATE TRIGGER records_remain BEFORE DELETE ON records
                BEGIN SELECT RAISE(ABORT, 'records are never deleted'); END;
                """)
    }
}
