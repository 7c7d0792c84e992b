import GRDB

/// Why the ledger could not be opened, read or written, in words for the duty officer.
///
/// After an error of an append nothing of it is stored, and the ledger can be used on.
public struct LedgerError: Error, Hashable, Sendable {
    public enum Code: String, Hashable, Sendable {
        /// The disk, or the quota, is full.
        case noSpace
        /// Another process kept the file locked for longer than the wait.
        case busy
        /// The file or its folder may not be written.
        case notWritable
        /// The file cannot be opened.
        case cannotOpen
        /// The file is damaged.
        case damaged
        /// The file is a database of something else, or no database.
        case notALedger
        /// The file was written by a later version, or by an earlier one and may only be read.
        case otherVersion
        /// A record does not follow from the one before it, or cannot be read.
        case brokenChain
        /// Another process has written since this one last did.
        case otherWriter
        /// An entry contradicts the record or itself; a mistake of the caller.
        case refused
        /// Reading or writing failed.
        case failed
    }

    public var code: Code
    /// One sentence in lower case: what happened, and where.
    public var what: String
    /// What to do about it.
    public var help: String

    public init(_ code: Code, _ what: String, help: String) {
        self.code = code
        self.what = what
        self.help = help
    }

    /// Whether space on the disk is all that is missing, so that the same append may succeed later.
    public var isNoSpace: Bool { code == .noSpace }
    /// Whether the same append may succeed later without anyone's help.
    public var isPassing: Bool { code == .noSpace || code == .busy }
}

extension LedgerError: CustomStringConvertible {
    /// `what; help`.
    public var description: String { "\(what); \(help)" }
}

extension LedgerError {
    /// Puts an error of SQLite into words; all others are passed on as they are.
    static func worded(_ error: any Error, path: String) -> any Error {
        guard let error = error as? DatabaseError else { return error }
        let said = error.message ?? "no further word"
        switch (error.resultCode, error.extendedResultCode) {
        case (.SQLITE_FULL, _), (_, .SQLITE_IOERR_SHMSIZE):
            return LedgerError(
                .noSpace, "the disk of \(path) is full, nothing was recorded", help: "free some space there; it is tried again")
        case (.SQLITE_BUSY, _), (.SQLITE_LOCKED, _):
            return LedgerError(
                .busy, "\(path) is locked by another process", help: "end what else writes to it; it is tried again")
        case (.SQLITE_READONLY, _), (.SQLITE_PERM, _), (.SQLITE_AUTH, _):
            return LedgerError(
                .notWritable, "\(path) may not be written (\(said))",
                help: "give the user of the daemon the right to write the file and its folder")
        case (.SQLITE_CANTOPEN, _):
            return LedgerError(
                .cannotOpen, "\(path) cannot be opened (\(said))",
                help: "check that its folder exists and that this user may read and write there")
        case (.SQLITE_CORRUPT, _): return damaged(path, said)
        case (.SQLITE_NOTADB, _): return notALedger(path)
        case (.SQLITE_CONSTRAINT, _):
            return LedgerError(
                .refused, "\(path) refuses the entry (\(said))", help: "run `lantian ledger verify` and report this")
        default:
            return LedgerError(
                .failed, "reading or writing \(path) failed (\(said), SQLite code \(error.extendedResultCode.rawValue))",
                help: "look for errors of the disk in the journal, then run `lantian ledger verify`")
        }
    }

    static func damaged(_ path: String, _ said: String) -> LedgerError {
        LedgerError(
            .damaged, "\(path) is damaged (\(said))",
            help: "stop the daemon, keep a copy of the file, and bring back the last good one or save what is readable "
                + "with `sqlite3 FILE .recover`")
    }

    /// - Parameters:
    ///   - version: The number of steps that made the file.
    ///   - unknown: Those of them that this program does not know.
    static func laterVersion(_ path: String, _ version: Int, _ unknown: Set<String>) -> LedgerError {
        LedgerError(
            .otherVersion,
            "\(path) has the schema \(version) (\(unknown.sorted().joined(separator: ", "))), written by a later version of lantian; "
                + "this one knows schemas up to \(LedgerSchema.version)",
            help: "nothing was changed: install that version again or a later one, or bring back a backup that this one made "
                + "with `lantian restore`")
    }

    static func earlierVersion(_ path: String, _ version: Int) -> LedgerError {
        LedgerError(
            .otherVersion,
            "\(path) has the schema \(version), written by an earlier version of lantian; this one reads schema "
                + "\(LedgerSchema.version)",
            help: "start the daemon once, which keeps a copy and brings the file up to date")
    }

    static func notALedger(_ path: String) -> LedgerError {
        LedgerError(
            .notALedger, "\(path) is not a ledger of lantian",
            help: "check the path; a damaged ledger is brought back from a copy")
    }
}

extension LedgerError {
    /// Runs something and puts its errors into words.
    static func wording<Value>(_ path: String, _ access: () throws -> Value) throws -> Value {
        do {
            return try access()
        } catch let gap as ChainReader.Break {
            throw LedgerError(
                .brokenChain, "record \(gap.seq) of \(path) breaks the chain: \(gap.reason)",
                help: "keep a copy of the file, bring back the last good one, and find out who wrote to it")
        } catch let error as RowDecodingError {
            throw damaged(path, "a column holds a value of another type: \(error.description)")
        } catch RecordCoder.Unreadable.malformed(let reason) {
            throw damaged(path, reason)
        } catch {
            throw worded(error, path: path)
        }
    }
}
