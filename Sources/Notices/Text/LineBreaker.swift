import Presentation

/// Breaks text into lines of a display width: between Chinese characters, and between words of other scripts. Closing
/// punctuation does not start a line, opening punctuation does not end one (GB/T 15834).
enum LineBreaker {
    static func lines(_ text: String, width: Int) -> [String] {
        var lines: [String] = []
        var line = ""
        var used = 0
        for unit in units(of: text) {
            let isBlank = unit == " "
            if isBlank, line.isEmpty { continue }
            let columns = unit.displayWidth
            if used + columns > width, !line.isEmpty {
                lines.append(line.trimmed)
                line = ""
                used = 0
                if isBlank { continue }
            }
            if columns <= width {
                line += unit
                used += columns
                continue
            }
            for character in unit {
                let columns = String(character).displayWidth
                if used + columns > width, !line.isEmpty {
                    lines.append(line)
                    line = ""
                    used = 0
                }
                line.append(character)
                used += columns
            }
        }
        if !line.trimmed.isEmpty || lines.isEmpty { lines.append(line.trimmed) }
        return lines
    }

    private static let closing: Set<Character> = [
        "、", "，", "。", "；", "：", "！", "？", "）", "》", "】", "〕", "”", "’", ",", ".", ";", ":", ")",
    ]
    private static let opening: Set<Character> = ["（", "《", "【", "〔", "“", "‘", "("]

    /// What may not be torn apart: words, and wide characters with the punctuation that clings to them.
    private static func units(of text: String) -> [String] {
        var units: [String] = []
        var clings = false
        for character in text {
            let isWide = String(character).displayWidth > 1 || opening.contains(character)
            let joins: Bool
            if character == " " || units.isEmpty || units.last == " " {
                joins = false
            } else if clings || closing.contains(character) {
                joins = true
            } else {
                joins = !isWide && !(units.last?.last.map { String($0).displayWidth > 1 } ?? true)
            }
            if joins { units[units.count - 1].append(character) } else { units.append(String(character)) }
            clings = opening.contains(character)
        }
        return units
    }
}
