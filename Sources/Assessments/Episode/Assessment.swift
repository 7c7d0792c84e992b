public import AirQuality
import Backtests
import Desk
public import PlanModel
import Plots
public import Warnings

/// The assessment of an episode (大气污染防治法 Art. 96): what was warned of, what came, what was ordered, and what was missing.
///
/// It is made of the record and looks back; no decision can read it.
public struct Assessment: Sendable {
    /// A natural day with what was said of it before.
    public struct DayComparison: Hashable, Sendable {
        public var observed: ObservedDays.Day
        /// The forecasts issued last among those known 0, 24 and 48 h before the day began.
        public var forecasts: [DailyForecasts.Value?]
    }

    /// Hours of a level.
    public struct LevelHours: Hashable, Sendable {
        public var level: String
        public var warning: Int
        public var response: Int
    }

    /// Orders while they were in force.
    public struct OrderSpan: Sendable {
        public var step: OrderStep
        /// Hours of response under them within the episode.
        public var hours: Int
    }

    /// How many leads days are compared at.
    public static let leads = 3

    public let record: EpisodeRecord
    public let episode: Episode
    public let events: [EpisodeEvent]
    public let leadTimes: [LeadTime]
    public let hours: [LevelHours]
    public let days: [DayComparison]
    /// By lead: issued before the day, a day before that, two.
    public let errors: [ForecastErrors]
    public let orders: [OrderSpan]
    public let gaps: DataGaps
    /// The picture of the episode; an SVG element without a head.
    public let picture: String?

    public var plan: Plan { record.plan }
    public var area: Area { record.area }
    public var start: HourSlot { episode.start }
    /// The end of the warning, or the instant up to which it is looked at.
    public var end: HourSlot { episode.end ?? record.until }

    /// - Parameter withPicture: Whether the plot is drawn.
    /// - Returns: nil where the decisions do not begin with the issue of a warning.
    public init?(_ record: EpisodeRecord, withPicture: Bool = true) {
        let decisions = record.decisions.map(\.decision)
        guard let episode = Episode.episodes(of: decisions).first else { return nil }
        let plan = record.plan
        let zone = plan.zone
        let slots = EpisodeRecord.slots(from: episode.start, until: record.until, zone)
        let series = record.observations.areaSeries(record.area, slots)
        let end = episode.end ?? record.until
        self.record = record
        self.episode = episode
        events = EpisodeEvent.events(of: record)
        let counted = episode.hours(until: end)
        hours = plan.levels.map(\.id).map { level in
            LevelHours(
                level: level, warning: counted.warning.first { $0.level == level }?.hours ?? 0,
                response: counted.response.first { $0.level == level }?.hours ?? 0)
        }.filter { $0.warning > 0 || $0.response > 0 }
        let onset = ObservedOnset(series, plan)
        leadTimes = record.decisions.filter { $0.decision.isUp }.map { decided in
            let level = plan.levels.first { $0.id == decided.decision.to }
            return LeadTime(
                level: decided.decision.to ?? Decision.none, published: decided.knownAt, response: decided.decision.response,
                forecastOnset: decided.decision.evidence.compactMap(\.onset).min(),
                observedOnset: level.flatMap { onset.onset(of: $0, from: episode.start - 24, until: end) })
        }
        let dates = zone.date(of: episode.start)...max(zone.date(of: episode.start), zone.date(of: end - 1))
        let observed = ObservedDays(series, dates: dates, plan: plan, endedBy: record.until + 24)
        let forecasts = DailyForecasts(record.forecasts, area: record.area, plan: plan)
        var errors = [ForecastErrors](repeating: ForecastErrors(), count: Self.leads)
        days = observed.days.map { day in
            let midnight = zone.midnight(of: day.date)
            let said = (0..<Self.leads).map { forecasts.value(of: day.date, knownBefore: (midnight - 24 * $0).start) }
            for (lead, value) in said.enumerated() {
                guard let value, let aqi = day.aqi else { continue }
                errors[lead].add(doubled: value.doubled(plan.forecastBound), observed: aqi)
            }
            return DayComparison(observed: day, forecasts: said)
        }
        self.errors = errors
        orders = Self.spans(record.orders, episode, until: end)
        let responded = max(episode.start.hours, slots.lowerBound)..<max(end.hours, episode.start.hours)
        gaps = DataGaps(
            responded, area: record.area, requires: plan.requires, observations: record.observations, series: series,
            notEvaluated: record.notEvaluated, silences: record.silences, corrections: record.corrections)
        picture = withPicture ? Self.picture(record, decisions, from: episode.start, until: end) : nil
    }

    private static func picture(
        _ record: EpisodeRecord, _ decisions: [Decision], from start: HourSlot, until end: HourSlot
    ) -> String? {
        let zone = record.plan.zone
        let plot = RecordPicture.plot(
            [PlanRun(plan: record.plan, decisions: decisions, last: max(end, start + 1))], area: record.area,
            observations: record.observations, forecast: .issued([record.forecasts]), events: nil,
            from: zone.midnight(of: zone.date(of: start) + -1))
        guard let svg = plot?.svg else { return nil }
        // HTML holds the element, not its XML declaration.
        return svg.firstIndex(of: "\n").map { String(svg[svg.index(after: $0)...]) } ?? svg
    }

    /// Orders hold from their start until those of the next notice do, and none beyond the end of the warning.
    private static func spans(_ steps: [OrderStep], _ episode: Episode, until end: HourSlot) -> [OrderSpan] {
        steps.enumerated().map { index, step in
            let next = steps.dropFirst(index + 1).map(\.start).min() ?? end
            return OrderSpan(step: step, hours: step.level == nil ? 0 : max(0, min(next, end) - step.start))
        }
    }
}

extension Assessment.OrderSpan {
    /// The reduction over the hours, in mg, for a day's reduction in mg/d.
    func total(_ milligrams: Int64) -> Int64 { Int64(clamping: Int128(milligrams) * Int128(hours) / 24) }
}
