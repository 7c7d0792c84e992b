public import AirQuality

/// An earlier notice, as a later one of the same episode names it.
public struct NoticeReference: Hashable, Sendable, Codable {
    /// The earlier notice's ``Notice/identifier``.
    public var identifier: String
    public var sent: Instant

    public init(identifier: String, sent: Instant) {
        self.identifier = identifier
        self.sent = sent
    }
}
