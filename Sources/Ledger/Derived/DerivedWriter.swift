import AirQuality
import Desk
import GRDB
import Lists

/// Enters records into the derived tables; the one way in which these ever change.
final class DerivedWriter {
    let db: Database
    let coder: RecordCoder
    /// Rows added to each table since the last ``finish()``.
    private var added: [String: Int] = [:]

    init(_ db: Database, _ coder: RecordCoder) {
        self.db = db
        self.coder = coder
    }

    func apply(_ record: LedgerRecord) throws {
        let seq = record.seq
        switch record.entry {
        case .plan(let version): try enter(version, seq, record.knownAt)
        case .feed(let feed):
            let counts = feed.counts
            try insert(
                "files_seen", feed.digest, feed.name, feed.format, counts.rows, counts.errors, counts.reports, counts.stale, seq)
            try enter(feed.observations, seq)
            try enter(feed.forecasts, seq)
        case .facts(let facts):
            let counts = facts.counts
            try insert(
                "files_seen", facts.digest, facts.name, FactsRecord.format, counts.rows, counts.errors, counts.reports,
                counts.stale, seq)
            for fact in facts.facts {
                try insert(
                    "facts", nil, fact.subject, fact.fact, fact.value, fact.from.days, fact.until?.days, fact.document, seq)
            }
        case .supplement(let supplement): try enter(supplement, seq, record.knownAt)
        case .sealed(let sealed):
            let at = sealed.outcome.at.hours
            try insert("instants", at, at, 1, seq)
            try enter(sealed, seq, record.knownAt)
        case .hourBegun(let begun): try enter(begun, seq, record.knownAt)
        case .act(let act):
            try enter(act.file, seq)
            try enterOpinion(act.act, seq)
            try enter(SealedRecord(outcome: act.outcome, notices: act.notices), seq, record.knownAt)
        case .notEvaluated(let from, let to): try insert("instants", from.hours, to.hours, 0, seq)
        case .published(let notice, let addressees):
            try run("UPDATE notices SET published = ? WHERE id = ? AND published IS NULL", seq, notice)
            for addressee in addressees {
                try insert(
                    "deliveries", notice, addressee.name, addressee.withinHours, record.knownAt.seconds, nil, nil, nil)
            }
        case .receipt(let receipt):
            try enter(receipt.file, seq)
            try run(
                "UPDATE deliveries SET receipt = ?, acknowledged = ?, seq = ? WHERE notice = ? AND addressee = ?",
                try coder.text(receipt), receipt.at.seconds, seq, receipt.notice, receipt.addressee)
        case .reminder(let reminders): try enter(reminders, seq, record.knownAt)
        case .refusedPlan, .drill, .clockJump: break
        }
    }

    private func enter(_ file: RequestFile?, _ seq: Int64) throws {
        if let file { try insert("files_seen", file.key, file.name, "request", 1, 0, 0, 0, seq) }
    }

    /// Brings `row_counts` up to date.
    func finish() throws {
        for (table, rows) in added.sorted(by: { $0.key < $1.key }) {
            try run(
                "INSERT INTO row_counts VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET rows = rows + excluded.rows", table, rows)
        }
        added = [:]
    }

    private func enter(_ version: PlanVersion, _ seq: Int64, _ knownAt: Instant) throws {
        try insert("plan_versions", seq, version.hash, knownAt.seconds)
        let isKnown = try Bool.fetchOne(
            db.cachedStatement(sql: "SELECT EXISTS (SELECT 1 FROM plan_files WHERE hash = ?)"), arguments: [version.hash])
        guard isKnown != true else { return }
        let contents = PlanContents(db)
        for file in version.files {
            let hash = ContentHash.hex(file.bytes)
            if try !contents.holds(hash) { try insert("plan_contents", hash, file.bytes.blob) }
            try insert("plan_files", version.hash, file.name, hash)
        }
    }

    // MARK: Statements

    /// Adds a row that gives every column of a table.
    func insert(_ table: String, _ values: (any DatabaseValueConvertible)?...) throws {
        let marks = Array(repeating: "?", count: values.count).joined(separator: ",")
        try run("INSERT INTO \(table) VALUES (\(marks))", StatementArguments(values))
        count(table)
    }

    func count(_ table: String) { added[table, default: 0] += 1 }

    func run(_ sql: String, _ values: (any DatabaseValueConvertible)?...) throws { try run(sql, StatementArguments(values)) }

    private func run(_ sql: String, _ arguments: StatementArguments) throws {
        try db.cachedStatement(sql: sql).execute(arguments: arguments)
    }
}
