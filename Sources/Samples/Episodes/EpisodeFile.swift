public import AirQuality

/// An episode as one file of text: what comes in when, and which hours are evaluated.
///
/// ```
/// lantian-episode 1
/// title 许昌市 2026-01-09 — 2026-01-20
/// evaluate 2026-01-09T01:00:00Z 2026-01-21T00:00:00Z
/// file 2026-01-09T01:18:00Z 388 observations-20260109T00.csv
/// …388 bytes, then a line end
/// ```
///
/// The files follow one another in the order in which they come in. The same episode gives the same bytes.
public struct EpisodeFile: Hashable, Sendable {
    public struct Arrival: Hashable, Sendable {
        public var at: Instant
        /// A file name without folder.
        public var name: String
        public var bytes: [UInt8]

        public init(at: Instant, name: String, bytes: [UInt8]) {
            self.at = at
            self.name = name
            self.bytes = bytes
        }
    }

    /// One line.
    public var title: String
    /// The instants to evaluate.
    public var instants: ClosedRange<HourSlot>
    public var arrivals: [Arrival]

    /// Bytes of a file; a year of a city has some 30 MB.
    public static let limit = 256 << 20
    /// Ten years.
    static let maximumHours = 87_700
    static let maximumFiles = 500_000

    static let mark = "lantian-episode 1"

    public init(title: String, instants: ClosedRange<HourSlot>, arrivals: [Arrival]) {
        self.title = title
        self.instants = instants
        self.arrivals = arrivals.sorted { ($0.at, $0.name) < ($1.at, $1.name) }
    }

    public init(_ sample: SampleEpisode) {
        self.init(
            title: sample.title, instants: sample.instants,
            arrivals: sample.files.map { Arrival(at: $0.arrival, name: $0.name, bytes: $0.bytes) })
    }

    public var bytes: [UInt8] {
        let title = String(title.map { $0.isNewline ? " " : $0 })
        var bytes = Array(
            "\(Self.mark)\ntitle \(title)\nevaluate \(Self.text(instants.lowerBound.start)) \(Self.text(instants.upperBound.start))\n"
                .utf8)
        for arrival in arrivals {
            bytes += Array("file \(Self.text(arrival.at)) \(arrival.bytes.count) \(arrival.name)\n".utf8)
            bytes += arrival.bytes
            bytes.append(UInt8(ascii: "\n"))
        }
        return bytes
    }

    private static func text(_ instant: Instant) -> String { Zone.utc.localText(instant) + "Z" }

    /// Whether bytes are meant to be an episode.
    public static func isEpisode(_ bytes: some Sequence<UInt8>) -> Bool { bytes.starts(with: mark.utf8) }
}
