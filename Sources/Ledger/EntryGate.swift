import AirQuality
import Desk
import GRDB

/// Decides whether an entry adds anything to the record, and refuses what contradicts it.
struct EntryGate {
    private let db: Database

    init(_ db: Database) { self.db = db }

    func isNew(_ entry: LedgerEntry) throws -> Bool {
        switch entry {
        case .plan(let version):
            return try one(String.self, "SELECT hash FROM plan_versions ORDER BY seq DESC LIMIT 1", []) != version.hash
        case .feed(let feed):
            try check(feed)
            return try one(Int.self, "SELECT 1 FROM files_seen WHERE digest = ?", [feed.digest]) == nil
        case .facts(let facts):
            return try one(Int.self, "SELECT 1 FROM files_seen WHERE digest = ?", [facts.digest]) == nil
        case .supplement(let record):
            try check(record)
            return true
        case .sealed(let sealed):
            try checkFollows(sealed.outcome.at, sealed.outcome.at)
            try check(sealed)
            return true
        case .hourBegun(let begun):
            try check(begun)
            return true
        case .act(let record):
            try check(SealedRecord(outcome: record.outcome, notices: record.notices))
            try check(record.file)
            return true
        case .notEvaluated(let from, let to):
            try checkFollows(from, to)
            return true
        case .published(let notice, _):
            guard let isDue = try one(Bool.self, "SELECT published IS NULL FROM notices WHERE id = ?", [notice]) else {
                throw refused("no notice `\(notice)` is on record, so it cannot have been published")
            }
            return isDue
        case .receipt(let receipt):
            try check(receipt.file)
            return try one(
                Int.self, "SELECT 1 FROM deliveries WHERE notice = ? AND addressee = ? AND receipt IS NULL",
                [receipt.notice, receipt.addressee]) != nil
        case .reminder(let record):
            guard record.notices.count == record.reminders.count, !record.notices.isEmpty else {
                throw refused("\(record.notices.count) notices are named for \(record.reminders.count) reminders")
            }
            try check(notices: record.notices)
            return true
        case .drill:
            guard try one(Int.self, "SELECT max(seq) FROM records", []) == nil else {
                throw refused("a ledger with records does not become one of a drill")
            }
            return true
        case .refusedPlan, .clockJump: return true
        }
    }

    private func check(_ feed: FeedRecord) throws {
        let batch = feed.observations
        guard batch.rows.allSatisfy({ batch.stations.indices.contains(Int($0.station)) }) else {
            throw refused("feed `\(feed.name)` has rows of a station that it does not name")
        }
    }

    private func check(_ file: RequestFile?) throws {
        guard let file, try one(Int.self, "SELECT 1 FROM files_seen WHERE digest = ?", [file.key]) != nil else { return }
        throw refused("line \(file.line) of `\(file.name)` is carried out already")
    }

    private func checkFollows(_ from: HourSlot, _ to: HourSlot) throws {
        guard from <= to else { throw refused("a span of instants ends before it begins, at \(to)") }
        if let last = try one(Int.self, "SELECT to_at FROM instants ORDER BY from_at DESC LIMIT 1", []), from.hours <= last {
            throw refused("instant \(from) is not after \(HourSlot(last)), which is on record")
        }
    }

    private func check(_ sealed: SealedRecord) throws {
        let outcome = sealed.outcome
        let said = outcome.extensions.count + outcome.corrections.count
        guard sealed.notices.count == outcome.matters.count else {
            throw refused(
                "\(sealed.notices.count) notices are named for \(outcome.decisions.count) decisions, "
                    + "\(outcome.silences.count) silences, \(outcome.bulletins.count) bulletins, "
                    + "\(outcome.highValues.count) high values and \(said) changes of earlier notices "
                    + "at \(outcome.at)")
        }
        try check(notices: sealed.notices)
    }

    private func check(_ record: SupplementRecord) throws {
        guard record.notices.count == record.supplements.count, !record.notices.isEmpty else {
            throw refused("\(record.notices.count) notices are named for \(record.supplements.count) supplements")
        }
        for supplement in record.supplements {
            let kind = try one(
                String.self, "SELECT kind FROM records WHERE seq = ? AND seq = (SELECT max(seq) FROM records)",
                [supplement.record])
            guard kind == supplement.cause.recordKind else {
                throw refused(
                    "a supplement follows record \(supplement.record), which is no \(supplement.cause.recordKind) just made")
            }
        }
        try check(notices: record.notices)
    }

    private func check(notices: [String]) throws {
        guard Set(notices).count == notices.count else { throw refused("a notice is named twice in one record") }
        for id in notices {
            guard !id.isEmpty, id.utf8.count <= LedgerLimits.noticeBytes else {
                throw refused("a notice id has \(id.utf8.count) bytes; 1 to \(LedgerLimits.noticeBytes) are allowed")
            }
            if try one(Int.self, "SELECT 1 FROM notices WHERE id = ?", [id]) != nil {
                throw refused("notice `\(id)` is on record already")
            }
        }
    }

    private func one<Value: DatabaseValueConvertible>(_ type: Value.Type, _ sql: String, _ arguments: StatementArguments) throws
        -> Value?
    {
        try Value.fetchOne(db.cachedStatement(sql: sql), arguments: arguments)
    }

    private func refused(_ what: String) -> LedgerError {
        LedgerError(.refused, what, help: "this is a mistake of the program; report it with the journal")
    }
}
