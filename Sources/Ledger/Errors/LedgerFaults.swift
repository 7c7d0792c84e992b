/// A seam through which tests and the simulator let writes fail.
public struct LedgerFaults: Sendable {
    /// Where in an append.
    public enum Point: Hashable, Sendable {
        /// Before the record of this sequence number is written.
        case beforeRecord(Int64)
        /// All is written, nothing is committed yet.
        case beforeCommit
    }

    /// Throws to let the append fail; the transaction is rolled back and the error is passed on as it is.
    public var reached: @Sendable (Point) throws -> Void

    public init(_ reached: @escaping @Sendable (Point) throws -> Void) { self.reached = reached }

    public static let none = LedgerFaults { _ in }
}
