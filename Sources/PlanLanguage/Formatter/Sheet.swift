import Presentation

/// The lines of a formatted file, and the comments woven in among them.
///
/// What is written names the place in the source where it began. Comments that began before that place come first: a comment
/// that stood behind something ends the line written last, one that had a line of its own gets one. So comments keep their
/// order and their neighbours whatever becomes of the words around them.
struct Sheet {
    /// No line is wider, unless what stands on it cannot be parted.
    static let width = 130
    static let step = 4
    /// Comments behind wider lines do not move those of their neighbours.
    private static let widestAligned = 80

    struct Line {
        var text: String
        var comment: String?
        var isBlankBefore = false
        var isComment = false
        /// The head or the end of a block: its comment is not aligned with those of the clauses.
        var standsAlone = false
    }

    private(set) var lines: [Line] = []
    private(set) var indent = 0
    private let source: SourceFile
    private let comments: [Comment]
    private var next = 0
    private var isAtStart = true

    init(_ source: SourceFile, comments: [Comment]) {
        self.source = source
        self.comments = comments
    }

    // MARK: - Writing

    /// The display width of the last line: where the next word will stand.
    var column: Int { lines.last?.text.displayWidth ?? 0 }

    /// Whether something can still be written on the last line.
    private var isOpen: Bool { lines.last.map { $0.comment == nil && !$0.isComment } ?? false }

    /// Begins a declaration, a clause or a row.
    mutating func item(_ text: String, from start: Int) {
        weave(before: start, column: indent, keepsBlanks: true)
        var line = Line(text: blanks(indent) + text)
        line.isBlankBefore = !isAtStart && isBlankLine(before: start)
        add(line)
    }

    /// Goes on with a part of an item; behind a comment on a line of its own.
    mutating func part(_ text: String, from start: Int, gap: String = " ", column: Int? = nil) {
        begin(from: start, gap: gap, column: column ?? indent + 2 * Self.step)
        lines[lines.count - 1].text += text
    }

    /// Makes room for a part, with the comments before it.
    mutating func begin(from start: Int, gap: String, column: Int) {
        weave(before: start, column: column)
        if isOpen { lines[lines.count - 1].text += gap } else { newLine(at: column) }
    }

    /// Goes on where nothing can come between.
    mutating func append(_ text: String) {
        if !isOpen { newLine(at: indent + 2 * Self.step) }
        lines[lines.count - 1].text += text
    }

    mutating func newLine(at column: Int) { add(Line(text: blanks(column))) }

    /// Takes away the blanks that were written for what now stands elsewhere.
    private mutating func closeLine() {
        guard let last = lines.indices.last, !lines[last].standsAlone else { return }
        while lines[last].text.unicodeScalars.last == " " { lines[last].text.unicodeScalars.removeLast() }
    }

    mutating func openBlock(_ brace: String) {
        append(brace)
        lines[lines.count - 1].standsAlone = true
        indent += Self.step
        isAtStart = true
    }

    /// - Parameter start: where the closing brace stands.
    mutating func closeBlock(_ brace: String, from start: Int) {
        weave(before: start, column: indent, keepsBlanks: true)
        indent -= Self.step
        add(Line(text: blanks(indent) + brace, standsAlone: true))
    }

    /// Sees to it that a blank line stands somewhere before one of these lines.
    mutating func ensureBlank(from index: Int, through last: Int) {
        guard index > 0, last < lines.count, !lines[index...last].contains(where: \.isBlankBefore) else { return }
        lines[index].isBlankBefore = true
    }

    private mutating func add(_ line: Line) {
        closeLine()
        lines.append(line)
        isAtStart = false
    }

    private func blanks(_ count: Int) -> String { String(repeating: " ", count: max(0, count)) }

    // MARK: - Comments

    /// Writes the comments that began before a place in the source.
    mutating func weave(before start: Int, column: Int, keepsBlanks: Bool = false) {
        while next < comments.count, comments[next].range.start < start {
            let comment = comments[next]
            next += 1
            let text = text(of: comment)
            if !comment.isOwnLine, isOpen {
                closeLine()
                lines[lines.count - 1].comment = text
            } else {
                var line = Line(text: blanks(column) + text, isComment: true)
                line.isBlankBefore = keepsBlanks && !isAtStart && isBlankLine(before: comment.range.start)
                add(line)
            }
        }
    }

    mutating func weaveRest() { weave(before: Int.max, column: 0, keepsBlanks: true) }

    /// Whether a comment began in a range of the source.
    func hasComment(from start: Int, to end: Int) -> Bool {
        var low = next
        var high = comments.count
        while low < high {
            let middle = (low + high) / 2
            if comments[middle].range.start < start { low = middle + 1 } else { high = middle }
        }
        return low < comments.count && comments[low].range.start < end
    }

    /// Blanks at its end are nobody's words.
    private func text(of comment: Comment) -> String {
        var bytes = source.bytes[comment.range.start..<comment.range.end]
        while let last = bytes.last, last == 0x20 || last == 0x09 || last == 0x0D { bytes.removeLast() }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Whether an empty line stands before a place, signs that mean nothing left out.
    private func isBlankLine(before start: Int) -> Bool {
        let bytes = source.bytes
        var ends = 0
        var index = start
        while index > 0 {
            switch bytes[index - 1] {
            case 0x0A:
                ends += 1
                index -= 1
                if ends == 2 { return true }
            case 0x20, 0x09, 0x0D, UInt8(ascii: ";"): index -= 1
            default:
                // The wide blank, ； and 。, the blank that does not break.
                let three = index >= 3 ? bytes[(index - 3)..<index] : []
                if three.elementsEqual("\u{3000}".utf8) || three.elementsEqual("；".utf8) || three.elementsEqual("。".utf8) {
                    index -= 3
                } else if index >= 2, bytes[index - 2] == 0xC2, bytes[index - 1] == 0xA0 {
                    index -= 2
                } else {
                    return false
                }
            }
        }
        return false
    }

    // MARK: - Text

    /// All lines, comments behind them aligned.
    func text() -> String {
        var text = ""
        var section: [Line] = []
        for line in lines {
            if line.isBlankBefore || line.isComment || line.standsAlone { Self.write(&section, to: &text) }
            if line.isBlankBefore { text += "\n" }
            section.append(line)
            if line.isComment || line.standsAlone { Self.write(&section, to: &text) }
        }
        Self.write(&section, to: &text)
        return text
    }

    private static func write(_ section: inout [Line], to text: inout String) {
        let widths = section.filter { $0.comment != nil }.map(\.text.displayWidth).filter { $0 <= widestAligned }
        let column = ((widths.max() ?? 0) + 2 + step - 1) / step * step
        for line in section {
            text += line.text
            if let comment = line.comment {
                let isAligned = widths.count > 1 && line.text.displayWidth <= widestAligned
                text += String(repeating: " ", count: isAligned ? column - line.text.displayWidth : 2) + comment
            }
            text += "\n"
        }
        section = []
    }
}
