public import AirQuality
import Desk
import Orders
import PlanModel
public import Presentation
import Warnings

/// The report of an hour in an episode (日报): level, last 24 h, forecast, orders in force, gaps, and what is due.
///
/// It is made of the record and looks at it; no decision can read it.
public struct StatusReport: Sendable {
    /// The forecast of a day that counted.
    public struct Day: Hashable, Sendable {
        public var date: LocalDate
        public var value: DailyForecasts.Value
    }

    public let record: MomentRecord
    public let air: RecentAir
    /// Today and the days after it of which anything was forecast.
    public let days: [Day]
    public let reminders: [Reminder]

    /// Hours within which what is due is reminded of.
    public static let reminderHours = 24

    public init(_ record: MomentRecord) {
        self.record = record
        air = RecentAir(record, hours: 24)
        let forecasts = DailyForecasts(record.forecasts, area: record.area, plan: record.plan)
        let today = record.plan.zone.date(of: record.at)
        days = forecasts.dates.filter { $0 >= today }.compactMap { date in
            forecasts.all(of: date).last.map { Day(date: date, value: $0) }
        }
        reminders = Reminder.reminders(of: record)
    }

    /// A page of text.
    public func text(_ style: Style) -> String { TextPage(document: StatusDocument(self).document, style: style).text }

    /// One self-contained file.
    public var html: String { HTMLPage(document: StatusDocument(self).document).text }

    /// One JSON document in one line.
    public var json: String { StatusJSON(self).text }
}
