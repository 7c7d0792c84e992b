import Presentation

/// Breaks lines of Latin and East Asian text to a display width.
enum Wrapping {
    /// - Parameters:
    ///   - first: What the first line begins with; the others are indented by `indent` blanks.
    ///   - width: Columns of a line; nothing is broken below 20.
    /// - Returns: The lines, each ended by a line end.
    static func text(_ text: String, first: String, indent: Int, width: Int) -> String {
        var lines: [String] = []
        var line = ""
        let room = max(width - indent, 20)
        for piece in pieces(text) {
            if !line.isEmpty, (line + piece).trimmedEnd.displayWidth > room {
                lines.append(line.trimmedEnd)
                line = ""
            }
            line += line.isEmpty && piece == " " ? "" : piece
        }
        if !line.trimmedEnd.isEmpty || lines.isEmpty { lines.append(line.trimmedEnd) }
        let blanks = String(repeating: " ", count: indent)
        return lines.enumerated().map { ($0.offset == 0 ? first : blanks) + $0.element + "\n" }.joined()
    }

    /// Words with the blank after them; an East Asian character by itself, with what may not begin a line.
    private static func pieces(_ text: String) -> [String] {
        var pieces: [String] = []
        var word = ""
        for character in text {
            let isWide = String(character).displayWidth > 1
            if isWide, !bound.contains(character) {
                if !word.isEmpty { pieces.append(word) }
                word = String(character)
                continue
            }
            if let last = word.last, String(last).displayWidth > 1, !isWide, !bound.contains(character), !opening.contains(last) {
                pieces.append(word)
                word = ""
            }
            word.append(character)
            if character == " " {
                pieces.append(word)
                word = ""
            }
        }
        if !word.isEmpty { pieces.append(word) }
        return pieces
    }

    /// What may not begin a line.
    private static let bound: Set<Character> = ["，", "。", "；", "：", "、", "）", "”", "》", "】", "」", "！", "？", "％"]
    private static let opening: Set<Character> = ["（", "“", "《", "【", "「"]
}

extension String {
    var trimmedEnd: String {
        var text = self[...]
        while text.last == " " { text.removeLast() }
        return String(text)
    }
}
