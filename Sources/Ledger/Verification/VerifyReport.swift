/// What the check of a ledger found.
public struct VerifyReport: Hashable, Sendable {
    /// Why a ledger is not what it should be.
    public enum Fault: Hashable, Sendable {
        /// The file is damaged, in SQLite's words.
        case file(String)
        /// The first record that does not follow from the one before it, or cannot be read.
        case chain(seq: Int64, reason: String)
        /// A head that was named, by a notice say, is not in the chain.
        case head(LedgerHead)
        /// A table, index or trigger is missing, or is not as it was made.
        case schema(String)
        /// The first table and row that differ from what comes out of the records.
        case table(String, row: String, reason: String)
    }

    /// The last record that was good.
    public var head: LedgerHead
    /// Nil where all is as it should be.
    public var fault: Fault?

    public init(head: LedgerHead, fault: Fault? = nil) {
        self.head = head
        self.fault = fault
    }

    public var isIntact: Bool { fault == nil }
}

extension VerifyReport: CustomStringConvertible {
    public var description: String {
        switch fault {
        case nil: "intact: \(head.seq) records, head \(head), all tables come out of them"
        case .file(let reason): "the file is damaged: \(reason)"
        case .chain(let seq, let reason): "record \(seq) breaks the chain: \(reason); good up to \(head)"
        case .head(let missing): "head \(missing) is not in the chain: records were changed or taken away; good up to \(head)"
        case .schema(let name):
            "`\(name)` is missing or not as it was made; the chain is good up to \(head)"
        case .table(let table, let row, let reason):
            "table `\(table)`, row \(row): \(reason); the chain is good up to \(head), `lantian ledger rebuild` makes the tables anew"
        }
    }
}
