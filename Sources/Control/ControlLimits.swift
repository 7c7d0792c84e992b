/// Bounds of the control socket.
public enum ControlLimits {
    /// Bytes of a request, its line end not counted.
    public static let requestBytes = 64 << 10
    /// Bytes of a reply, its line end not counted.
    public static let replyBytes = 2 << 20
    /// How deep a request may nest.
    public static let depth = 8
    /// Rows of a reply that lists what is on record, and how many where a request states none.
    public static let rows = 500
    public static let defaultRows = 50
    /// Bytes of records that one reply exports; a longer record is not exported here.
    public static let exportBytes = 1 << 20
}
