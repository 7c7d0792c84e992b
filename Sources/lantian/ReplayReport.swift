import AirQuality
import Desk
import Glibc
import PlanModel
import Presentation
import Warnings

/// A replay for people: the timeline, and each episode with its hours and peaks.
struct ReplayReport {
    let plan: Plan
    let decisions: [Decision]
    let desk: Desk
    /// The last instant replayed.
    let last: HourSlot

    var text: String {
        guard !decisions.isEmpty else { return "no decision up to \(plan.zone.shortText(last))\n" }
        return timeline + "\n" + episodes
    }

    private var timeline: String {
        var table = TextTable([.left, .left, .left, .left, .left])
        for decision in decisions {
            table.add([
                plan.zone.shortText(decision.at), name(ofArea: decision.area), decision.kind.rawValue,
                "\(name(ofLevel: decision.from)) → \(name(ofLevel: decision.to))",
                decision.evidence.map { $0.summary(in: plan.zone) }.joined(separator: "; "),
            ])
        }
        return table.text
    }

    private var episodes: String {
        let episodes = Episode.episodes(of: decisions)
        var table = TextTable([.left, .left, .left, .left, .left, .right, .right])
        table.add(["episode", "end", "area", "hours of warning", "hours of response", "peak AQI 24 h", "peak PM2.5 1 h µg/m³"])
        for episode in episodes {
            let (warning, response) = episode.hours(until: last)
            let peak = peaks(of: episode)
            table.add([
                plan.zone.shortText(episode.start), episode.end.map(plan.zone.shortText) ?? "in force",
                name(ofArea: episode.area),
                spans(warning), spans(response), peak.day ?? "—", peak.hour ?? "—",
            ])
        }
        let again = zip(episodes, episodes.dropFirst()).count { before, next in
            before.area == next.area && before.end.map { next.start - $0 < 36 } ?? false
        }
        return table.text
            + "\n\(episodes.count) episodes, \(decisions.count) decisions; \(again) re-issued within 36 h of a lift\n"
    }

    private func spans(_ spans: [Episode.Span]) -> String {
        spans.isEmpty ? "—" : spans.map { "\(name(ofLevel: $0.level)) \($0.hours)" }.joined(separator: ", ")
    }

    /// The largest AQI of a block and the largest hourly PM2.5 of an episode, as far as they are known.
    private func peaks(of episode: Episode) -> (day: String?, hour: String?) {
        guard let area = plan.areas.first(where: { $0.id == episode.area }) else { return (nil, nil) }
        let slots = episode.start.hours..<(episode.end ?? last).hours
        guard !slots.isEmpty else { return (nil, nil) }
        let series = desk.observations.areaSeries(area, slots)
        let calculator = IndexCalculator(rule: plan.edition, zone: plan.zone, requires: plan.requires)
        let day = slots.filter { $0 + 24 <= slots.upperBound }.compactMap { calculator.daily(series, from: $0).published }.max()
        let hour = slots.map { ReportedValue.hourly(series.value(.pm25, at: $0), of: .pm25) }.max()
        return (day.map(String.init), hour.flatMap { ReportedValue.text($0, of: .pm25) })
    }

    private func name(ofArea id: String) -> String { plan.areas.first { $0.id == id }?.name ?? id }

    private func name(ofLevel id: String?) -> String {
        guard let id else { return Decision.none }
        return plan.levels.first { $0.id == id }?.name ?? id
    }
}
