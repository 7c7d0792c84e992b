/// Text from plans and feeds, made safe to stand in a line for people.
///
/// A name is not trusted: controls, bidirectional overrides that would turn the text around it, and characters that XML does
/// not admit are dropped, line breaks become blanks, and what is too long is cut. `notice.json` keeps the exact text.
enum PlainText {
    static func line(_ text: String, limit: Int = 200) -> String {
        var result = String.UnicodeScalarView()
        var count = 0
        for scalar in text.unicodeScalars {
            guard let kept = isBreak(scalar) ? " " : isShown(scalar) ? scalar : nil else { continue }
            if kept == " ", result.last == " " { continue }
            count += 1
            if count > limit {
                result.append("…")
                break
            }
            result.append(kept)
        }
        return String(result).trimmed
    }

    /// A line whose blanks are kept, as rows of a table need.
    static func shown(_ text: String, limit: Int = 500) -> String {
        var result = String.UnicodeScalarView()
        result.append(contentsOf: text.unicodeScalars.lazy.filter { isShown($0) }.prefix(limit))
        return String(result)
    }

    private static func isBreak(_ scalar: Unicode.Scalar) -> Bool {
        (0x09...0x0D).contains(scalar.value) || scalar.value == 0x85 || scalar.value == 0x2028 || scalar.value == 0x2029
    }

    /// Whether a character may stand in a line, and in XML 1.0 (§2.2, with the discouraged controls left out).
    static func isShown(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0..<0x20, 0x7F..<0xA0: false
        case 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069, 0xFEFF: false
        case 0xFDD0...0xFDEF: false
        default: scalar.value & 0xFFFE != 0xFFFE
        }
    }
}

extension String {
    /// Without blanks at both ends.
    var trimmed: String {
        var text = self[...]
        while text.first == " " { text.removeFirst() }
        while text.last == " " { text.removeLast() }
        return String(text)
    }
}
