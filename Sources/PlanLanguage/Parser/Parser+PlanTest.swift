import PlanModel

// Tests of plans. Whatever is wrong in one stays in it: a plan takes force although a test cannot be read.
extension Parser {
    private static let testClauses: [Keyword] = [.isIn, .inArea, .given, .at]

    mutating func parsePlanTest() -> PlanTestSyntax {
        let start = current
        _ = accept(.test)
        var test = PlanTestSyntax(range: range(of: start), name: nil, clauses: [], isWhole: false)
        do throws(SyntaxFailure) {
            test.name = try parseText()
            test.isWhole = try parseBlock(starts: Self.testClauses) { (parser) throws(SyntaxFailure) in
                let first = parser.current
                let clause = try parser.parsePlanTestClause()
                test.clauses.append(Located(clause, parser.range(from: first)))
            }
        } catch {
            skipToDeclaration()
        }
        test.range = range(from: start)
        return test
    }

    private mutating func parsePlanTestClause() throws(SyntaxFailure) -> PlanTestClause {
        if at(.inArea) || at(.isIn) {
            if accept(.inArea) == nil { _ = accept(.isIn) }
            return .area(try parseName(.name(of: .area)))
        }
        if accept(.given) != nil { return try parseGiven() }
        if at(.at) || isAtNumber { return .expectation(try parseExpectation()) }
        let isChinese = vocabulary == .chinese
        throw fail([.keyword(.given), isChinese ? .moment : .keyword(.at), .keyword(isChinese ? .inArea : .isIn), .sign("}")])
    }

    // MARK: - Given

    private mutating func parseGiven() throws(SyntaxFailure) -> PlanTestClause {
        let start = current
        if let source = acceptSource() { return .given(try parseGivenValues(start, source)) }
        if let subject = acceptSubject() {
            let name = try parseText()
            if current.kind == .comma { advance() }
            let predicate = isAtPredicate(stops: Self.testClauses) ? try parsePredicate() : nil
            return .row(GivenRowSyntax(range: range(from: start), subject: subject, name: name, predicate: predicate))
        }
        // 已知橙色预警
        if current.isChinese, current.keyword == nil {
            let level = takeTestWord()
            try expect(.warning)
            return .warning(level: level, since: try acceptMoment(after: .since))
        }
        guard accept(.warning) != nil else {
            throw fail(
                .keyword(.observed), .keyword(.forecast), .keyword(.expected), .keyword(.warning), .keyword(.enterprise),
                .keyword(.site))
        }
        let level = try parseTestLevel()
        return .warning(level: level, since: try acceptMoment(after: .since))
    }

    private mutating func parseGivenValues(_ start: Token, _ source: Located<Source>) throws(SyntaxFailure) -> GivenSyntax {
        let station = accept(.at) != nil ? try parseName(.station) : nil
        guard let cycle = acceptCycle() else { throw fail(.keyword(.hourly), .keyword(.daily)) }
        let quantityStart = current
        let quantity = try parseQuantity()
        let quantityRange = range(from: quantityStart)
        var parts = [try parseGivenPart()]
        while current.kind == .comma, isGivenPart(following) {
            advance()
            parts.append(try parseGivenPart())
        }
        var ledBy: [NameSyntax]?
        skipComma(before: [.led, .ledBy])
        if at(.led) || at(.ledBy) {
            if accept(.ledBy) == nil {
                _ = accept(.led)
                try expect(.by)
            }
            var pollutants = [try parsePollutant()]
            while current.kind == .comma, following.kind == .word, following.keyword == nil {
                advance()
                pollutants.append(try parsePollutant())
            }
            ledBy = pollutants
        }
        guard let from = try acceptMoment(after: .from) else { throw fail(.keyword(.from)) }
        let issued = try acceptMoment(after: .issued)
        return GivenSyntax(
            range: range(from: start), source: source, station: station, cycle: cycle,
            quantity: Located(quantity, quantityRange), parts: parts, ledBy: ledBy, from: from, issued: issued)
    }

    private func isGivenPart(_ token: Token) -> Bool { isNumber(token) || spells(token, .missing) || spells(token, .absent) }

    private mutating func parseGivenPart() throws(SyntaxFailure) -> GivenPartSyntax {
        let start = current
        var part = GivenPartSyntax(range: currentRange, value: nil, to: nil, duration: nil)
        if accept(.missing) != nil {
            if let word = accept(.for) { part.duration = try parseDuration(from: word) }
        } else if accept(.absent) != nil {
            let word = accept(.for)
            // 缺测3小时
            if word != nil || isAtNumber { part.duration = try parseDuration(from: word ?? current) }
        } else {
            part.value = try parseGivenValue()
            if accept(.to) != nil || (current.isChinese && accept(.until) != nil) { part.to = try parseGivenValue() }
            if let word = accept(.for) { part.duration = try parseDuration(from: word) }
        }
        part.range = range(from: start)
        return part
    }

    private mutating func parseGivenValue() throws(SyntaxFailure) -> GivenValueSyntax {
        let start = current
        let (number, suffix) = try parseNumberWithSuffix()
        let unit = suffix.map { parseUnit(after: $0) } ?? parseUnit()
        return GivenValueSyntax(range: range(from: start), number: number, unit: unit)
    }

    // MARK: - Expectations

    private mutating func parseExpectation() throws(SyntaxFailure) -> ExpectationSyntax {
        let start = current
        _ = accept(.at)
        let moment = try parseMoment()
        let outcome: ExpectationSyntax.Outcome
        skipComma(before: [.enterprise, .site, .expect])
        // 企业“铸造一厂”应停产: in Chinese the subject stands before its verb.
        if current.isChinese, let subject = acceptSubject() {
            let name = try parseText()
            try expect(.expect)
            outcome = .order(subject, NameSyntax(text: name.value, isQuoted: true, range: name.range), try parseAction())
        } else {
            try expect(.expect)
            outcome = try parseOutcome()
        }
        skipComma(before: [.because])
        var because: TextSyntax?
        if accept(.because) != nil {
            guard let label = acceptSign(.label) else { throw fail(.label) }
            because = Located(labelText(label), range(of: label))
        }
        return ExpectationSyntax(range: range(from: start), at: moment, outcome: outcome, because: because)
    }

    private mutating func parseOutcome() throws(SyntaxFailure) -> ExpectationSyntax.Outcome {
        // 应为红色预警
        if current.isChinese { _ = accept(.equals) }
        let word = current
        if accept(.noWarning) != nil { return .level(nil) }
        if accept(.noDecision) != nil { return .noDecision }
        if accept(.noAlert) != nil { return try parseExpectedAlert(false) }
        if accept(.noAdvice) != nil { return .advice(try parseName(.name(of: .advice)), isExpected: false) }
        if accept(.no) != nil {
            if accept(.decision) != nil { return .noDecision }
            guard let message = try acceptMessage(isExpected: false) else {
                throw fail(.keyword(.decision), .keyword(.alert), .keyword(.advice))
            }
            return message
        }
        // 应发布高值预警
        if current.isChinese, at(.issue), !following.isFirstOnLine, spells(following, .alert) || spells(following, .advice) {
            advance()
        }
        if let message = try acceptMessage(isExpected: true) { return message }
        if let kind = acceptDecisionKind() {
            return .decision(Located(kind.rawValue, range(of: word)), to: kind.hasLevel ? try acceptDecisionLevel() : nil)
        }
        skipComma(before: [.because])
        if at(.because) { return .decision(nil, to: nil) }
        if let subject = acceptSubject() {
            let name = try parseText()
            return .order(subject, NameSyntax(text: name.value, isQuoted: true, range: name.range), try parseAction())
        }
        guard isAtTestLevel else { throw fail(.outcome) }
        let level = try parseTestLevel()
        _ = current.isChinese ? accept(.warning) : nil
        return .level(level)
    }

    /// `alert NAME [at station CODE]`, `advice NAME`.
    private mutating func acceptMessage(isExpected: Bool) throws(SyntaxFailure) -> ExpectationSyntax.Outcome? {
        guard !current.isFirstOnLine else { return nil }
        if accept(.alert) != nil { return try parseExpectedAlert(isExpected) }
        guard accept(.advice) != nil else { return nil }
        return .advice(try parseName(.name(of: .advice)), isExpected: isExpected)
    }

    /// Behind `alert`. Without `station` an `at` begins the next clause.
    private mutating func parseExpectedAlert(_ isExpected: Bool) throws(SyntaxFailure) -> ExpectationSyntax.Outcome {
        let id = try parseName(.name(of: .alert))
        skipComma(before: [.at])
        guard at(.at), current.isChinese || spells(following, .station) else {
            return .alert(id, station: nil, isExpected: isExpected)
        }
        _ = accept(.at)
        _ = accept(.station)
        return .alert(id, station: try parseName(.station), isExpected: isExpected)
    }

    private enum DecisionKind: String {
        case issue, escalate, downgrade, lift, cancel

        var hasLevel: Bool { self != .lift && self != .cancel }
    }

    private mutating func acceptDecisionKind() -> DecisionKind? {
        if accept(.issue) != nil { return .issue }
        if accept(.escalate) != nil { return .escalate }
        if accept(.downgrade) != nil { return .downgrade }
        if accept(.lift) != nil { return .lift }
        return accept(.cancel) != nil ? .cancel : nil
    }

    /// `to red`, `red`, 至红色预警; nil where the test leaves it open.
    private mutating func acceptDecisionLevel() throws(SyntaxFailure) -> NameSyntax? {
        let isStated = accept(.to) != nil || (current.isChinese && accept(.until) != nil)
        guard isStated || isAtTestLevel else {
            if current.isChinese { _ = accept(.warning) }
            return nil
        }
        let level = try parseTestLevel()
        if current.isChinese { _ = accept(.warning) }
        return level
    }

    private mutating func acceptSubject() -> OrderSubject? {
        if accept(.enterprise) != nil { return .enterprise }
        return accept(.site) != nil ? .site : nil
    }

    // MARK: - Small parts

    /// Whether the name of a level may stand here: the word that begins the next clause is none.
    private var isAtTestLevel: Bool {
        switch current.kind {
        case .string: true
        case .word where current.isChinese: current.keyword == nil
        case .word: !isAtNumber && !current.isFirstOnLine && !at(.because) && !at(.at) && !at(.given) && !at(.isIn)
        default: false
        }
    }

    private mutating func parseTestLevel() throws(SyntaxFailure) -> NameSyntax {
        if current.kind == .string { return try parseName(.name(of: .level)) }
        guard isAtTestLevel else { throw fail(.name(of: .level)) }
        return takeTestWord()
    }

    /// A word; of Chinese ones what stands together up to the next word of the language.
    private mutating func takeTestWord() -> NameSyntax {
        let start = current
        var text = ""
        repeat {
            text += self.text(of: current)
            advance()
        } while current.kind == .word && current.keyword == nil && current.start == tokens[position - 1].end
        return NameSyntax(text: text, isQuoted: false, range: range(from: start))
    }

    private mutating func skipComma(before words: [Keyword]) {
        if current.kind == .comma, words.contains(where: { spells(following, $0) }) { advance() }
    }

    /// A time behind a word: `from`, `since` and `issued`, in Chinese 自…起 and 发布于.
    private mutating func acceptMoment(after word: Keyword) throws(SyntaxFailure) -> MomentSyntax? {
        skipComma(before: [word, .from])
        let isChinese = current.isChinese
        let isFound = accept(word) != nil || (word == .since && isChinese && accept(.from) != nil)
        guard isFound else { return nil }
        let moment = try parseMoment()
        if isChinese { _ = accept(.sinceMark) }
        return moment
    }

    /// `2024-12-09T20:00`, `2024-12-09`, 2024年12月9日20时.
    private mutating func parseMoment() throws(SyntaxFailure) -> MomentSyntax {
        let start = current
        if current.kind == .word, !current.isChinese, let (day, hour) = dateAndHour(text(of: current)) {
            let place = currentRange
            advance()
            try expectSign(.colon, .sign(":"))
            guard current.kind == .word, !current.isChinese else { throw fail(.clock) }
            let minute = text(of: current)
            advance()
            return MomentSyntax(
                range: range(from: start), date: Located(day, place),
                clock: ClockSyntax(range: range(from: start), hour: hour, minute: minute))
        }
        guard let date = acceptDate() else { throw fail(.moment) }
        var clock: ClockSyntax?
        // Only behind 日: a number behind a dashed date is the next clause's.
        if tokens[position - 1].isChinese, isAtNumber, !current.isFirstOnLine { clock = try parseClock() }
        return MomentSyntax(range: range(from: start), date: date, clock: clock)
    }

    /// The two sides of `2024-12-09T20`.
    private func dateAndHour(_ word: String) -> (date: String, hour: String)? {
        let sides = word.split(separator: "T", omittingEmptySubsequences: false)
        guard sides.count == 2, sides[0].utf8.count == 10, sides[0].utf8.allSatisfy({ $0 == 0x2D || (0x30...0x39).contains($0) }),
            (1...2).contains(sides[1].utf8.count), sides[1].utf8.allSatisfy({ (0x30...0x39).contains($0) })
        else { return nil }
        return (String(sides[0]), String(sides[1]))
    }
}
