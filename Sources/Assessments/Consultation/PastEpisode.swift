public import AirQuality
public import Warnings

/// An episode of before, with what was done in it.
public struct PastEpisode: Sendable {
    /// The id of the notice that issued it.
    public var id: String
    public var start: HourSlot
    public var end: HourSlot
    /// Its natural days as they were observed.
    public var outlook: Outlook
    public var warning: [Episode.Span]
    public var response: [Episode.Span]
    /// What was first ordered at its highest level; nil where that is not known.
    public var orders: OrderStep?

    /// - Returns: nil where it is not over.
    public init?(_ record: EpisodeRecord) {
        guard let assessment = Assessment(record, withPicture: false), let end = assessment.episode.end else { return nil }
        id = record.decisions.first?.notice ?? ""
        start = assessment.start
        self.end = end
        outlook = Outlook(assessment.days.compactMap { day in day.observed.aqi.map { ($0, day.observed.primary) } })
        (warning, response) = assessment.episode.hours(until: end)
        orders = nil
    }
}

/// A past episode with how unlike the present outlook it is.
public struct Likeness: Sendable {
    public var episode: PastEpisode
    /// Tenths of a point; 0 is alike.
    public var distance: Int

    /// The most similar ones first; of equal ones the later.
    public static func nearest(_ episodes: [PastEpisode], to outlook: Outlook, count: Int = 3) -> [Likeness] {
        episodes.compactMap { episode in
            outlook.distance(to: episode.outlook).map { Likeness(episode: episode, distance: $0) }
        }
        .sorted { ($0.distance, $1.episode.start) < ($1.distance, $0.episode.start) }
        .prefix(count).map { $0 }
    }
}
