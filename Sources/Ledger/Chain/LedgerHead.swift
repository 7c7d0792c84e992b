/// The place up to which a ledger is written: the sequence number and the hash of its last record.
///
/// Whoever keeps a head can later prove that the ledger still holds everything up to it, unchanged.
public struct LedgerHead: Hashable, Sendable, Codable {
    /// Sequence number, from 1; 0 in an empty ledger.
    public var seq: Int64
    /// SHA-256 in 64 hexadecimal digits; zeros in an empty ledger.
    public var hash: String

    public init(seq: Int64, hash: String) {
        self.seq = seq
        self.hash = hash
    }

    /// The head of an empty ledger.
    public static let empty = LedgerHead(seq: 0, hash: String(repeating: "0", count: 64))

    /// The head after one more record.
    ///
    /// The hash is over five lines: the previous hash, the sequence number, the time in seconds since 1970-01-01T00:00Z, the
    /// kind, the body. No field but the last can hold a line end, so that no two records give the same lines.
    func next(knownAt seconds: Int64, kind: String, body: String) -> LedgerHead {
        let seq = seq + 1
        return LedgerHead(seq: seq, hash: ContentHash.hex(of: ["\(hash)\n\(seq)\n\(seconds)\n\(kind)\n", body]))
    }
}

extension LedgerHead: CustomStringConvertible {
    /// `412:9f86d081…`, as notices and `lantian ledger verify` write it.
    public var description: String { "\(seq):\(hash)" }
}
