import Presentation

/// A report for people as headings, paragraphs, tables and pictures, whatever it is written as.
struct ReportDocument: Sendable {
    struct Section: Sendable {
        var heading: String
        var blocks: [Block]
    }

    enum Block: Sendable {
        case paragraph(String)
        /// Said in small print: where figures come from, what they are not.
        case note(String)
        /// A name and what stands beside it.
        case facts([(name: String, value: String)])
        case table(Table)
        /// An SVG element, which text leaves out.
        case picture(String)
        /// Lines whose columns count, as trees have them.
        case lines(String)
    }

    struct Table: Sendable {
        var heads: [String]
        /// One a column.
        var alignments: [TextTable.Alignment]
        var rows: [[String]] = []
        /// What stands where there is no row.
        var empty = "无 none"
    }

    var title: String
    var subtitle: String
    var sections: [Section] = []
    /// Whether it is set so small that it fits on a page.
    var isCompact = false
    /// Where the document comes from.
    var footer: String

    mutating func add(_ heading: String, _ blocks: [Block]) { sections.append(Section(heading: heading, blocks: blocks)) }
}
