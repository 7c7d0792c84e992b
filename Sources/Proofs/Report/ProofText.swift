public import AirQuality
public import Presentation
import PlanModel
import Warnings

/// A report for people.
public struct ProofText: Sendable {
    private let style: Style
    private let zone: Zone
    /// Where in the plan folder a subject stands, such as `levels.plan:12`; nil where that is not known.
    private let place: @Sendable (ProofAnswer.Subject) -> String?

    public init(zone: Zone, style: Style, place: @escaping @Sendable (ProofAnswer.Subject) -> String?) {
        self.zone = zone
        self.style = style
        self.place = place
    }

    /// The answers, findings with their witness.
    public func text(_ report: ProofReport) -> String {
        var text = header(report)
        for answer in report.answers { text += self.text(answer) }
        return text
    }

    /// What every answer assumes.
    public func header(_ report: ProofReport) -> String {
        let settings = report.settings
        return """
            \(style.bold(report.plans.joined(separator: " → ")))
            assumed: forecasts come true and no data is missing; forecasts reach \(settings.reach) h; \(report.edition.rawValue)
            method: hourly values as integers, every condition as bounds on their sums, decided exactly


            """
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
        var text = "\(marked)  \(answer.message)\(id)\n"
        guard answer.verdict != .proved else { return text }
        let indent = String(repeating: " ", count: 11)
        if answer.isFinding, let subject = answer.subject, let place = place(subject) { text += "\(indent)at \(place)\n" }
        if let help = answer.help { text += "\(indent)help: \(help)\n" }
        if let witness = answer.witness { text += lines(witness).map { indent + $0 + "\n" }.joined() }
        return text
    }

    private func lines(_ witness: Witness) -> [String] {
        var lines = witness.series.map { "series: \(WitnessText.text($0)) from \(zone.shortText($0.from))" }
        if witness.series.isEmpty { lines.append("series: clean air throughout") }
        lines.append("at \(witness.instants.map { zone.shortText($0) }.joined(separator: ", "))")
        for decision in witness.decisions {
            lines.append(
                "\(zone.shortText(decision.at)) \(decision.kind.rawValue) \(decision.from ?? Decision.none) → "
                    + (decision.to ?? Decision.none))
        }
        return lines
    }
}

/// A witness series in a line.
public enum WitnessText {
    /// `PM2.5 80 for 24h, 180 for 48h`, values in the pollutant's unit.
    public static func text(_ series: Witness.Series) -> String {
        let parts = series.parts.map { "\(Comparison.text(thousandths: $0.value)) for \($0.hours)h" }
        let station = series.station.map { "station \($0) " } ?? ""
        return "\(station)\(series.pollutant.name) \(parts.joined(separator: ", "))"
    }
}
