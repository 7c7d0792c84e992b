public import AirQuality

/// Whether an addressee acknowledged a notice of an episode, and when: fines rest on proof of service.
public struct DeliveryLine: Hashable, Sendable {
    public var notice: String
    public var addressee: String
    /// When the notice was published.
    public var published: Instant
    /// Hours within which it was to be acknowledged.
    public var withinHours: Int
    /// nil: not yet.
    public var acknowledged: Instant?

    public init(notice: String, addressee: String, published: Instant, withinHours: Int, acknowledged: Instant?) {
        self.notice = notice
        self.addressee = addressee
        self.published = published
        self.withinHours = withinHours
        self.acknowledged = acknowledged
    }

    /// Whether it was acknowledged in time; nil while it was not acknowledged at all.
    public var isInTime: Bool? { acknowledged.map { $0.seconds - published.seconds < Int64(withinHours) * 3600 } }
}
