/// What a year's indicator is to come to (action plan 一(二)): shown beside what is reached, and read by no decision.
public struct IndicatorTarget: Hashable, Sendable {
    public enum Quantity: String, Hashable, Sendable, CaseIterable {
        /// The mean of the daily means in µg/m³.
        case pm25 = "PM2.5"
        /// Days with an AQI of at most 100, in percent.
        case goodDays = "good days"
        /// Days with an AQI above 200, in percent.
        case heavyDays = "heavy days"

        /// Whether less is better.
        public var isUpperLimit: Bool { self != .goodDays }
    }

    public var quantity: Quantity
    public var relation: Relation
    /// In thousandths of µg/m³, or of a percent.
    public var threshold: Int64
    public var year: Int

    public init(quantity: Quantity, relation: Relation, threshold: Int64, year: Int) {
        self.quantity = quantity
        self.relation = relation
        self.threshold = threshold
        self.year = year
    }
}
