import Presentation

/// A page of plain text for paper: rules, headings, labelled rows, wrapped sentences, tables.
struct Page {
    static let width = 76
    private static let labelWidth = 14

    private(set) var text = ""

    /// An empty line, unless there is one already.
    mutating func blank() {
        if !text.hasSuffix("\n\n") { text += "\n" }
    }

    mutating func rule(_ character: Character = "-") { text += String(repeating: character, count: Self.width) + "\n" }

    /// One line as it is.
    mutating func line(_ line: String) {
        var line = line
        while line.last == " " { line.removeLast() }
        text += line + "\n"
    }

    mutating func centred(_ title: String) {
        for part in LineBreaker.lines(title, width: Self.width - 4) {
            line(String(repeating: " ", count: max(0, (Self.width - part.displayWidth) / 2)) + part)
        }
    }

    mutating func heading(_ heading: String) {
        blank()
        line(heading)
    }

    /// A label and its value, which hangs under itself where it is long.
    mutating func row(_ label: String, _ value: String) {
        let lines = LineBreaker.lines(value, width: Self.width - Self.labelWidth - 2)
        for (index, part) in lines.enumerated() {
            line("  " + (index == 0 ? label : "").padded(to: Self.labelWidth) + part)
        }
    }

    /// A label and a code that is not to be torn apart where it can be helped.
    mutating func code(_ label: String, _ code: String) {
        let plain = "  " + label.padded(to: Self.labelWidth) + code
        let whole = plain.displayWidth > Self.width ? "  \(label)  \(code)" : plain
        if whole.displayWidth > Self.width { row(label, code) } else { line(whole) }
    }

    /// A sentence, after a mark such as `1. `, indented.
    mutating func sentence(_ sentence: String, indent: Int = 2, mark: String = "") {
        let lines = LineBreaker.lines(sentence, width: Self.width - indent - mark.displayWidth)
        for (index, part) in lines.enumerated() {
            let lead = index == 0 ? mark : String(repeating: " ", count: mark.displayWidth)
            line(String(repeating: " ", count: indent) + lead + part)
        }
    }

    /// Rows of cells in columns as wide as their widest cell; the first row is the head.
    mutating func table(_ rows: [[String]], gap: Int = 2) {
        let columns = rows.map(\.count).max() ?? 0
        let widths = (0..<columns).map { column in rows.map { column < $0.count ? $0[column].displayWidth : 0 }.max() ?? 0 }
        for row in rows {
            let cells = row.enumerated().map { $1.padded(to: widths[$0]) }
            line("  " + cells.joined(separator: String(repeating: " ", count: gap)))
        }
    }
}
