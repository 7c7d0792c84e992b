public import AirQuality

/// A feed file as it was taken in: what it was, and every value it gave.
public struct FeedRecord: Hashable, Sendable {
    /// The name under which it came.
    public var name: String
    /// SHA-256 of its bytes, 64 hexadecimal digits (``ContentHash``). The same content is recorded once.
    public var digest: String
    /// The format's identifier.
    public var format: String
    public var observations: ObservationBatch
    public var forecasts: ForecastBatch
    public var counts: Counts

    /// What there is to say about the file's rows.
    public struct Counts: Hashable, Sendable, Codable {
        public var rows: Int
        /// Rows left out because of an error.
        public var errors: Int
        /// Remarks on rows that count.
        public var reports: Int
        /// Rows of another hour than the file's.
        public var stale: Int

        public init(rows: Int = 0, errors: Int = 0, reports: Int = 0, stale: Int = 0) {
            self.rows = rows
            self.errors = errors
            self.reports = reports
            self.stale = stale
        }
    }

    public init(
        name: String, digest: String, format: String, observations: ObservationBatch = ObservationBatch(),
        forecasts: ForecastBatch = ForecastBatch(), counts: Counts = Counts()
    ) {
        self.name = name
        self.digest = digest
        self.format = format
        self.observations = observations
        self.forecasts = forecasts
        self.counts = counts
    }
}
