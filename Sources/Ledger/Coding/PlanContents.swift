import GRDB

/// Contents of plan files on record, by their SHA-256. A record holds a content in full only where no earlier one does, so that a
/// list of many megabytes is not stored again for every change of a rule.
struct PlanContents {
    var holds: (String) throws -> Bool
    var bytes: (String) throws -> [UInt8]?

    static var none: PlanContents { PlanContents(holds: { _ in false }, bytes: { _ in nil }) }
}

extension PlanContents {
    /// Those of a database at hand.
    init(_ db: Database) {
        holds = { hash in
            try Bool.fetchOne(
                db.cachedStatement(sql: "SELECT EXISTS (SELECT 1 FROM plan_contents WHERE sha256 = ?)"), arguments: [hash])
                ?? false
        }
        bytes = { hash in
            try Row.fetchOne(db.cachedStatement(sql: "SELECT content FROM plan_contents WHERE sha256 = ?"), arguments: [hash])?
                .bytes(atIndex: 0)
        }
    }

    /// Those of a ledger, each read in a view of its own.
    init(_ ledger: Ledger) {
        holds = { hash in try ledger.read { db in try PlanContents(db).holds(hash) } }
        bytes = { hash in try ledger.read { db in try PlanContents(db).bytes(hash) } }
    }
}
