/// Writes HTML of elements and text. Every text is escaped; characters that may not be shown are dropped.
struct HTMLWriter {
    private(set) var text = ""

    /// An element of elements.
    mutating func element(_ name: StaticString, class style: String? = nil, _ body: (inout HTMLWriter) -> Void) {
        open(name, style)
        text += "\n"
        body(&self)
        text += "</\(name)>\n"
    }

    /// An element of text.
    mutating func element(_ name: StaticString, class style: String? = nil, _ value: String) {
        open(name, style)
        text += XMLWriter.escaped(value) + "</\(name)>\n"
    }

    /// Markup as it is.
    mutating func raw(_ markup: StaticString) { text += "\(markup)\n" }

    mutating func styleSheet(_ rules: String) { text += "<style>\n\(rules)</style>\n" }

    /// Labelled values, a row each.
    mutating func rows(_ rows: [(label: String, value: String)]) {
        element("table", class: "rows") { writer in
            for row in rows {
                writer.element("tr") { writer in
                    writer.element("th", row.label)
                    writer.element("td", row.value)
                }
            }
        }
    }

    /// Cells, the first row being the head.
    mutating func table(_ cells: [[String]], class style: String) {
        element("table", class: style) { writer in
            for (index, row) in cells.enumerated() {
                writer.element("tr") { writer in
                    for cell in row { if index == 0 { writer.element("th", cell) } else { writer.element("td", cell) } }
                }
            }
        }
    }

    private mutating func open(_ name: StaticString, _ style: String?) {
        text += "<\(name)" + (style.map { " class=\"\(XMLWriter.escaped($0))\"" } ?? "") + ">"
    }
}
