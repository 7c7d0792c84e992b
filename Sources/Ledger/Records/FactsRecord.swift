public import Lists

/// A file of dated facts as it was taken in: every fact that counts, in the order of the file.
public struct FactsRecord: Hashable, Sendable {
    /// The name under which it came.
    public var name: String
    /// SHA-256 of its bytes, 64 hexadecimal digits (``ContentHash``). The same content is recorded once.
    public var digest: String
    public var facts: [Fact]
    public var counts: FeedRecord.Counts

    /// What `files_seen` calls the format.
    public static let format = "facts"

    public init(name: String, digest: String, facts: [Fact], counts: FeedRecord.Counts = FeedRecord.Counts()) {
        self.name = name
        self.digest = digest
        self.facts = facts
        self.counts = counts
    }
}
