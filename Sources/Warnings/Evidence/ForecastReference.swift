public import AirQuality

/// The forecast that a value comes from.
public enum ForecastReference: Hashable, Sendable, Codable {
    /// As it was issued, and when it became known where the feed says so; the source is empty where the feed names none.
    case issued(source: String, at: Instant, received: Instant?)
    /// A consultation result (会商意见): who took responsibility for it, why, and when it was recorded.
    case opinion(author: String, because: String, at: Instant)

    /// When it was issued, or recorded.
    public var at: Instant {
        switch self {
        case .issued(_, let at, _), .opinion(_, _, let at): at
        }
    }
}
