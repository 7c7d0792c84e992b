import AirQuality
import GRDB

/// A row of `records`, as it stands in the file.
public struct StoredRecord: Hashable, Sendable {
    public var seq: Int64
    /// Seconds since 1970-01-01T00:00Z.
    public var knownAt: Int64
    public var kind: String
    public var body: String
    public var previous: String
    public var hash: String

    /// From a row of the six columns in the order of the table.
    init(_ row: Row) throws {
        // Decoded leniently: whatever somebody may have written into the file is a finding, not a crash.
        seq = try row.decode(Int64.self, atIndex: 0)
        knownAt = try row.decode(Int64.self, atIndex: 1)
        kind = try row.decode(String.self, atIndex: 2)
        body = try row.decode(String.self, atIndex: 3)
        previous = try row.decode(String.self, atIndex: 4)
        hash = try row.decode(String.self, atIndex: 5)
    }
}

/// Follows the chain from record to record.
struct ChainReader {
    /// The first record that does not fit, and why.
    struct Break: Error {
        var seq: Int64
        var reason: String
    }

    private(set) var head: LedgerHead
    private let coder: RecordCoder

    init(after head: LedgerHead, coder: RecordCoder) {
        self.head = head
        self.coder = coder
    }

    /// Checks that a record follows from the one before, and reads it.
    mutating func next(_ record: StoredRecord) throws -> LedgerRecord {
        let expected = head.next(knownAt: record.knownAt, kind: record.kind, body: record.body)
        guard record.seq == expected.seq else {
            throw Break(seq: expected.seq, reason: "the record is missing; the next one there is \(record.seq)")
        }
        guard record.previous == head.hash else {
            throw Break(seq: record.seq, reason: "it does not name the hash of the record before it")
        }
        guard record.hash == expected.hash else {
            throw Break(seq: record.seq, reason: "its hash is not that of its contents")
        }
        do {
            let entry = try coder.entry(kind: record.kind, body: record.body)
            head = expected
            return LedgerRecord(head: expected, knownAt: Instant(seconds: record.knownAt), entry: entry)
        } catch RecordCoder.Unreadable.unknownKind {
            throw Break(seq: record.seq, reason: "its kind `\(record.kind)` is unknown to this version of lantian")
        } catch RecordCoder.Unreadable.malformed(let reason) {
            throw Break(seq: record.seq, reason: "it cannot be read: \(reason)")
        }
    }
}
