/// Findings for people: the message, the source line with carets, what to do.
///
/// ```
/// error[daily-span-not-whole-days]: a daily run lasts whole days of 24 h, not 36 h
///   --> city.plan:4:48
///    |
///  4 |     issue when expected daily AQI > 200 for 36h
///    |                                             ^^^
///    = help: write `24h` or `48h`
/// ```
public struct FindingRenderer: Sendable {
    /// Whether to mark severities and carets with ANSI colours.
    public var colour: Bool

    private let lines: [String: LineTable]

    /// - Parameter files: the files that were checked, for their lines.
    public init(files: [SourceFile], colour: Bool = false) {
        self.colour = colour
        lines = Dictionary(files.map { ($0.name, LineTable($0)) }, uniquingKeysWith: { first, _ in first })
    }

    /// All findings, an empty line after each.
    public func text(_ findings: [Finding]) -> String {
        findings.map { text($0) + "\n" }.joined()
    }

    /// One finding, its last line ended.
    public func text(_ finding: Finding) -> String {
        let paint = Paint(isOn: colour, severity: finding.severity)
        var text = paint.strong("\(finding.severity.rawValue)[\(finding.id)]") + paint.bold(": \(finding.message)") + "\n"
        let number = String(finding.range.start.line)
        let margin = String(repeating: " ", count: number.utf8.count)
        text += "\(margin) --> \(place(finding.file, finding.range.start))\n"
        if let table = lines[finding.file], finding.range.start.line <= table.count {
            let excerpt = Excerpt(table.line(finding.range.start.line), finding.range)
            text += "\(margin)  |\n \(number) | \(excerpt.line)\n\(margin)  | \(excerpt.indent)\(paint.strong(excerpt.carets))\n"
        }
        if let help = finding.help { text += "\(margin)  = help: \(help)\n" }
        for fixit in finding.fixits { text += "\(margin)  = fix: \(phrase(fixit))\n" }
        for related in finding.related {
            text += "\(margin)  = note: \(related.message): \(place(related.file, related.range.start))\n"
        }
        return text
    }

    private func place(_ file: String, _ place: Place) -> String { "\(Excerpt.visible(file)):\(place.line):\(place.column)" }

    private func phrase(_ fixit: FixIt) -> String {
        let text = Excerpt.visible(fixit.replacement.split(separator: "\n").joined(separator: " "))
        if fixit.replacement.isEmpty { return "take it away" }
        return fixit.range.start == fixit.range.end ? "insert `\(text)`" : "write `\(text)`"
    }
}

/// Marks for a terminal.
private struct Paint {
    var isOn: Bool
    var severity: Severity

    func strong(_ text: String) -> String {
        let colour =
            switch severity {
            case .error: "31"
            case .warning: "33"
            case .note: "36"
            }
        return isOn ? "\u{1B}[1;\(colour)m\(text)\u{1B}[0m" : text
    }

    func bold(_ text: String) -> String { isOn ? "\u{1B}[1m\(text)\u{1B}[0m" : text }
}
