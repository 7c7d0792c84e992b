import Presentation

/// A document as plain text for a terminal or a printer; pictures are left out.
struct TextPage {
    let document: ReportDocument
    var style = Style(isOn: false)

    var text: String {
        var text = style.bold(Self.safe(document.title)) + "\n" + Self.safe(document.subtitle) + "\n"
        for section in document.sections {
            text += "\n" + style.bold(Self.safe(section.heading)) + "\n"
            for block in section.blocks { text += Self.text(block) }
        }
        return text + "\n" + Self.safe(document.footer) + "\n"
    }

    private static func text(_ block: ReportDocument.Block) -> String {
        switch block {
        case .paragraph(let text), .note(let text): return safe(text) + "\n"
        case .facts(let facts):
            var table = TextTable([.left, .left])
            for fact in facts { table.add([safe(fact.name), safe(fact.value)]) }
            return table.text
        case .table(let table):
            guard !table.rows.isEmpty else { return table.empty + "\n" }
            var text = TextTable(table.alignments)
            for row in [table.heads] + table.rows { text.add(row.map(safe)) }
            return text.text
        case .picture: return ""
        case .lines(let text):
            return text.split(separator: "\n", omittingEmptySubsequences: false).map { safe(String($0)) }.joined(separator: "\n")
        }
    }

    /// In one line and without what moves a cursor: names come from lists and from people.
    private static func safe(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x09, 0x0A, 0x0D: result += " "
            case 0..<0x20, 0x7F...0x9F, 0x202A...0x202E, 0x2066...0x2069: result += "\u{FFFD}"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}
