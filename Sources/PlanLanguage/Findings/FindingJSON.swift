import Presentation

/// Findings for machines: JSON Lines with the keys
/// `id,severity,file,line,column,endLine,endColumn,message,help,fixits`, in that order.
///
/// Columns count Unicode scalars from 1, ends are exclusive; `help` is null where there is none; a fix-it is
/// `{line,column,endLine,endColumn,replacement}`.
public enum FindingJSON {
    /// One line for each finding, each with its line end.
    public static func lines(_ findings: [Finding]) -> String {
        findings.map { finding in
            JSONWriter.object { json in
                json.field("id", finding.id)
                json.field("severity", finding.severity.rawValue)
                json.field("file", finding.file)
                json.range(finding.range)
                json.field("message", finding.message)
                json.key("help")
                if let help = finding.help { json.string(help) } else { json.null() }
                json.key("fixits")
                json.array { json in
                    for fixit in finding.fixits {
                        json.object { json in
                            json.range(fixit.range)
                            json.field("replacement", fixit.replacement)
                        }
                    }
                }
            } + "\n"
        }.joined()
    }
}

extension JSONWriter {
    fileprivate mutating func range(_ range: PlaceRange) {
        field("line", range.start.line)
        field("column", range.start.column)
        field("endLine", range.end.line)
        field("endColumn", range.end.column)
    }
}
