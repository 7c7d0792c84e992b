// Names, texts, numbers, durations, clock times: the small parts of clauses.
extension Parser {
    mutating func parseList<Item>(
        _ item: (inout Parser) throws(SyntaxFailure) -> Item
    ) throws(SyntaxFailure) -> [Item] {
        var items = [try item(&self)]
        while acceptSign(.comma) != nil { items.append(try item(&self)) }
        return items
    }

    /// A word or a string.
    mutating func parseName(_ expectation: Expectation) throws(SyntaxFailure) -> NameSyntax {
        let token = current
        switch token.kind {
        case .string:
            advance()
            return NameSyntax(text: stringValue(token), isQuoted: true, range: range(of: token))
        case .word:
            guard !(token.isFirstOnLine && token.keyword?.startsDeclaration == true), !(token.isChinese && token.keyword != nil),
                // `stations at least 5`: a station called `at` would stand in quotes.
                !(expectation == .station && token.keyword == .at)
            else { throw fail(expectation) }
            advance()
            let name = NameSyntax(text: text(of: token), isQuoted: false, range: range(of: token))
            if token.isChinese {
                drafts.append(Draft(.unquotedChineseName(name.text), name.range, fixits: [(name.range, "“\(name.text)”")]))
            }
            return name
        default: throw fail(expectation)
        }
    }

    mutating func parsePollutant() throws(SyntaxFailure) -> NameSyntax {
        guard current.kind == .word, current.keyword == nil else { throw fail(.pollutant) }
        let token = current
        advance()
        return NameSyntax(text: text(of: token), isQuoted: false, range: range(of: token))
    }

    mutating func parseText() throws(SyntaxFailure) -> TextSyntax {
        guard let token = acceptSign(.string) else { throw fail(.text) }
        return Located(stringValue(token), range(of: token))
    }

    /// The value of a string token: quotes off, escapes resolved.
    func stringValue(_ token: Token) -> String {
        let raw = file.bytes[token.start..<token.end]
        guard raw.first == 0x22 else {
            // “…” and 「…」: three bytes at either end, the closing one perhaps missing.
            let closing = raw.count >= 6 && (raw.suffix(3).elementsEqual("”".utf8) || raw.suffix(3).elementsEqual("」".utf8))
            return String(decoding: raw.dropFirst(3).dropLast(closing ? 3 : 0), as: UTF8.self)
        }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(raw.count)
        var index = raw.startIndex + 1
        while index < raw.endIndex, raw[index] != 0x22 {
            if raw[index] == UInt8(ascii: "\\"), index + 1 < raw.endIndex {
                index += 1
                bytes.append(raw[index] == UInt8(ascii: "n") ? 0x0A : raw[index])
            } else {
                bytes.append(raw[index])
            }
            index += 1
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    // MARK: - Numbers

    /// Whether the current token is a word that begins with a digit or a sign before one.
    var isAtNumber: Bool { isNumber(current) }

    func isNumber(_ token: Token) -> Bool {
        guard token.kind == .word, !token.isChinese else { return false }
        return numberLength(text(of: token)) > 0
    }

    /// A word that is a number and nothing else.
    mutating func parseNumber() throws(SyntaxFailure) -> NumberSyntax {
        let (number, suffix) = try parseNumberWithSuffix()
        guard let suffix else { return number }
        drafts.append(Draft(.unexpected(.token(suffix.value), expected: [.number], vocabulary ?? .english), suffix.range))
        throw SyntaxFailure()
    }

    /// A number and the letters that follow in the same word, as in `72h`.
    mutating func parseNumberWithSuffix() throws(SyntaxFailure) -> (NumberSyntax, suffix: Located<String>?) {
        guard isAtNumber else { throw fail(.number) }
        let token = current
        let word = text(of: token)
        advance()
        let place = range(of: token)
        let length = numberLength(word)
        guard length < word.utf8.count else { return (Located(word, place), nil) }
        // A full-width word has another length in the file than its ASCII twin: it is pointed at as a whole.
        let split = token.isFullWidth ? place.start : place.start + length
        return (
            Located(
                String(decoding: word.utf8.prefix(length), as: UTF8.self),
                token.isFullWidth ? place : SourceRange(file: fileIndex, start: place.start, end: split)),
            Located(
                String(decoding: word.utf8.dropFirst(length), as: UTF8.self),
                SourceRange(file: fileIndex, start: split, end: place.end))
        )
    }

    /// The length of the number at the start of a word: `[-]digits[.digits][e[-]digits]`, 0 where there is none.
    private func numberLength(_ word: String) -> Int {
        let bytes = Array(word.utf8)
        var index = bytes.first == UInt8(ascii: "-") ? 1 : 0
        func digits(_ start: Int) -> Int { bytes[start...].prefix { (0x30...0x39).contains($0) }.count }
        let whole = digits(index)
        guard whole > 0 else { return 0 }
        index += whole
        if index < bytes.count, bytes[index] == UInt8(ascii: ".") {
            let fraction = digits(index + 1)
            if fraction > 0 { index += 1 + fraction }
        }
        if index < bytes.count, bytes[index] | 0x20 == UInt8(ascii: "e") {
            let sign = index + 1 < bytes.count && bytes[index + 1] == UInt8(ascii: "-") ? 1 : 0
            let exponent = index + 1 + sign < bytes.count ? digits(index + 1 + sign) : 0
            if exponent > 0 { index += 1 + sign + exponent }
        }
        return index
    }

    // MARK: - Time

    /// A number with its unit, and what may follow in Chinese without a meaning (及以上).
    mutating func parseDuration(from clause: Token) throws(SyntaxFailure) -> DurationSyntax {
        guard isAtNumber else { throw fail(.duration) }
        let start = current
        let (number, suffix) = try parseNumberWithSuffix()
        var unit = suffix.map { durationUnit($0.value) } ?? .none
        if suffix == nil {
            if accept(.hours) != nil {
                unit = .hours
            } else if accept(.minutes) != nil {
                unit = .minutes
            } else if current.kind == .word, !current.isFirstOnLine {
                // `days` on a line of its own is the clause, not a unit that was left out.
                let found = durationUnit(text(of: current))
                if found.isOfTime {
                    unit = found
                    advance()
                }
            }
        }
        let place = range(from: start)
        _ = accept(.orMore)
        return DurationSyntax(clause: range(from: clause), range: place, number: number, unit: unit)
    }

    private func durationUnit(_ word: String) -> DurationSyntax.Unit {
        switch word.lowercased() {
        case "h": word == "h" ? .hours : .other(word)
        case "d", "day", "days", "天", "日": .days
        case "min", "minutes", "分": .minutes
        default: .other(word)
        }
    }

    mutating func parseClocks() throws(SyntaxFailure) -> [ClockSyntax] {
        try parseList { (parser) throws(SyntaxFailure) in try parser.parseClock() }
    }

    mutating func parseClock() throws(SyntaxFailure) -> ClockSyntax {
        guard isAtNumber else { throw fail(.clock) }
        let start = current
        advance()
        var minute = ""
        if current.kind == .colon, following.kind == .word, !following.isChinese {
            advance()
            minute = text(of: current)
            advance()
        } else if accept(.oClock) != nil {
            minute = "00"
        }
        return ClockSyntax(range: range(from: start), hour: text(of: start), minute: minute)
    }
}
