import GRDB

/// The file's schema and its versions.
enum LedgerSchema {
    /// `LTLG`: tells a ledger from other databases (`PRAGMA application_id`).
    static let applicationID = 0x4C54_4C47

    /// A change of the file, taken once; the name goes into the file.
    enum Step {
        /// A version of the records.
        case records(Int)
        /// A version of the derived tables, which are dropped and filled again from the records.
        case derived(Int)

        var name: String {
            switch self {
            case .records(let version): "records \(version)"
            case .derived(let version): "derived \(version)"
            }
        }
    }

    /// In their order; only ever added to.
    static let steps: [Step] = [
        .records(1),
        .derived(1),
        // Facts, supplementary notices, and each content of a plan file once.
        .derived(2),
        // Forecasts by the time of which they speak, for the evidence of notices.
        .derived(3),
        // Approvals, declarations and directives.
        .derived(4),
        // The sources of forecasts, and opinions.
        .derived(5),
        // Advice to the public.
        .derived(6),
        // High values, stated ends that moved, and corrections of notices.
        .derived(7),
    ]

    /// The number of steps that make the file what this program knows.
    static var version: Int { steps.count }

    /// The table that lists the steps taken.
    static let list = "grdb_migrations"

    static func stepsTaken(_ db: Database) throws -> Set<String> {
        guard try db.tableExists(list) else { return [] }
        return try Set(String.fetchAll(db, sql: "SELECT identifier FROM \(list)"))
    }

    /// Takes the steps that are missing in one transaction: a file is of one version or of the other, whatever happens.
    static func bringUpToDate(_ db: Database) throws {
        try db.inTransaction(.immediate) {
            try db.execute(sql: "CREATE TABLE IF NOT EXISTS \(list) (identifier TEXT NOT NULL PRIMARY KEY)")
            let taken = try stepsTaken(db)
            let missing = steps.filter { !taken.contains($0.name) }
            guard !missing.isEmpty else { return .rollback }
            for case .records(let version) in missing where version == 1 {
                try db.execute(sql: "PRAGMA application_id = \(applicationID)")
                try createRecords(db)
            }
            try DerivedTables.rebuild(db)
            for step in missing { try db.execute(sql: "INSERT INTO \(list) VALUES (?)", arguments: [step.name]) }
            return .commit
        }
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
