import AirQuality
public import PlanModel
public import Presentation
import Warnings

/// A score for people: one line a level, then every event.
public struct ScoreText {
    private let score: WarningScore
    private let plan: Plan
    private let style: Style

    public init(_ score: WarningScore, plan: Plan, style: Style) {
        self.score = score
        self.plan = plan
        self.style = style
    }

    public var text: String {
        var table = TextTable([.left] + Array(repeating: .right, count: 13))
        table.add([
            "at least", "events", "hits", "misses", "false", "POD", "FAR", "CSI", "lead h", "hours: hits", "misses", "false",
            "POD", "FAR",
        ])
        for level in score.levels {
            let (counts, hours) = (level.counts, level.hours)
            table.add([
                name(level.level), String(level.events.count), String(counts.hits), String(counts.misses),
                String(counts.falseAlarms),
                counts.pod.description, counts.far.description, counts.csi.description, leads(level), String(hours.hits),
                String(hours.misses), String(hours.falseAlarms), hours.pod.description, hours.far.description,
            ])
        }
        var text = "\n" + table.text
        text += "lead h: median (least to most) of the hits; above 0 the plan was earlier\n"
        if score.outside > 0 { text += "\(score.outside) real warnings lie outside the replay and do not count\n" }
        return text + events
    }

    private func name(_ id: String) -> String { plan.levels.first { $0.id == id }?.name ?? id }

    private func leads(_ level: LevelScore) -> String {
        guard let median = level.medianText, let least = level.leads.first, let most = level.leads.last else { return "—" }
        return "\(median.hasPrefix("-") || median == "0" ? "" : "+")\(median) (\(signed(least)) to \(signed(most)))"
    }

    private func signed(_ hours: Int) -> String { hours > 0 ? "+\(hours)" : String(hours) }

    /// Every event and false alarm of a level.
    private var events: String {
        var text = ""
        for level in score.levels where !level.events.isEmpty || !level.falseAlarms.isEmpty {
            var rows: [(time: Int64, cells: [String], kind: Int)] = []
            for event in level.events {
                let verdict = event.lead.map { $0 < 0 ? "hit, \(-$0) h late" : "hit, \($0) h ahead" } ?? "miss"
                rows.append(
                    (
                        event.from.seconds, [time(event.from), event.to.map(time) ?? "open", area(event.area), verdict],
                        event.lead == nil ? 1 : 0
                    ))
            }
            for alarm in level.falseAlarms {
                rows.append(
                    (
                        alarm.slots.lowerBound.start.seconds,
                        [
                            time(alarm.slots.lowerBound.start), time(alarm.slots.upperBound.start), area(alarm.area),
                            "false alarm",
                        ], 2
                    ))
            }
            rows.sort { $0.time < $1.time }
            var table = TextTable([.left, .left, .left, .left])
            for row in rows { table.add(row.cells) }
            text += "\n" + style.bold("\(name(level.level)) or higher") + "\n"
            for (line, row) in zip(table.text.split(separator: "\n"), rows) {
                text +=
                    (row.kind == 0
                        ? style.green(String(line)) : row.kind == 1 ? style.red(String(line)) : style.yellow(String(line))) + "\n"
            }
        }
        return text
    }

    private func area(_ id: String) -> String { plan.areas.first { $0.id == id }?.name ?? id }

    /// `2016-12-16 20:00`
    private func time(_ instant: Instant) -> String {
        String(plan.zone.localText(instant).prefix(16).map { $0 == "T" ? " " : $0 })
    }
}
