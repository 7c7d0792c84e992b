/// A warning from its issue to its end.
public struct EpisodeReport: Hashable, Sendable, Codable {
    public var area: Named
    public var start: String
    /// Nil while it goes on.
    public var end: String?
    public var highest: Named?
    /// The level in force; nil after the end.
    public var level: Named?
    /// Decisions that changed the level in force.
    public var decisions: Int
    /// How often its stated end moved; nil: never.
    public var extensions: Int?
    /// Numbers of the papers on which its decisions were signed, as corrected; nil where there is none.
    public var documents: [String]?
    /// The record with its first decision.
    public var record: Int64

    public init(
        area: Named, start: String, end: String?, highest: Named?, level: Named?, decisions: Int, extensions: Int? = nil,
        documents: [String]? = nil, record: Int64
    ) {
        self.area = area
        self.start = start
        self.end = end
        self.highest = highest
        self.level = level
        self.decisions = decisions
        self.extensions = extensions
        self.documents = documents
        self.record = record
    }
}

/// The reply to `Episodes`, newest first.
public struct Episodes: Hashable, Sendable, Codable {
    public var episodes: [EpisodeReport]
    /// For `before` of the next page; nil at the end.
    public var next: Int64?

    public init(episodes: [EpisodeReport], next: Int64?) {
        self.episodes = episodes
        self.next = next
    }
}
