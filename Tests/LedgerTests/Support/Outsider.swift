import Foundation
import GRDB

@testable import Ledger

/// Somebody with a database tool and the right to write the file.
enum Outsider {
    /// Runs SQL on a closed ledger; the triggers that guard the records are taken away first and put back afterwards.
    static func edit(_ path: String, _ sql: String) throws {
        let queue = try DatabaseQueue(path: path)
        try queue.write { db in
            let triggers = try String.fetchAll(db, sql: "SELECT sql FROM sqlite_schema WHERE type = 'trigger'")
            for name in ["records_in_order", "records_stay", "records_remain"] { try db.execute(sql: "DROP TRIGGER \(name)") }
            try db.execute(sql: sql)
            for trigger in triggers { try db.execute(sql: trigger) }
        }
        try queue.close()
    }

    /// Runs SQL with the triggers in place.
    static func attempt(_ path: String, _ sql: String) throws {
        let queue = try DatabaseQueue(path: path)
        try queue.write { db in try db.execute(sql: sql) }
        try queue.close()
    }

    static func text(_ path: String, _ sql: String) throws -> String? {
        let queue = try DatabaseQueue(path: path)
        defer { try? queue.close() }
        return try queue.read { db in try String.fetchOne(db, sql: sql) }
    }

    /// Leaves a file as a version would have left it that knew no derived tables yet.
    static func makeEarlier(_ path: String) throws {
        let queue = try DatabaseQueue(path: path)
        try queue.write { db in
            try DerivedTables.drop(db)
            try db.execute(sql: "DELETE FROM grdb_migrations WHERE identifier <> 'records 1'")
        }
        try queue.close()
    }
}
