import Foundation
import GRDB

/// Opens the file, and brings its schema up to date.
enum LedgerFile {
    /// Seconds to wait for a lock that another process holds.
    private static let patience: TimeInterval = 5
    private static let mode: mode_t = 0o640
    /// Bytes to which the write-ahead log is cut back after a large transaction.
    private static let logBytes = 16 << 20

    static func open(_ path: String, readOnly: Bool) throws -> (DatabaseQueue, LedgerHead) {
        if !readOnly { try create(path) }
        var configuration = Configuration()
        configuration.readonly = readOnly
        configuration.foreignKeysEnabled = false
        configuration.busyMode = .timeout(patience)
        configuration.label = "ledger"
        let queue = try DatabaseQueue(path: path, configuration: configuration)
        try queue.read { db in try check(path, db, readOnly: readOnly) }
        if !readOnly {
            try queue.writeWithoutTransaction { db in try setUp(path, db) }
            try LedgerSchema.migrator.migrate(queue)
        }
        return (queue, try queue.read(head))
    }

    static func head(_ db: Database) throws -> LedgerHead {
        let statement = try db.cachedStatement(sql: "SELECT seq, hash FROM records ORDER BY seq DESC LIMIT 1")
        guard let row = try Row.fetchOne(statement) else { return .empty }
        return LedgerHead(seq: try row.decode(Int64.self, atIndex: 0), hash: try row.decode(String.self, atIndex: 1))
    }

    /// Creates the empty file with its mode, which SQLite gives to the files beside it too, and makes its name durable.
    private static func create(_ path: String) throws {
        let file = Foundation.open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, mode)
        guard file >= 0 else {
            if errno == EEXIST { return }
            throw failure(path, errno)
        }
        defer { Foundation.close(file) }
        guard fchmod(file, mode) == 0 else { throw failure(path, errno) }
        let folder = Foundation.open((path as NSString).deletingLastPathComponent.orCurrent, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard folder >= 0 else { throw failure(path, errno) }
        defer { Foundation.close(folder) }
        guard fsync(folder) == 0 else { throw failure(path, errno) }
    }

    private static func failure(_ path: String, _ number: Int32) -> LedgerError {
        let said = String(cString: strerror(number))
        switch number {
        case ENOSPC, EDQUOT:
            return LedgerError(
                .noSpace, "the disk of \(path) is full, the ledger cannot be created", help: "free some space there")
        case EACCES, EPERM, EROFS:
            return LedgerError(
                .notWritable, "\(path) cannot be created (\(said))",
                help: "give the user of the daemon the right to write in its folder")
        default:
            return LedgerError(
                .cannotOpen, "\(path) cannot be created (\(said))", help: "check that its folder exists and is no file")
        }
    }

    /// Refuses what is no ledger, or one of another version, before anything is written.
    private static func check(_ path: String, _ db: Database, readOnly: Bool) throws {
        let id = try Int.fetchOne(db, sql: "PRAGMA application_id") ?? 0
        let tables = try String.fetchAll(db, sql: "SELECT name FROM sqlite_schema WHERE type = 'table'")
        // A crash during creation may leave the file empty, or with nothing but the list of migrations.
        let isBare = id == 0 && tables.allSatisfy { $0 == "grdb_migrations" }
        guard id == LedgerSchema.applicationID || (isBare && !readOnly) else { throw LedgerError.notALedger(path) }
        guard !isBare else { return }
        if try LedgerSchema.migrator.hasBeenSuperseded(db) {
            throw LedgerError(
                .otherVersion, "\(path) was written by a later version of lantian", help: "install that version or a later one")
        }
        if readOnly, try !LedgerSchema.migrator.hasCompletedMigrations(db) {
            throw LedgerError(
                .otherVersion, "\(path) was written by an earlier version of lantian",
                help: "start the daemon once, which brings the file up to date")
        }
    }

    private static func setUp(_ path: String, _ db: Database) throws {
        guard try String.fetchOne(db, sql: "PRAGMA journal_mode = WAL") == "wal" else {
            throw LedgerError(
                .failed, "\(path) cannot have a write-ahead log", help: "keep the ledger on a local disk, not on a network share")
        }
        // FULL: a commit is on the disk when it returns, also after a loss of power.
        try db.execute(
            sql: """
                PRAGMA synchronous = FULL;
                PRAGMA journal_size_limit = \(logBytes);
                PRAGMA trusted_schema = OFF;
                """)
    }
}

extension String {
    fileprivate var orCurrent: String { isEmpty ? "." : self }
}
