import AirQuality
import PlanModel

extension Plan {
    /// The plan in the plan language; lets are written out, and `starting within` where a horizon gave it.
    var languageText: String {
        var lines = ["plan \"\(name)\" {", "    basis \"kept\"", "    zone \"\(zone.name)\"", "    aqi \(edition.languageText)"]
        lines.append("    levels " + levels.map(\.id).joined(separator: " < "))
        lines.append("    requires " + requires.members.map(\.name).joined(separator: ", "))
        if !review.isEmpty { lines.append("    review at " + review.map { "\($0)" }.joined(separator: ", ")) }
        lines.append("    forecast bound \(forecastBound.rawValue)")
        if !forecasts.sources.isEmpty {
            let combined = forecasts.combination == .preference ? "" : " combined by \(forecasts.combination.rawValue)"
            lines.append("    forecast from " + forecasts.sources.map { "\"\($0)\"" }.joined(separator: ", ") + combined)
        }
        if let age = forecasts.maximumAge { lines.append("    forecast at most \(age)h old") }
        lines += ["    days \(days.rawValue)", "}"]
        for area in areas {
            var stations = ""
            if !area.stations.isEmpty { stations = "stations " + area.stations.joined(separator: ", ") }
            if let least = area.atLeast { stations += " at least \(least)" }
            lines.append("area \(area.id) \"\(area.name)\"" + (area.code.map { " code \($0)" } ?? "") + " { \(stations) }")
        }
        // Stations of which only tests speak must be those of some area.
        let others = Set(tests.compactMap(\.station)).subtracting(areas.flatMap(\.stations)).sorted()
        if !others.isEmpty { lines.append("area others \"others\" { stations \(others.joined(separator: ", ")) }") }
        for level in levels {
            lines.append("level \(level.id) \"\(level.name)\" {")
            for clause in level.issue {
                lines.append("    issue \(clause.label.map { "[\($0)] " } ?? "")when \(clause.condition.expandedText)")
            }
            if let end = level.end { lines.append("    end when \(end.expandedText)") }
            lines.append("    approve automatically")
            if let text = level.responseStart.languageText { lines.append("    \(text)") }
            lines.append("    cites \"kept\"\n}")
        }
        return lines.joined(separator: "\n")
    }
}

extension EditionRule {
    fileprivate var languageText: String {
        switch self {
        case .byDate: "HJ633"
        case .pinned(.edition2012): "HJ633-2012"
        case .pinned(.edition2026): "HJ633-2026"
        }
    }
}

extension ResponseStart {
    fileprivate var languageText: String? {
        func list(_ clocks: [ClockHour]) -> String { clocks.map { "\($0)" }.joined(separator: ", ") }
        return switch self {
        case .immediately: nil
        case .atNext(let clocks): "respond at next \(list(clocks))"
        case .after(let hours): "respond after \(hours)h"
        case .beforeOnset(let hours, let clocks): "respond \(hours)h before onset" + (clocks.isEmpty ? "" : " on \(list(clocks))")
        }
    }
}
