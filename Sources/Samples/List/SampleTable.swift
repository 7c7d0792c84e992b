/// A table of a sample list, as it lies in a plan folder.
public struct SampleTable: Hashable, Sendable {
    /// A file name without folder.
    public let name: String
    /// UTF-8 without a byte order mark, each line ended by a line feed.
    public let bytes: [UInt8]
}
