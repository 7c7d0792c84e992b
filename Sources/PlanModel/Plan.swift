public import AirQuality

/// A city's emergency plan after checking: typed, complete, immutable.
public struct Plan: Hashable, Sendable {
    public var name: String
    /// The documents the plan rests on.
    public var basis: [String]
    public var zone: Zone
    public var edition: EditionRule
    /// Lowest first; never empty.
    public var levels: [Level]
    public var areas: [Area]
    /// The pollutants without which an AQI is only a lower bound.
    public var requires: PollutantSet
    /// Hours within which a forecast or expected run of `issue when` starts, where it does not say so itself.
    public var horizon: Int?
    /// Clock hours at which forecasts are read; empty: every hour.
    public var review: [ClockHour]
    public var forecastBound: ForecastBound
    public var forecasts: ForecastRule
    public var days: DayRule
    /// Minutes past the hour after which an instant is sealed with what is there.
    public var waitMinutes: Int
    /// Who acknowledges notices, in the order of the plan.
    public var service: [ServiceRule]
    /// How long files are kept that are no longer needed.
    public var retention: Retention
    /// Hours before the stated end of a warning at which the desk is reminded of it.
    public var remindEndHours: Int
    /// Whom what is ordered at each level.
    public var orders: OrderRules
    /// What the public is advised without any response, in source order.
    public var advice: [Advice]
    /// High values that are made known without any response, in source order.
    public var alerts: [Alert]
    /// Clock hours of the status reports while a warning is in force.
    public var reportHours: [ClockHour]
    /// Whom to ask, on every notice; nil where the plan does not say.
    public var contact: String?
    /// The institutions that make the forecasts, on notices that rest on these.
    public var forecasters: [String]
    /// In the order of the plan.
    public var targets: [IndicatorTarget]

    public init(
        name: String, basis: [String], zone: Zone, edition: EditionRule, levels: [Level], areas: [Area], requires: PollutantSet,
        horizon: Int?, review: [ClockHour], forecastBound: ForecastBound, days: DayRule, waitMinutes: Int,
        service: [ServiceRule] = [], retention: Retention = Retention(), remindEndHours: Int = Plan.defaultRemindEndHours,
        orders: OrderRules = OrderRules(), forecasts: ForecastRule = ForecastRule(), advice: [Advice] = [], alerts: [Alert] = [],
        reportHours: [ClockHour] = Plan.defaultReportHours, contact: String? = nil, forecasters: [String] = [],
        targets: [IndicatorTarget] = []
    ) {
        self.name = name
        self.basis = basis
        self.zone = zone
        self.edition = edition
        self.levels = levels
        self.areas = areas
        self.requires = requires
        self.horizon = horizon
        self.review = review
        self.forecastBound = forecastBound
        self.forecasts = forecasts
        self.days = days
        self.waitMinutes = waitMinutes
        self.service = service
        self.retention = retention
        self.remindEndHours = remindEndHours
        self.orders = orders
        self.advice = advice
        self.alerts = alerts
        self.reportHours = reportHours
        self.contact = contact
        self.forecasters = forecasters
        self.targets = targets
    }

    /// The wait of a plan that states none (semantics §8.10).
    public static let defaultWaitMinutes = 50
    /// Of a plan that states none: long enough to ask the superior office within the same working day or the evening before.
    public static let defaultRemindEndHours = 12

    /// The hours of status reports of a plan that states none (Xuchang 2016: 09:00 and 17:00 daily).
    public static let defaultReportHours = [9, 17].compactMap { ClockHour($0) }
}

/// How a forecast range becomes a number.
public enum ForecastBound: String, Hashable, Sendable, Codable { case upper, middle, lower }

/// Which 24 h blocks a daily condition may read.
public enum DayRule: String, Hashable, Sendable, Codable { case rolling, natural }

extension Plan {
    /// Every test on which levels rest, in source order.
    public var tests: [Test] {
        levels.flatMap { level in level.issue.flatMap { $0.condition.tests } + (level.end?.tests ?? []) }
    }

    /// Every test that the desk evaluates: of levels, then of advice and alerts.
    public var allTests: [Test] { tests + advice.flatMap(\.condition.tests) + alerts.flatMap(\.condition.tests) }

    /// The place of a level in ``levels``.
    public func index(ofLevel id: String) -> Int? { levels.firstIndex { $0.id == id } }
}

extension Condition {
    /// The tests of the condition, in source order.
    public var tests: [Test] {
        switch self {
        case .test(let test): [test]
        case .named(_, let inner), .not(let inner): inner.tests
        case .and(let parts), .or(let parts): parts.flatMap(\.tests)
        }
    }
}
