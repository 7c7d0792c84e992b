/// Findings for machines: JSON Lines with the keys
/// `id,severity,file,line,column,endLine,endColumn,message,help,fixits`, in that order.
///
/// Columns count Unicode scalars from 1, ends are exclusive; `help` is null where there is none; a fix-it is
/// `{line,column,endLine,endColumn,replacement}`.
public enum FindingJSON {
    /// One line for each finding, each with its line end.
    public static func lines(_ findings: [Finding]) -> String {
        var writer = JSONWriter()
        for finding in findings {
            write(finding, to: &writer)
            writer.raw("\n")
        }
        return writer.text
    }

    private static func write(_ finding: Finding, to writer: inout JSONWriter) {
        writer.raw("{\"id\":")
        writer.string(finding.id)
        writer.raw(",\"severity\":")
        writer.string(finding.severity.rawValue)
        writer.raw(",\"file\":")
        writer.string(finding.file)
        write(finding.range, to: &writer)
        writer.raw(",\"message\":")
        writer.string(finding.message)
        writer.raw(",\"help\":")
        if let help = finding.help { writer.string(help) } else { writer.raw("null") }
        writer.raw(",\"fixits\":[")
        for (index, fixit) in finding.fixits.enumerated() {
            writer.raw(index == 0 ? "{" : ",{")
            write(fixit.range, to: &writer, comma: false)
            writer.raw(",\"replacement\":")
            writer.string(fixit.replacement)
            writer.raw("}")
        }
        writer.raw("]}")
    }

    private static func write(_ range: PlaceRange, to writer: inout JSONWriter, comma: Bool = true) {
        writer.raw(comma ? "," : "")
        writer.raw("\"line\":\(range.start.line),\"column\":\(range.start.column)")
        writer.raw(",\"endLine\":\(range.end.line),\"endColumn\":\(range.end.column)")
    }
}
