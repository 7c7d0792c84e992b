import Foundation
import GRDB

/// Backups of a ledger, and their way back.
///
/// A backup is a ledger of its own in one file. It counts only once it has been read back and found whole: until then it lies
/// beside its place under the name with `.part`.
public enum LedgerBackup {
    /// How far the copying has come.
    public typealias Progress = (_ done: Int, _ total: Int) -> Void

    /// Copies a ledger as it stands, beside a daemon that goes on writing, and checks the copy.
    ///
    /// - Parameters:
    ///   - replaces: Whether a file that is there may go, once the new one is whole.
    ///   - progress: Told of pages.
    /// - Returns: What the check of the copy found. With a fault of file or chain the backup is not there; derived tables alone
    ///   can be made anew, so that a backup with a fault there is kept.
    /// - Throws: ``LedgerError``
    public static func make(of ledger: String, at path: String, replaces: Bool, progress: Progress) throws -> VerifyReport {
        guard LedgerFile.identity(path) == nil || LedgerFile.identity(path) != LedgerFile.identity(ledger) else {
            throw LedgerError(.refused, "\(path) is the ledger itself", help: "name another file for the backup")
        }
        guard replaces || LedgerFile.identity(path) == nil else {
            throw LedgerError(.refused, "\(path) is there already", help: "name another file, or replace it with --force")
        }
        let part = path + ".part"
        defer { LedgerFile.remove(part) }
        let source = try Ledger(path: ledger, readOnly: true)
        try LedgerError.wording(part) {
            try source.queue.read { db in try LedgerCopy.write(db, to: part, progress: progress) }
        }
        try source.close()
        let report = try verified(part)
        guard report.fault?.isOfRecords != true else { return report }
        try LedgerFile.rename(part, to: path)
        return report
    }

    /// Puts a backup into the place of a ledger that no daemon uses.
    ///
    /// The backup is copied and the copy checked before anything changes; a backup of an earlier version is brought up to date
    /// on the way. The ledger that was there is kept.
    ///
    /// - Parameter kept: The path under which the ledger that was there is kept; nothing may be there yet.
    /// - Returns: What the check of the copy found. With any fault nothing has changed.
    /// - Throws: ``LedgerError``
    public static func restore(_ backup: String, to ledger: String, keepingOldAs kept: String, progress: Progress) throws
        -> VerifyReport
    {
        guard LedgerFile.identity(backup) != LedgerFile.identity(ledger) else {
            throw LedgerError(.refused, "\(backup) is the ledger itself", help: "name the file of a backup")
        }
        guard LedgerFile.identity(kept) == nil else {
            throw LedgerError(.refused, "\(kept) is there already", help: "try again in a second")
        }
        let part = ledger + ".part"
        defer { LedgerFile.remove(part) }
        try LedgerError.wording(backup) {
            let source = try LedgerFile.openAnyEarlier(backup)
            try source.read { db in try LedgerCopy.write(db, to: part, progress: progress) }
            try source.close()
        }
        try Ledger(path: part, keepsEarlier: false).close()
        let report = try verified(part)
        guard report.isIntact else { return report }
        // What the log beside the old ledger holds goes into it where it can be read at all; then one file is the whole of it.
        if LedgerFile.identity(ledger) != nil { try? Ledger(path: ledger, keepsEarlier: false).close() }
        try LedgerFile.keep(ledger, as: kept)
        try LedgerFile.rename(part, to: ledger)
        return report
    }

    private static func verified(_ path: String) throws -> VerifyReport {
        let copy = try Ledger(path: path, readOnly: true)
        defer { try? copy.close() }
        return try copy.verify()
    }
}

extension VerifyReport.Fault {
    /// Whether it is more than one of tables that come out of the records.
    public var isOfRecords: Bool {
        switch self {
        case .file, .chain, .head: true
        case .schema, .table: false
        }
    }
}
