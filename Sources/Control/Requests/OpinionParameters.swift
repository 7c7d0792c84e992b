/// A consultation result (会商意见) on days to come, as it is entered.
public struct OpinionText: Hashable, Sendable, Parameters {
    /// What is said of a day.
    public struct Day: Hashable, Sendable, Codable {
        /// A local date such as `2024-12-10`.
        public var date: String
        public var low: Int
        public var high: Int
        /// `AQI` or `PM2.5`, the 24 h mean in µg/m³; nil: `AQI`.
        public var quantity: String?
        /// Primary pollutants; nil: nothing is said of them.
        public var primary: [String]?

        public init(date: String, low: Int, high: Int, quantity: String? = nil, primary: [String]? = nil) {
            self.date = date
            self.low = low
            self.high = high
            self.quantity = quantity
            self.primary = primary
        }

        enum CodingKeys: String, CodingKey, CaseIterable { case date, low, high, quantity, primary }
    }

    /// Nil where the plan has one area.
    public var area: String?
    public var days: [Day]
    public var because: String
    public var signedBy: String
    public var post: String?
    public var document: String?
    /// `paper` or `telephone`.
    public var channel: String

    public init(
        area: String?, days: [Day], because: String, signedBy: String, post: String?, document: String?, channel: String
    ) {
        self.area = area
        self.days = days
        self.because = because
        self.signedBy = signedBy
        self.post = post
        self.document = document
        self.channel = channel
    }

    enum CodingKeys: String, CodingKey, CaseIterable { case area, days, because, signedBy, post, document, channel }

    static let elements = ["days": Day.CodingKeys.allCases.map(\.stringValue)]
}

/// What consultation results say of days no longer stands.
public struct Retraction: Hashable, Sendable, Parameters {
    /// Nil where the plan has one area.
    public var area: String?
    /// Local dates such as `2024-12-10`.
    public var days: [String]
    public var reason: String

    public init(area: String?, days: [String], reason: String) {
        self.area = area
        self.days = days
        self.reason = reason
    }

    enum CodingKeys: String, CodingKey, CaseIterable { case area, days, reason }
}
