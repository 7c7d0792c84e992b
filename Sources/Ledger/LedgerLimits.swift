/// Bounds of the ledger.
public enum LedgerLimits {
    /// The largest body of one record; SQLite's own bound is 1,000,000,000 bytes.
    public static let bodyBytes = 512 << 20
    /// The longest id of a notice.
    public static let noticeBytes = 200
    /// Records and bytes that a walk through the records holds at a time.
    static let walkRecords = 256
    static let walkBytes = 4 << 20
}
