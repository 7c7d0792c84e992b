/// Words that cells and patterns hold: yes and no, the choices of a column, what a filed plan does with a line.
public enum Words {
    static let yes = ["yes", "是", "true", "1", "y", "√", "有", "✓"]
    static let no = ["no", "否", "false", "0", "n", "×", "x", "无", "✗"]
    /// Of a line at a level.
    static let filedStop = ["stop", "停", "停产", "停止"] + yes
    static let filedRun = ["run", "运行", "-", "生产", "不停"] + no

    /// 1 for yes, 0 for no, nil for neither.
    ///
    /// - Parameter filed: Whether a line is spoken of, which stops or runs.
    public static func flag(_ text: String, filed: Bool) -> UInt8? {
        let word = fold(text)
        if (filed ? filedStop : yes).contains(word) { return 1 }
        return (filed ? filedRun : no).contains(word) ? 0 : nil
    }

    /// The place of a choice.
    public static func choice(_ text: String, of choices: [ColumnType.Choice]) -> Int? {
        let word = fold(text)
        return choices.firstIndex { choice in
            fold(choice.name) == word || choice.others.contains { fold($0) == word }
        }
    }

    /// Latin letters in lower case, full-width characters as their ASCII ones, blanks left out: what spreadsheets and input
    /// methods vary without meaning it.
    public static func fold(_ text: String) -> String {
        var folded = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x20, 0x09, 0x0A, 0x0D, 0xA0, 0x3000, 0xFEFF: continue
            case 0xFF01...0xFF5E: folded.append(Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar)
            case 0x2212, 0x2013: folded.append("-")
            default: folded.append(scalar)
            }
        }
        return String(folded).lowercased()
    }
}
