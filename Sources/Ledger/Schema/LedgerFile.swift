import Foundation
import GRDB

/// Opens the file, and brings its schema up to date.
enum LedgerFile {
    /// Seconds to wait for a lock that another process holds.
    private static let patience: TimeInterval = 5
    static let mode: mode_t = 0o640
    /// Bytes to which the write-ahead log is cut back after a large transaction.
    private static let logBytes = 16 << 20

    /// - Parameters:
    ///   - keepsEarlier: Whether a file of an earlier version is copied before it is brought up to date.
    ///   - waitsForDisk: Whether a commit is on the disk when it returns.
    static func open(_ path: String, readOnly: Bool, keepsEarlier: Bool, waitsForDisk: Bool) throws -> (
        DatabaseQueue, LedgerHead
    ) {
        if !readOnly { try create(path) }
        let queue = try connect(path, readOnly: readOnly)
        let state = try queue.read { db in try check(path, db, mayChange: !readOnly) }
        if readOnly, case .earlier(let version) = state { throw LedgerError.earlierVersion(path, version) }
        if !readOnly {
            try queue.writeWithoutTransaction { db in try setUp(path, waitsForDisk: waitsForDisk, db) }
            if case .earlier(let version) = state, keepsEarlier { try keepEarlier(path, version, queue) }
            try queue.writeWithoutTransaction(LedgerSchema.bringUpToDate)
        }
        return (queue, try queue.read(head))
    }

    /// Opens a ledger of this version or an earlier one for reading.
    static func openAnyEarlier(_ path: String) throws -> DatabaseQueue {
        let queue = try connect(path, readOnly: true)
        _ = try queue.read { db in try check(path, db, mayChange: false) }
        return queue
    }

    private static func connect(_ path: String, readOnly: Bool) throws -> DatabaseQueue {
        var configuration = Configuration()
        configuration.readonly = readOnly
        configuration.foreignKeysEnabled = false
        configuration.busyMode = .timeout(patience)
        configuration.label = "ledger"
        return try DatabaseQueue(path: path, configuration: configuration)
    }

    /// Keeps a copy beside the ledger, of which an older program can still make use.
    private static func keepEarlier(_ path: String, _ version: Int, _ queue: DatabaseQueue) throws {
        let copy = "\(path).before-\(LedgerSchema.version)"
        try queue.read { db in try LedgerCopy.write(db, to: copy + ".part") }
        try rename(copy + ".part", to: copy)
    }

    static func head(_ db: Database) throws -> LedgerHead {
        let statement = try db.cachedStatement(sql: "SELECT seq, hash FROM records ORDER BY seq DESC LIMIT 1")
        guard let row = try Row.fetchOne(statement) else { return .empty }
        return LedgerHead(seq: try row.decode(Int64.self, atIndex: 0), hash: try row.decode(String.self, atIndex: 1))
    }

    /// What a file holds.
    private enum State {
        case bare, current
        /// A ledger as a version left it that knew this many steps of the schema.
        case earlier(Int)
    }

    /// Refuses what is no ledger, or one of a later version, before anything is written.
    private static func check(_ path: String, _ db: Database, mayChange: Bool) throws -> State {
        let id = try Int.fetchOne(db, sql: "PRAGMA application_id") ?? 0
        let tables = try String.fetchAll(db, sql: "SELECT name FROM sqlite_schema WHERE type = 'table'")
        // A crash during creation may leave the file empty, or with nothing but the list of migrations.
        let isBare = id == 0 && tables.allSatisfy { $0 == LedgerSchema.list }
        guard id == LedgerSchema.applicationID || (isBare && mayChange) else { throw LedgerError.notALedger(path) }
        guard !isBare else { return .bare }
        let taken = try LedgerSchema.stepsTaken(db)
        let unknown = taken.subtracting(LedgerSchema.steps.map(\.name))
        guard unknown.isEmpty else { throw LedgerError.laterVersion(path, taken.count, unknown) }
        return taken.count == LedgerSchema.version ? .current : .earlier(taken.count)
    }

    private static func setUp(_ path: String, waitsForDisk: Bool, _ db: Database) throws {
        guard try String.fetchOne(db, sql: "PRAGMA journal_mode = WAL") == "wal" else {
            throw LedgerError(
                .failed, "\(path) cannot have a write-ahead log", help: "keep the ledger on a local disk, not on a network share")
        }
        // FULL: a commit is on the disk when it returns, also after a loss of power.
        try db.execute(
            sql: """
                PRAGMA synchronous = \(waitsForDisk ? "FULL" : "OFF");
                PRAGMA journal_size_limit = \(logBytes);
                PRAGMA trusted_schema = OFF;
                """)
    }
}
