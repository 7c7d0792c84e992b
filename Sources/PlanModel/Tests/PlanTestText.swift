public import AirQuality

// The canonical English text of tests, as `prove --write-test` writes them: read again it is the same test.

extension PlanTest {
    /// The declaration, with a line break at its end.
    public func text(zone: Zone) -> String {
        var lines = ["test \(Self.quoted(name)) {"]
        if let area { lines.append("    in \(Self.word(area))") }
        lines += givens.map { "    given \($0.text(zone))" }
        lines += expectations.map { "    at \(Self.text($0.at.start, zone)) expect \($0.outcome.text)" }
        return lines.joined(separator: "\n") + "\n}\n"
    }

    static func quoted(_ text: String) -> String {
        var quoted = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": quoted += "\\\""
            case "\\": quoted += "\\\\"
            case "\n": quoted += "\\n"
            default: quoted.unicodeScalars.append(scalar)
            }
        }
        return quoted + "\""
    }

    /// A name as a word where it can only be read as one, else in quotes.
    static func word(_ name: String) -> String {
        let isWord =
            !name.isEmpty
            && name.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x41...0x5A).contains($0 & 0xDF) || $0 == 0x5F }
        return isWord && !wordsOfOutcomes.contains(name) ? name : quoted(name)
    }

    /// What else may stand where a level does, or where the next clause begins.
    private static let wordsOfOutcomes: Set = [
        "none", "no", "issue", "escalate", "downgrade", "lift", "cancel", "because", "enterprise", "site", "to", "at", "given",
        "in", "alert", "advice",
    ]

    /// `2024-12-09T20:00`
    static func text(_ instant: Instant, _ zone: Zone) -> String { String(zone.localText(instant).dropLast(3)) }
}

extension PlanTest.Given {
    func text(_ zone: Zone) -> String {
        switch self {
        case .series(let series): series.text(zone)
        case .days(let days): days.text(zone)
        case .row(let row): row.text
        case .warning(let level, let since):
            "warning \(PlanTest.word(level))" + (since.map { " since \(PlanTest.text($0.start, zone))" } ?? "")
        }
    }
}

extension GivenSeries {
    func text(_ zone: Zone) -> String {
        var text = source.rawValue
        if let station { text += " at \(PlanTest.quoted(station))" }
        text += " hourly \(quantity.name) "
        text += parts.map { part in
            switch part {
            case .value(let value, let hours): "\(number(value))\(unit) for \(hours)h"
            case .ramp(let first, let last, let hours): "\(number(first)) to \(number(last))\(unit) for \(hours)h"
            case .missing(let hours): "missing for \(hours)h"
            }
        }.joined(separator: ", ")
        if !ledBy.isEmpty { text += " led by " + ledBy.map(\.name).joined(separator: ", ") }
        text += " from \(PlanTest.text(from.start, zone))"
        if let issued { text += " issued \(PlanTest.text(issued, zone))" }
        return text
    }

    private func number(_ value: Int64) -> String { Comparison.text(thousandths: value) }

    private var unit: String {
        if case .concentration(let pollutant) = quantity { " \(pollutant.unit.rawValue)" } else { "" }
    }
}

extension GivenDays {
    func text(_ zone: Zone) -> String {
        var text = "forecast daily AQI "
        text += days.map { day in
            guard let day else { return "missing" }
            return day.low == day.high ? "\(day.low)" : "\(day.low) to \(day.high)"
        }.joined(separator: ", ")
        if !primary.isEmpty { text += " led by " + primary.members.map(\.name).joined(separator: ", ") }
        text += " from \(from)"
        if let issued { text += " issued \(PlanTest.text(issued, zone))" }
        return text
    }
}

extension PlanTest.Outcome {
    /// As a test writes it behind `expect`.
    public var text: String {
        switch self {
        case .level(let level): return level.map { PlanTest.word($0) } ?? "none"
        case .noDecision: return "no decision"
        case .order(let subject, let name, let action): return "\(subject.rawValue) \(PlanTest.quoted(name)) \(action.text)"
        case .alert(let id, let station, let isExpected):
            return (isExpected ? "" : "no ") + "alert \(PlanTest.word(id))"
                + (station.map { " at station \(PlanTest.quoted($0))" } ?? "")
        case .advice(let id, let isExpected): return (isExpected ? "" : "no ") + "advice \(PlanTest.word(id))"
        case .decision(let kind, let level, let label):
            var parts: [String] = []
            if let kind { parts.append(kind) }
            if let level { parts.append((kind == "issue" ? "" : "to ") + PlanTest.word(level)) }
            if let label { parts.append("because [\(label)]") }
            return parts.joined(separator: " ")
        }
    }
}
