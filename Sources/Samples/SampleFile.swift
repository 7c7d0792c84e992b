public import AirQuality

/// A feed file of a sample episode, and when it comes.
public struct SampleFile: Hashable, Sendable {
    /// When the file is complete in the inbox.
    public let arrival: Instant
    /// A file name without folder, unique within the episode.
    public let name: String
    /// The content, in the plain layout (`docs/feeds.md`).
    public let bytes: [UInt8]

    init(arrival: Instant, name: String, text: String) {
        self.arrival = arrival
        self.name = name
        bytes = Array(text.utf8)
    }
}
