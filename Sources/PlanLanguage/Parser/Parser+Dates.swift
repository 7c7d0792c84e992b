// Dates and days of the year, as `2024-10-31` and `11-15` or in Chinese as 2024年10月31日 and 11月15日.
extension Parser {
    /// A date; nil, with nothing consumed, where none is written.
    mutating func acceptDate() -> DateSyntax? {
        if let date = acceptDashed(parts: 3) { return date }
        return acceptHanDate(signs: ["年", "月", "日"])
    }

    mutating func parseDate() throws(SyntaxFailure) -> DateSyntax {
        guard let date = acceptDate() else { throw fail(.date) }
        return date
    }

    /// A day of the year. One with a year is read all the same, for the checker to say so.
    mutating func parseMonthDay() throws(SyntaxFailure) -> DateSyntax {
        if let date = acceptDate() ?? acceptDashed(parts: 2) ?? acceptHanDate(signs: ["月", "日"]) { return date }
        throw fail(.monthDay)
    }

    /// `11-15` or `2024-10-31`: one word of digits and `-`.
    private mutating func acceptDashed(parts count: Int) -> DateSyntax? {
        guard current.kind == .word, !current.isChinese else { return nil }
        let parts = text(of: current).split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == count, parts.allSatisfy(isDigits) else { return nil }
        let place = currentRange
        advance()
        return Located(joined(parts), place)
    }

    private mutating func acceptHanDate(signs: [String]) -> DateSyntax? {
        var parts: [Substring] = []
        var index = position
        for sign in signs {
            guard index + 1 < tokens.count, tokens[index].kind == .word, isDigits(Substring(text(of: tokens[index]))),
                text(of: tokens[index + 1]) == sign
            else { return nil }
            parts.append(Substring(text(of: tokens[index])))
            index += 2
        }
        let start = current
        position = index
        return Located(joined(parts), range(from: start))
    }

    private func isDigits(_ part: Substring) -> Bool {
        (1...4).contains(part.utf8.count) && part.utf8.allSatisfy { (0x30...0x39).contains($0) }
    }

    /// With two digits for months and days.
    private func joined(_ parts: [Substring]) -> String {
        parts.map { $0.utf8.count == 1 ? "0\($0)" : String($0) }.joined(separator: "-")
    }
}
