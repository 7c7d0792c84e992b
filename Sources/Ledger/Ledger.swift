public import AirQuality
import GRDB
import Synchronization

/// The durable record of the duty desk: an ordered log of events in which every record carries the hash of the one before, and
/// tables that come out of it. One SQLite file; `docs/ledger.md` describes it.
///
/// One process writes; others may read at the same time. What ``append(_:knownAt:)`` has returned survives a crash of the
/// process and of the machine; what it has not returned is there wholly or not at all. A ledger that does not wait for the disk
/// may lose the last records, or be spoilt, with the machine's power.
public final class Ledger: Sendable {
    public let path: String
    public let isReadOnly: Bool
    let queue: DatabaseQueue
    private let state: Mutex<LedgerHead>
    private let faults: LedgerFaults

    /// Opens a ledger, and creates it where there is none.
    ///
    /// - Parameters:
    ///   - readOnly: Neither creates nor changes anything; for looking into a ledger in use.
    ///   - keepsEarlier: Whether a file of an earlier version is copied to `PATH.before-VERSION` before it is brought up to date.
    ///   - waitsForDisk: Whether a record is on the disk when ``append(_:knownAt:)`` returns; only what can be made again, such as
    ///     a drill, may do without.
    ///   - faults: Lets writes fail, for tests.
    /// - Throws: ``LedgerError``.
    public init(
        path: String, readOnly: Bool = false, keepsEarlier: Bool = true, waitsForDisk: Bool = true, faults: LedgerFaults = .none
    ) throws {
        self.path = path
        self.faults = faults
        isReadOnly = readOnly
        let (queue, head) = try LedgerError.wording(path) {
            try LedgerFile.open(path, readOnly: readOnly, keepsEarlier: keepsEarlier, waitsForDisk: waitsForDisk)
        }
        self.queue = queue
        state = Mutex(head)
    }

    /// The last record; in a ledger opened for reading, the last one when it was opened.
    public var head: LedgerHead { state.withLock { $0 } }

    /// Closes the file, after which nothing can be read or written.
    public func close() throws { try LedgerError.wording(path) { try queue.close() } }

    /// Records what happened, with everything derived from it, in one transaction that is on disk when this returns.
    ///
    /// What is on record already is left out: a feed whose digest is known, a plan that is in force, a notice that was
    /// published. Where nothing is left the head stays as it is.
    ///
    /// - Parameter knownAt: When it became known.
    /// - Returns: The new head.
    /// - Throws: ``LedgerError``, with the code `refused` for an entry that contradicts the record: an instant that is not after
    ///   all earlier ones, notices that do not match the outcome or have been used, rows of stations that the batch does not name.
    @discardableResult
    public func append(_ entries: [LedgerEntry], knownAt: Instant) throws -> LedgerHead {
        guard !isReadOnly else {
            throw LedgerError(.notWritable, "\(path) was opened for reading only", help: "leave writing to the daemon")
        }
        return try state.withLock { head in
            let before = head
            head = try LedgerError.wording(path) {
                try queue.writeWithoutTransaction { db in try commit(entries, knownAt, after: before, db) }
            }
            return head
        }
    }

    private func commit(_ entries: [LedgerEntry], _ knownAt: Instant, after before: LedgerHead, _ db: Database) throws
        -> LedgerHead
    {
        var head = before
        guard !entries.isEmpty else { return head }
        let coder = RecordCoder(PlanContents(db))
        try db.inTransaction(.immediate) {
            guard try LedgerFile.head(db) == before else {
                throw LedgerError(
                    .otherWriter, "another process has written to \(path)",
                    help: "end the other daemon, then start this one again")
            }
            let writer = DerivedWriter(db, coder)
            let gate = EntryGate(db)
            for entry in entries where try gate.isNew(entry) {
                try faults.reached(.beforeRecord(head.seq + 1))
                head = try add(entry, knownAt, after: head, coder, db)
                try writer.apply(LedgerRecord(head: head, knownAt: knownAt, entry: entry))
            }
            try writer.finish()
            try faults.reached(.beforeCommit)
            return .commit
        }
        return head
    }

    private func add(_ entry: LedgerEntry, _ knownAt: Instant, after before: LedgerHead, _ coder: RecordCoder, _ db: Database)
        throws -> LedgerHead
    {
        let body = try coder.body(of: entry)
        guard body.utf8.count <= LedgerLimits.bodyBytes else {
            throw LedgerError(
                .refused, "a record of \(body.utf8.count >> 20) MiB is over the limit of \(LedgerLimits.bodyBytes >> 20) MiB",
                help: "split the file into smaller ones")
        }
        let head = before.next(knownAt: knownAt.seconds, kind: entry.kind, body: body)
        try db.cachedStatement(sql: "INSERT INTO records VALUES (?, ?, ?, ?, ?, ?)")
            .execute(arguments: [head.seq, knownAt.seconds, entry.kind, body, before.hash, head.hash])
        return head
    }

    /// Drops the derived tables and fills them again from the records.
    ///
    /// - Throws: ``LedgerError``, with the code `brokenChain` where the records themselves are not whole; then nothing changes.
    public func rebuild() throws {
        try LedgerError.wording(path) {
            try queue.write { db in
                db.clearSchemaCache()
                try DerivedTables.rebuild(db)
            }
        }
    }

    /// Reads in one consistent view of the file.
    func read<Value>(_ access: (Database) throws -> Value) throws -> Value {
        try LedgerError.wording(path) { try queue.read(access) }
    }
}
