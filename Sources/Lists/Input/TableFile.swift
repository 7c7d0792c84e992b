/// A table of the plan folder: its name within the folder, and its bytes.
public struct TableFile: Hashable, Sendable {
    public var name: String
    public var bytes: [UInt8]

    public init(name: String, bytes: [UInt8]) {
        self.name = name
        self.bytes = bytes
    }

    /// The largest table, in bytes: a list of a million enterprises has less.
    public static let limit = 256 << 20
}
