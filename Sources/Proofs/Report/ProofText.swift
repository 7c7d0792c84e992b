public import AirQuality
import PlanModel
public import Presentation
import Warnings

/// A report for people.
public struct ProofText: Sendable {
    private let style: Style
    private let zone: Zone
    /// Where in the plan folder a subject stands; nil where that is not known.
    private let place: @Sendable (ProofAnswer.Subject) -> (file: String, line: Int)?

    /// What every answer assumes.
    static let assumptions = "forecasts come true and no data is missing"

    public init(zone: Zone, style: Style, place: @escaping @Sendable (ProofAnswer.Subject) -> (file: String, line: Int)?) {
        self.zone = zone
        self.style = style
        self.place = place
    }

    /// The answers, findings with their witness.
    public func text(_ report: ProofReport) -> String {
        var text = header(report)
        for answer in report.answers where answer.basis == .rules { text += self.text(answer) }
        guard let list = report.list else { return text }
        text += "\n" + self.text(list)
        for answer in report.answers where answer.basis == .list { text += self.text(answer) }
        return text
    }

    /// Which list the answers below it rest on.
    private func text(_ list: ListScope) -> String {
        let tables = list.tables.map { "\($0.file) \($0.rows) rows" }.joined(separator: ", ")
        let days =
            list.changes.map {
                "\(list.asked) of \(list.spans) spans of days, between which nothing changes: until \($0.lowerBound + -1) … from \($0.upperBound)"
            } ?? "the same on every day"
        return "\(style.bold("by the list of this version"))\nasked: \(tables); \(days)\n\n"
    }

    /// What every answer assumes.
    public func header(_ report: ProofReport) -> String {
        let settings = report.settings
        return """
            \(style.bold(report.plans.joined(separator: " → ")))
            assumed: \(Self.assumptions); forecasts reach \(settings.reach) h; \(report.shownEditions)
            method: hourly values as integers, every condition as bounds on their sums, decided exactly\(scope(report))

            \(style.bold("by the rules alone"))

            """
    }

    /// What is compared of two plans.
    private func scope(_ report: ProofReport) -> String {
        if report.plans.count < 2 { return "" }
        return "\ncompared: the levels in force, hour by hour; not the start of responses, approvals, orders, advice, alerts"
    }

    func text(_ answer: ProofAnswer) -> String {
        let word = answer.verdict.rawValue.padded(to: 9)
        let marked =
            switch answer.verdict {
            case .proved: style.green(word)
            case .found: style.red(word)
            case .possible, .undecided: style.yellow(word)
            }
        let id = answer.isFinding ? " [\(answer.id)]" : ""
        let area = answer.area.map { ", in area \($0)" } ?? ""
        var text = "\(marked)  \(answer.message)\(area)\(id)\n"
        guard answer.verdict != .proved else { return text }
        let indent = String(repeating: " ", count: 11)
        if answer.isFinding, let subject = answer.subject, let place = place(subject) {
            text += "\(indent)--> \(place.file):\(place.line)\n"
        }
        if let help = answer.help { text += "\(indent)help: \(help)\n" }
        if let witness = answer.witness { text += lines(witness).map { indent + $0 + "\n" }.joined() }
        return text
    }

    private func lines(_ witness: Witness) -> [String] {
        var lines = witness.series.map { "series: \(WitnessText.text($0, zone))" }
        if witness.series.isEmpty { lines.append("series: clean air throughout") }
        lines.append("seen at \(witness.instants.map { zone.shortText($0) }.joined(separator: ", "))")
        if let earlier = witness.earlier {
            lines += self.lines(earlier).map { "old: " + $0 } + self.lines(witness.decisions).map { "new: " + $0 }
        } else {
            lines += self.lines(witness.decisions)
        }
        return lines
    }

    private func lines(_ decisions: [Decision]) -> [String] {
        if decisions.isEmpty { return ["no decision"] }
        return decisions.map { decision in
            "\(zone.shortText(decision.at)) \(decision.kind.rawValue) \(decision.from ?? Decision.none) → "
                + (decision.to ?? Decision.none)
        }
    }
}

/// A witness series in a line.
public enum WitnessText {
    /// `PM2.5 80 ug/m3 until 2027-01-14 08:00, 180 for 48h, then 20`.
    public static func text(_ series: Witness.Series, _ zone: Zone) -> String {
        let station = series.station.map { "station \($0) " } ?? ""
        let unit = series.pollutant.unit.rawValue
        let values = series.parts.enumerated().map { index, part in
            Comparison.text(thousandths: part.value) + (index == 0 ? " \(unit)" : "")
        }
        var text = "\(station)\(series.pollutant.name) "
        for (index, part) in series.parts.enumerated() {
            if series.parts.count == 1 {
                text += "\(values[index]) throughout"
            } else if index == 0 {
                text += "\(values[index]) until \(zone.shortText(series.from + part.hours))"
            } else if index == series.parts.count - 1 {
                text += ", then \(values[index])"
            } else {
                text += ", \(values[index]) for \(part.hours)h"
            }
        }
        return text
    }
}
