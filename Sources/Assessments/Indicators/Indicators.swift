public import AirQuality
public import PlanModel
public import Presentation

/// The indicators of the action plan for a year up to its last ended day, and the ranking of places by month and year.
///
/// They are reports alone: starting, raising or prolonging a response to meet them is forbidden, and no decision can read them.
public struct Indicators: Sendable {
    /// A city, a county or a district by its stations.
    public struct Place: Sendable {
        public var name: String
        /// Area values of the year.
        public var series: HourlySeries

        public init(name: String, series: HourlySeries) {
            self.name = name
            self.series = series
        }
    }

    /// A target of the year beside what a place has reached.
    public struct Reached: Hashable, Sendable {
        public var target: IndicatorTarget
        /// As it is published, in tenths; nil where nothing is known.
        public var value: Int64?

        public var isMet: Bool? { value.map { target.relation.holds($0 * 100, target.threshold) } }
    }

    public struct Line: Hashable, Sendable {
        public var place: String
        public var figures: PeriodFigures
    }

    public struct Month: Hashable, Sendable {
        public var month: Int
        /// Best first.
        public var ranking: [Line]
    }

    public let plan: Plan
    public let year: Int
    public let edition: Edition
    /// Of the year.
    public let targets: [IndicatorTarget]
    /// The last day that counts; nil where none has ended.
    public let last: LocalDate?
    /// In the order in which the places were given.
    public let places: [Line]
    /// Best first: the smallest PM2.5 mean; places without one come last.
    public let ranking: [Line]
    public let months: [Month]

    /// - Parameters:
    ///   - targets: Those of other years do not count.
    ///   - limit: Days that have ended by then count.
    public init(_ places: [Place], plan: Plan, year: Int, edition: Edition, targets: [IndicatorTarget], endedBy limit: HourSlot) {
        self.plan = plan
        self.year = year
        self.edition = edition
        self.targets = targets.filter { $0.year == year }
        let rule = EditionRule.pinned(edition)
        let zone = plan.zone
        func lines(_ dates: ClosedRange<LocalDate>, _ needed: Int) -> [Line] {
            places.map { place in
                Line(
                    place: place.name,
                    figures: PeriodFigures(place.series, dates, plan, rule, endedBy: limit, needed: needed))
            }
        }
        let yesterday = zone.date(of: limit) + -1
        let all = Self.dates(year, 1...12)
        last = all.lowerBound <= yesterday ? min(yesterday, all.upperBound) : nil
        self.places = lines(all, 324)
        ranking = Self.ranked(self.places)
        months = (1...12).compactMap { month in
            let dates = Self.dates(year, month...month)
            guard dates.lowerBound <= yesterday else { return nil }
            return Month(month: month, ranking: Self.ranked(lines(dates, month == 2 ? 25 : 27)))
        }
    }

    /// What a place has reached of each target.
    public func reached(_ figures: PeriodFigures) -> [Reached] {
        targets.map { target in
            let value =
                switch target.quantity {
                case .pm25: figures.pm25
                case .goodDays: figures.goodShare
                case .heavyDays: figures.heavyShare
                }
            return Reached(target: target, value: value)
        }
    }

    /// The dates of months of a year.
    static func dates(_ year: Int, _ months: ClosedRange<Int>) -> ClosedRange<LocalDate> {
        let first = LocalDate(year: year, month: months.lowerBound, day: 1) ?? LocalDate(days: 0)
        let next =
            months.upperBound == 12
            ? LocalDate(year: year + 1, month: 1, day: 1) : LocalDate(year: year, month: months.upperBound + 1, day: 1)
        return first...max(first, (next ?? first + 31) + -1)
    }

    /// The slots of a year in a zone.
    public static func slots(of year: Int, _ zone: Zone) -> Range<Int> {
        let dates = dates(year, 1...12)
        return zone.midnight(of: dates.lowerBound).hours..<zone.midnight(of: dates.upperBound + 1).hours
    }

    private static func ranked(_ lines: [Line]) -> [Line] {
        lines.enumerated().sorted {
            ($0.element.figures.pm25 ?? .max, $0.offset) < ($1.element.figures.pm25 ?? .max, $1.offset)
        }.map(\.element)
    }

    /// A page of text.
    public func text(_ style: Style) -> String { TextPage(document: IndicatorsDocument(self).document, style: style).text }

    /// One self-contained file.
    public var html: String { HTMLPage(document: IndicatorsDocument(self).document).text }

    /// One JSON document in one line.
    public var json: String { IndicatorsJSON(self).text }
}
