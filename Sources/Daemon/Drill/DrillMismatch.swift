import Ledger

/// A drill on a real ledger, or real work on that of a drill.
struct DrillMismatch: Error, CustomStringConvertible {
    private let path: String
    private let isDrill: Bool

    /// Nil where all is as it should be.
    init?(_ ledger: Ledger, isDrill: Bool) throws {
        let isOfDrill = try ledger.drill() != nil
        guard isDrill ? !isOfDrill && ledger.head != .empty : isOfDrill else { return nil }
        path = ledger.path
        self.isDrill = isDrill
    }

    var description: String {
        isDrill
            ? "\(path) is a real ledger: give the drill a --state of its own"
            : "\(path) is of a drill (演练): give the service the --state of its own real ledger"
    }
}
