import PlanModel

// Words of the rules of orders: names of columns, values, levels. A Chinese one stands without quotes, though the lexer may
// have cut it at keywords: what stands together without a blank is one again.
extension Parser {
    /// Names that are taken whole, whatever keywords they hold.
    private static let knownColumns = Set(
        OrderSubject.allCases.flatMap { $0.table.layout.flatMap { [$0.name] + $0.chinese } })
    private static let knownValues: Set<String> = {
        var names: Set = ["是", "否", "停", "停产", "运行"]
        for column in TableKind.allCases.flatMap(\.layout) {
            if case .choice(let choices) = column.type { names.formUnion(choices.flatMap { [$0.name] + $0.others }) }
        }
        return names
    }()

    /// Words that stand together are looked at up to this many.
    private static let maximumParts = 16

    /// Where the parts of a word end that begins at the current token: behind its last token.
    ///
    /// - Parameters:
    ///   - known: names taken whole, the longest first.
    ///   - isFree: whether only a blank or a sign ends a word that is not known.
    private func wordEnd(known: Set<String>, isFree: Bool) -> Int {
        var end = position + 1
        var longest: Int?
        var firstStop: Int?
        while end - position < Self.maximumParts, end < tokens.count, tokens[end].kind == .word,
            tokens[end].start == tokens[end - 1].end
        {
            if firstStop == nil, !isFree, let keyword = tokens[end].keyword, keyword.endsHanWord { firstStop = end }
            end += 1
            if known.contains(file.text(tokens[position].start, tokens[end - 1].end)) { longest = end }
        }
        if let longest { return longest }
        if known.contains(text(of: current)) { return position + 1 }
        return firstStop ?? end
    }

    /// Consumes tokens up to a place as one word.
    private mutating func takeWord(upTo end: Int) -> NameSyntax {
        let start = current
        var text = ""
        while position < end, !isAtEnd {
            text += self.text(of: current)
            advance()
        }
        return NameSyntax(text: text, isQuoted: false, range: range(from: start))
    }

    /// The name of a column.
    ///
    /// - Parameter isFree: as in the head of a table, where blanks part the names.
    mutating func parseColumn(isFree: Bool = false) throws(SyntaxFailure) -> NameSyntax {
        if current.kind == .string { return try parseName(.column) }
        guard current.kind == .word, !isAtDeclaration || isAtKnownColumn else { throw fail(.column) }
        return takeWord(upTo: wordEnd(known: Self.knownColumns, isFree: isFree))
    }

    /// Whether a column begins here whose name begins as a keyword does, as 自主减排承诺 or `running`.
    var isAtKnownColumn: Bool {
        guard current.kind == .word else { return false }
        let end = wordEnd(known: Self.knownColumns, isFree: false)
        return Self.knownColumns.contains(file.text(current.start, tokens[end - 1].end))
    }

    /// The name of a level, without quotes in Chinese too.
    mutating func parseLevelName() throws(SyntaxFailure) -> NameSyntax {
        if current.kind == .string { return try parseName(.name(of: .level)) }
        guard current.kind == .word, !isAtDeclaration else { throw fail(.name(of: .level)) }
        return takeWord(upTo: wordEnd(known: [], isFree: !current.isChinese))
    }

    /// A value: a text, a word, a number with or without a unit, a date.
    ///
    /// - Parameter isFree: as in a row of a table, where blanks part the values.
    mutating func parseValue(isFree: Bool = false) throws(SyntaxFailure) -> ValueSyntax {
        let start = current
        if let token = acceptSign(.string) {
            return ValueSyntax(text: stringValue(token), isQuoted: true, unit: nil, range: range(of: token))
        }
        guard current.kind == .word, !isAtDeclaration else { throw fail(.value) }
        if isAtNumber {
            if let date = acceptDate() { return ValueSyntax(text: date.value, isQuoted: false, unit: nil, range: date.range) }
            if !isFree || following.kind == .percent, let value = try parseMeasuredNumber() { return value }
        }
        let name = takeWord(upTo: wordEnd(known: Self.knownValues, isFree: isFree))
        return ValueSyntax(text: name.text, isQuoted: false, unit: nil, range: range(from: start))
    }

    /// A number and the unit behind it; nil, with nothing consumed, where the word goes on as no number does.
    private mutating func parseMeasuredNumber() throws(SyntaxFailure) -> ValueSyntax? {
        let start = position
        let first = current
        let (number, suffix) = try parseNumberWithSuffix()
        var unit: Located<String>?
        if let suffix {
            unit = parseUnit(after: suffix)
        } else if let sign = acceptSign(.percent) {
            unit = Located("%", range(of: sign))
        } else if current.kind == .word, !current.isFirstOnLine, ColumnUnit(spelling: joinedUnit) != nil {
            let word = current
            advance()
            unit = parseUnit(after: Located(text(of: word), range(of: word)))
        }
        if let suffix, ColumnUnit(spelling: unit?.value ?? suffix.value) == nil {
            position = start
            return nil
        }
        return ValueSyntax(text: number.value, isQuoted: false, unit: unit, range: range(from: first))
    }

    /// The unit that begins at the current word, its slash and second word included.
    private var joinedUnit: String {
        let word = text(of: current)
        guard following.kind == .slash, position + 2 < tokens.count else { return word }
        return word + "/" + text(of: tokens[position + 2])
    }
}
