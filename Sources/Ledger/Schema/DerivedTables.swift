import GRDB

/// The tables that come out of the records alone: dropped and filled again at will, compared by `verify`.
enum DerivedTables {
    /// With the columns that give their rows an order.
    static let all: [(name: String, order: String)] = [
        ("files_seen", "digest"), ("plan_versions", "seq"), ("plan_files", "hash, name"),
        ("plan_contents", "sha256"), ("facts", "id"), ("supplements", "id"), ("observations", "station, slot"),
        ("observation_history", "id"), ("day_forecasts", "id"), ("hour_forecasts", "id"), ("opinions", "id"),
        ("instants", "from_at"),
        ("decisions", "id"), ("proposals", "id"), ("overruled", "id"), ("silences", "id"), ("bulletins", "id"),
        ("high_values", "id"), ("extensions", "id"), ("corrections", "id"), ("notices", "id"),
        ("reminders", "id"), ("deliveries", "notice, addressee"),
        ("standings", "area"), ("row_counts", "name"),
    ]

    static func drop(_ db: Database) throws {
        for table in all { try db.execute(sql: "DROP TABLE IF EXISTS \(table.name)") }
    }

    /// Drops the tables and fills them again from the records.
    static func rebuild(_ db: Database) throws {
        try drop(db)
        try create(db)
        let coder = RecordCoder(PlanContents(db))
        let writer = DerivedWriter(db, coder)
        let rows = try Row.fetchCursor(db, sql: "SELECT seq, known_at, kind, body, previous, hash FROM records ORDER BY seq")
        var chain = ChainReader(after: .empty, coder: coder)
        while let row = try rows.next() { try writer.apply(try chain.next(StoredRecord(row))) }
        try writer.finish()
    }

    static func create(_ db: Database) throws {
        try db.execute(
            sql: """
                CREATE TABLE files_seen (digest TEXT PRIMARY KEY, name TEXT NOT NULL, format TEXT NOT NULL, rows INTEGER NOT NULL,
                  errors INTEGER NOT NULL, reports INTEGER NOT NULL, stale INTEGER NOT NULL, seq INTEGER NOT NULL)
                  STRICT, WITHOUT ROWID;
                CREATE TABLE plan_versions (seq INTEGER PRIMARY KEY, hash TEXT NOT NULL, since INTEGER NOT NULL) STRICT;
                CREATE TABLE plan_files (hash TEXT NOT NULL, name TEXT NOT NULL, sha256 TEXT NOT NULL,
                  PRIMARY KEY (hash, name)) STRICT, WITHOUT ROWID;
                CREATE TABLE plan_contents (sha256 TEXT PRIMARY KEY, content BLOB NOT NULL) STRICT;
                CREATE TABLE facts (id INTEGER PRIMARY KEY, subject TEXT NOT NULL, fact TEXT NOT NULL, value TEXT NOT NULL,
                  from_date INTEGER NOT NULL, until_date INTEGER, document TEXT NOT NULL, seq INTEGER NOT NULL) STRICT;
                CREATE INDEX facts_subject ON facts (subject, fact);
                CREATE TABLE supplements (id TEXT PRIMARY KEY, at INTEGER NOT NULL, area TEXT NOT NULL, level TEXT NOT NULL,
                  episode INTEGER NOT NULL, start INTEGER NOT NULL, cause TEXT NOT NULL, cause_seq INTEGER NOT NULL,
                  seq INTEGER NOT NULL, position INTEGER NOT NULL) STRICT, WITHOUT ROWID;
                CREATE INDEX supplements_episode ON supplements (area, episode, seq);
                CREATE TABLE observations (station TEXT NOT NULL, slot INTEGER NOT NULL, so2 INTEGER, no2 INTEGER, co INTEGER,
                  o3 INTEGER, pm10 INTEGER, pm25 INTEGER, seq INTEGER NOT NULL, PRIMARY KEY (station, slot))
                  STRICT, WITHOUT ROWID;
                CREATE TABLE observation_history (id INTEGER PRIMARY KEY, station TEXT NOT NULL, slot INTEGER NOT NULL,
                  pollutant TEXT NOT NULL, value INTEGER NOT NULL, replaced_by INTEGER, seq INTEGER NOT NULL) STRICT;
                CREATE INDEX observation_history_place ON observation_history (station, slot);
                CREATE TABLE day_forecasts (id INTEGER PRIMARY KEY, area TEXT NOT NULL, issued INTEGER NOT NULL,
                  received INTEGER, date INTEGER NOT NULL, low INTEGER NOT NULL, high INTEGER NOT NULL,
                  "primary" TEXT NOT NULL, source TEXT NOT NULL, seq INTEGER NOT NULL) STRICT;
                CREATE INDEX day_forecasts_date ON day_forecasts (date, seq);
                CREATE TABLE hour_forecasts (id INTEGER PRIMARY KEY, area TEXT NOT NULL, issued INTEGER NOT NULL,
                  received INTEGER, slot INTEGER NOT NULL, aqi INTEGER, so2 INTEGER, no2 INTEGER, co INTEGER, o3 INTEGER,
                  pm10 INTEGER, pm25 INTEGER, source TEXT NOT NULL, seq INTEGER NOT NULL) STRICT;
                CREATE INDEX hour_forecasts_slot ON hour_forecasts (slot, seq);
                CREATE TABLE opinions (id INTEGER PRIMARY KEY, area TEXT NOT NULL, at INTEGER NOT NULL,
                  last_date INTEGER NOT NULL, act TEXT NOT NULL, seq INTEGER NOT NULL) STRICT;
                CREATE INDEX opinions_area ON opinions (area, last_date, seq);
                CREATE TABLE instants (from_at INTEGER PRIMARY KEY, to_at INTEGER NOT NULL, evaluated INTEGER NOT NULL,
                  seq INTEGER NOT NULL) STRICT;
                CREATE TABLE decisions (id TEXT PRIMARY KEY, at INTEGER NOT NULL, area TEXT NOT NULL, kind TEXT NOT NULL,
                  from_level TEXT, to_level TEXT, response INTEGER, episode INTEGER NOT NULL, evidence TEXT NOT NULL,
                  basis TEXT, approved_in INTEGER, is_own INTEGER NOT NULL, in_force INTEGER NOT NULL,
                  seq INTEGER NOT NULL, position INTEGER NOT NULL) STRICT, WITHOUT ROWID;
                CREATE INDEX decisions_episode ON decisions (area, episode, seq);
                CREATE TABLE proposals (id TEXT PRIMARY KEY, area TEXT NOT NULL, proposal TEXT NOT NULL,
                  known_at INTEGER NOT NULL, seq INTEGER NOT NULL, ending TEXT, ended INTEGER) STRICT, WITHOUT ROWID;
                CREATE INDEX proposals_area ON proposals (area, seq);
                CREATE TABLE overruled (id INTEGER PRIMARY KEY, area TEXT NOT NULL, to_level TEXT, is_up INTEGER NOT NULL,
                  is_over INTEGER NOT NULL, seq INTEGER NOT NULL) STRICT;
                CREATE TABLE reminders (id TEXT PRIMARY KEY, area TEXT NOT NULL, at INTEGER NOT NULL, reminder TEXT NOT NULL,
                  seq INTEGER NOT NULL, position INTEGER NOT NULL) STRICT, WITHOUT ROWID;
                CREATE TABLE deliveries (notice TEXT NOT NULL, addressee TEXT NOT NULL, within INTEGER NOT NULL,
                  published INTEGER NOT NULL, receipt TEXT, acknowledged INTEGER, seq INTEGER,
                  PRIMARY KEY (notice, addressee)) STRICT, WITHOUT ROWID;
                CREATE TABLE silences (id TEXT PRIMARY KEY, at INTEGER NOT NULL, area TEXT NOT NULL, feed TEXT NOT NULL,
                  last INTEGER, is_over INTEGER NOT NULL, seq INTEGER NOT NULL, position INTEGER NOT NULL)
                  STRICT, WITHOUT ROWID;
                CREATE INDEX silences_feed ON silences (area, feed, seq);
                CREATE TABLE bulletins (id TEXT PRIMARY KEY, at INTEGER NOT NULL, area TEXT NOT NULL, advice TEXT NOT NULL,
                  is_over INTEGER NOT NULL, bulletin TEXT NOT NULL, seq INTEGER NOT NULL, position INTEGER NOT NULL)
                  STRICT, WITHOUT ROWID;
                CREATE INDEX bulletins_advice ON bulletins (area, advice, seq);
                CREATE TABLE high_values (id TEXT PRIMARY KEY, at INTEGER NOT NULL, area TEXT NOT NULL, alert TEXT NOT NULL,
                  station TEXT, high_value TEXT NOT NULL, seq INTEGER NOT NULL, position INTEGER NOT NULL)
                  STRICT, WITHOUT ROWID;
                CREATE INDEX high_values_alert ON high_values (area, alert, seq);
                CREATE TABLE extensions (id TEXT PRIMARY KEY, at INTEGER NOT NULL, area TEXT NOT NULL, episode INTEGER NOT NULL,
                  extension TEXT NOT NULL, seq INTEGER NOT NULL, position INTEGER NOT NULL) STRICT, WITHOUT ROWID;
                CREATE INDEX extensions_episode ON extensions (area, episode, seq);
                CREATE TABLE corrections (id TEXT PRIMARY KEY, at INTEGER NOT NULL, area TEXT NOT NULL, episode INTEGER,
                  notice TEXT NOT NULL, document TEXT, correction TEXT NOT NULL, seq INTEGER NOT NULL,
                  position INTEGER NOT NULL) STRICT, WITHOUT ROWID;
                CREATE INDEX corrections_episode ON corrections (area, episode, seq);
                CREATE INDEX corrections_notice ON corrections (notice, seq);
                CREATE TABLE notices (id TEXT PRIMARY KEY, subject TEXT NOT NULL, seq INTEGER NOT NULL,
                  position INTEGER NOT NULL, known_at INTEGER NOT NULL, published INTEGER) STRICT, WITHOUT ROWID;
                CREATE INDEX notices_due ON notices (seq, position) WHERE published IS NULL;
                CREATE TABLE standings (area TEXT PRIMARY KEY, level TEXT, episode INTEGER, since INTEGER,
                  responses TEXT NOT NULL, seq INTEGER NOT NULL) STRICT, WITHOUT ROWID;
                CREATE TABLE row_counts (name TEXT PRIMARY KEY, rows INTEGER NOT NULL) STRICT, WITHOUT ROWID;
                """)
    }
}
