public import AirQuality
import Explanations
import PlanModel
public import Presentation
public import Warnings

/// The consultation sheet (会商单): what those who confer need before an hour of review.
///
/// It is made of the record and looks at it; no decision can read it.
public struct Consultation: Sendable {
    /// Days over which errors of forecasts are taken.
    public static let errorDays = 60
    /// Hours of observations shown.
    public static let observedHours = 72
    /// Days from the sheet's own on whose forecast makes the outlook.
    public static let outlookDays = 7
    /// Issues shown, the last ones.
    public static let issues = 4

    public let record: MomentRecord
    public let air: RecentAir
    /// The last issues, latest first; of each the days from today on.
    public let forecasts: [ForecastRow]
    /// What the rules come to at the hour.
    public let trace: AreaTrace
    /// What would be ordered at each level of the plan if it were in force from now on; empty where the plan gives no orders.
    public let stakes: [OrderStep]
    public let outlook: Outlook
    /// The shell adds what each ordered.
    public var similar: [Likeness]
    /// How many past episodes were compared.
    public let compared: Int

    /// - Parameters:
    ///   - history: Observations and forecasts of the days before, all known at the hour.
    ///   - past: Episodes that had ended by then.
    public init(
        _ record: MomentRecord, trace: AreaTrace, stakes: [OrderStep], history: (HourlySeries, ForecastBatch), past: [PastEpisode]
    ) {
        self.record = record
        self.trace = trace
        self.stakes = stakes
        air = RecentAir(record, hours: Self.observedHours)
        let plan = record.plan
        let today = plan.zone.date(of: record.at)
        let days = ObservedDays(history.0, dates: today + -Self.errorDays...today + -1, plan: plan, endedBy: record.at).days
        let errors = LeadErrors(DailyForecasts(history.1, area: record.area, plan: plan), days, plan)
        let known = DailyForecasts(record.forecasts, area: record.area, plan: plan)
        let ahead = known.dates.filter { $0 >= today }
        let rows = ahead.flatMap { date in
            known.all(of: date).map { value in
                let lead = known.lead(of: value, to: date)
                return ForecastRow(date: date, value: value, lead: lead, errors: errors.errors(at: lead))
            }
        }
        let issues = Set(rows.map(\.value.issued)).sorted(by: >).prefix(Self.issues)
        forecasts = rows.filter { issues.contains($0.value.issued) }
            .sorted { ($1.value.issued, $0.date) < ($0.value.issued, $1.date) }
        outlook = Outlook(
            ahead.filter { $0.days < today.days + Self.outlookDays }.compactMap { date in
                known.all(of: date).last.map { (Int($0.doubled(plan.forecastBound) / 2), $0.primary) }
            })
        compared = past.count
        similar = Likeness.nearest(past, to: outlook)
    }

    /// A page of text.
    public func text(_ style: Style) -> String { TextPage(document: ConsultationDocument(self).document, style: style).text }

    /// One self-contained file.
    public var html: String { HTMLPage(document: ConsultationDocument(self).document).text }

    /// One JSON document in one line.
    public var json: String { ConsultationJSON(self).text }
}
