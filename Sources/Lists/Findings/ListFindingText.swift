import Presentation

/// Findings of the list for people: the reason, the place, what stands there, what to do.
///
/// ```
/// error[credit-code]: the check character does not fit the others: it would be K
///   --> enterprises.csv:17
///    = row 17, column 统一社会信用代码: 91411000MA0000FGJF
///    = help: compare the code with the business licence: one of its characters is wrong
/// ```
public struct ListFindingText: Sendable {
    /// The folder, put before the names of files; empty for none.
    private let folder: String
    /// Whether to mark severities with ANSI colours.
    private let style: Style

    public init(folder: String = "", colour: Bool = false) {
        self.folder = folder
        style = Style(isOn: colour)
    }

    /// All findings, an empty line after each.
    public func text(_ findings: [ListFinding]) -> String { findings.map { text($0) + "\n" }.joined() }

    /// One finding, its last line ended.
    public func text(_ finding: ListFinding) -> String {
        var text = mark(finding) + style.bold(": \(finding.message)") + "\n"
        let file = folder.isEmpty || folder == "." ? finding.file : "\(folder)/\(finding.file)"
        text += "  --> \(file)" + (finding.line.map { ":\($0)" } ?? "") + "\n"
        var place = [finding.row.map { "row \($0)" }, finding.column.map { "column \($0)" }].compactMap { $0 }.joined(
            separator: ", ")
        if let value = finding.value { place += (place.isEmpty ? "" : ": ") + value }
        if !place.isEmpty { text += "   = \(place)\n" }
        if let help = finding.help { text += "   = help: \(help)\n" }
        return text
    }

    private func mark(_ finding: ListFinding) -> String {
        let mark = "\(finding.severity.rawValue)[\(finding.id)]"
        return switch finding.severity {
        case .error: style.red(mark)
        case .warning: style.yellow(mark)
        case .note: style.bold(mark)
        }
    }
}

/// Findings of the list for machines: JSON Lines with the keys `id,severity,file,line,row,column,value,message,help`, in that
/// order; null where there is none.
public enum ListFindingJSON {
    /// One line for each finding, each with its line end.
    public static func lines(_ findings: [ListFinding]) -> String {
        findings.map { finding in
            JSONWriter.object { json in
                json.field("id", finding.id)
                json.field("severity", finding.severity.rawValue)
                json.field("file", finding.file)
                json.nullable("line", finding.line)
                json.nullable("row", finding.row)
                json.nullable("column", finding.column)
                json.nullable("value", finding.value)
                json.field("message", finding.message)
                json.nullable("help", finding.help)
            } + "\n"
        }.joined()
    }
}

extension JSONWriter {
    fileprivate mutating func nullable(_ name: String, _ value: Int?) {
        key(name)
        if let value { integer(value) } else { null() }
    }

    fileprivate mutating func nullable(_ name: String, _ value: String?) {
        key(name)
        if let value { string(value) } else { null() }
    }
}
