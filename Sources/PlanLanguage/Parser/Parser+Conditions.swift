import PlanModel

extension Parser {
    /// `both { "or" both }`
    mutating func parseCondition() throws(SyntaxFailure) -> ConditionSyntax {
        let start = current
        var terms = [try parseBoth()]
        while acceptJoint(.or) { terms.append(try parseBoth()) }
        return terms.count == 1 ? terms[0] : .or(terms, range(from: start))
    }

    /// `unary { "and" unary }`
    private mutating func parseBoth() throws(SyntaxFailure) -> ConditionSyntax {
        let start = current
        var terms = [try parseUnary()]
        while acceptJoint(.and) { terms.append(try parseUnary()) }
        return terms.count == 1 ? terms[0] : .and(terms, range(from: start))
    }

    /// A joining word, perhaps after a comma as in running text (“，或”).
    mutating func acceptJoint(_ keyword: Keyword) -> Bool {
        if current.kind == .comma, spells(following, keyword) { advance() }
        return accept(keyword) != nil
    }

    private mutating func parseUnary() throws(SyntaxFailure) -> ConditionSyntax {
        let start = current
        if accept(.not) != nil {
            try enter(start)
            defer { nesting -= 1 }
            let operand = try parseUnary()
            return .not(operand, range(from: start))
        }
        if acceptSign(.leftParenthesis) != nil {
            try enter(start)
            defer { nesting -= 1 }
            let inner = try parseCondition()
            guard acceptSign(.rightParenthesis) != nil else {
                var draft = failure([.keyword(.and), .keyword(.or), .sign(")")])
                draft.related.append((range(of: start), .openedHere))
                drafts.append(draft)
                throw SyntaxFailure()
            }
            return .parenthesized(inner, range(from: start))
        }
        if let source = acceptSource() { return .test(try parseTest(start, source)) }
        if isAtQuantity || at(.hourly) || at(.daily) { return .test(try parseTest(start, assumedSource())) }
        let isName = current.kind == .string || (current.kind == .word && isPlainWord)
        // A misspelt source would else be taken for a name.
        let isMisspelt = following.keyword == .hourly || following.keyword == .daily || isRelation(following)
        guard isName, !isMisspelt else { throw fail(.condition) }
        return .name(try parseName(.condition))
    }

    /// Whether the word means nothing in conditions.
    private var isPlainWord: Bool {
        guard let keyword = current.keyword else { return true }
        return keyword.isOfRules && !current.isChinese
    }

    private func isRelation(_ token: Token) -> Bool {
        switch token.kind {
        case .less, .lessOrEqual, .greater, .greaterOrEqual: true
        default: false
        }
    }

    mutating func enter(_ token: Token, isPredicate: Bool = false) throws(SyntaxFailure) {
        guard nesting < Self.maximumNesting else {
            drafts.append(Draft(.nestingTooDeep(Self.maximumNesting, isPredicate: isPredicate), range(of: token)))
            throw SyntaxFailure()
        }
        nesting += 1
    }

    mutating func acceptSource() -> Located<Source>? {
        let token = current
        let source: Source
        if accept(.observed) != nil {
            source = .observed
        } else if accept(.expected) != nil {
            source = .expected
        } else if accept(.forecast) != nil {
            source = .forecast
        } else {
            return nil
        }
        lastSource = token
        return Located(source, range(of: token))
    }

    /// Reports a test without a source and takes that of the test before it.
    private mutating func assumedSource() -> Located<Source> {
        let place = currentRange.head
        let source: Source
        switch lastSource?.keyword {
        case .observed: source = .observed
        case .forecast: source = .forecast
        default: source = .expected
        }
        let word = lastSource.map(text) ?? nil
        let gap = lastSource?.isChinese == true ? "" : " "
        drafts.append(
            Draft(.missingSource(vocabulary ?? .english), currentRange, fixits: word.map { [(place, $0 + gap)] } ?? []))
        return Located(source, place)
    }

    // MARK: - Tests

    private mutating func parseTest(_ start: Token, _ source: Located<Source>) throws(SyntaxFailure) -> TestSyntax {
        let station = accept(.at) != nil ? try parseName(.station) : nil
        let (before, comparison) = try parseComparison(isCycleNeeded: true)
        guard let cycle = before else { throw SyntaxFailure() }
        var test = TestSyntax(range: source.range, source: source, station: station, cycle: cycle, comparison: comparison)
        try parseTail(of: &test)
        test.range = range(from: start)
        return test
    }

    mutating func acceptCycle() -> Located<Cycle>? {
        if let token = accept(.hourly) { return Located(.hourly, range(of: token)) }
        if let token = accept(.daily) { return Located(.daily, range(of: token)) }
        return nil
    }

    /// What may follow the comparison. Read in any order, so that a wrong order is one finding and not a cascade.
    private mutating func parseTail(of test: inout TestSyntax) throws(SyntaxFailure) {
        var seen: [(rank: Int, word: String)] = []
        while true {
            if current.kind == .comma, spells(following, .including) { advance() }
            let word = current
            guard let rank = try parseTailPart(of: &test, word, seen: seen.map(\.rank)) else { return }
            let spelling = text(of: word)
            // With `throughout`, `for` and `including` are wrong anywhere.
            if let later = seen.first(where: { $0.rank > rank && !($0.rank == 3 && rank >= 1) }) {
                drafts.append(Draft(.clauseOrder(spelling, before: later.word), range(of: word)))
            }
            seen.append((rank, spelling))
        }
    }

    /// Reads one part and returns its place in the order of the grammar; nil where none follows.
    private mutating func parseTailPart(
        of test: inout TestSyntax, _ word: Token, seen: [Int]
    ) throws(SyntaxFailure) -> Int? {
        func once(_ parser: inout Parser, _ rank: Int) {
            guard seen.contains(rank) else { return }
            parser.drafts.append(Draft(.duplicateClause(parser.text(of: word)), parser.range(of: word)))
        }
        if at(.ledBy) || at(.led) {
            once(&self, 0)
            if accept(.ledBy) == nil {
                _ = accept(.led)
                try expect(.by)
            }
            test.ledBy = try parseLeading()
            return 0
        }
        if accept(.for) != nil {
            once(&self, 1)
            test.run = try parseDuration(from: word)
            return 1
        }
        if accept(.including) != nil {
            once(&self, 2)
            test.including = try parseInclusion(word)
            return 2
        }
        if accept(.throughout) != nil {
            once(&self, 3)
            if !word.isChinese { try expect(.next) }
            test.throughout = try parseDuration(from: word)
            if word.isChinese { try expect(.all) }
            return 3
        }
        if at(.missingAtMost) || at(.missing) {
            once(&self, 4)
            if accept(.missingAtMost) == nil {
                _ = accept(.missing)
                try expect(.at)
                try expect(.most)
            }
            test.missingAtMost = try parseDuration(from: word)
            return 4
        }
        if at(.startingWithin) || at(.starting) {
            once(&self, 5)
            if accept(.startingWithin) == nil {
                _ = accept(.starting)
                try expect(.within)
            }
            test.startingWithin = try parseDuration(from: word)
            if word.isChinese { try expect(.inside) }
            return 5
        }
        return nil
    }

    /// Pollutants; a comma before `and`, `or` and `including` belongs to those.
    private mutating func parseLeading() throws(SyntaxFailure) -> [NameSyntax] {
        var names = [try parsePollutant()]
        while current.kind == .comma, !spells(following, .and), !spells(following, .or), !spells(following, .including) {
            advance()
            names.append(try parsePollutant())
        }
        return names
    }

    private mutating func parseInclusion(_ start: Token) throws(SyntaxFailure) -> InclusionSyntax {
        let (cycle, comparison) = try parseComparison(isCycleNeeded: false)
        let word = try expect(.for)
        let run = try parseDuration(from: word)
        return InclusionSyntax(range: range(from: start), cycle: cycle, comparison: comparison, run: run)
    }

    // MARK: - Comparisons

    private var isAtQuantity: Bool {
        guard current.kind == .word, !current.isChinese else { return false }
        let word = text(of: current).uppercased()
        return word == "AQI" || word == "IAQI"
    }

    /// `hourly|daily QUANTITY CMP VALUE`; official Chinese clauses put the cycle behind the quantity (“AQI日均值”).
    private mutating func parseComparison(
        isCycleNeeded: Bool
    ) throws(SyntaxFailure) -> (cycle: Located<Cycle>?, ComparisonSyntax) {
        var cycle = acceptCycle()
        let begin = position
        let start = current
        if isCycleNeeded, cycle == nil, !isAtQuantity, !(current.kind == .word && following.keyword?.isMean == true) {
            throw fail(.keyword(.hourly), .keyword(.daily))
        }
        let quantity = try parseQuantity()
        let place = range(from: start)
        if cycle == nil {
            if let token = accept(.dailyMean) {
                cycle = Located(.daily, range(of: token))
            } else if let token = accept(.hourlyMean) {
                cycle = Located(.hourly, range(of: token))
            } else if isCycleNeeded {
                // Said where the cycle should stand, not behind the quantity.
                position = begin
                throw fail(.keyword(.hourly), .keyword(.daily))
            }
        }
        let relation = try parseRelation()
        var ofArea = try parseAreaMean()
        let (number, suffix) = try parseNumberWithSuffix()
        var unit = suffix.map { parseUnit(after: $0) }
        if ofArea != nil, unit == nil {
            unit = Located("%", range(of: try expectSign(.percent, .sign("%"))))
        } else {
            unit = unit ?? parseUnit()
        }
        if unit?.value == "%", let word = accept(.of) {
            try expect(.area)
            ofArea = range(from: word)
        }
        let comparison = ComparisonSyntax(
            range: range(from: start), quantity: Located(quantity, place), relation: relation, number: number, unit: unit,
            ofArea: ofArea)
        return (cycle, comparison)
    }

    /// “区域均值的”, which stands before its percentage.
    private mutating func parseAreaMean() throws(SyntaxFailure) -> SourceRange? {
        guard let word = accept(.ofAreaMean) else { return nil }
        try expect(.of)
        return range(from: word)
    }

    mutating func parseQuantity() throws(SyntaxFailure) -> ComparisonSyntax.Quantity {
        guard isAtQuantity else {
            guard current.kind == .word, current.keyword == nil else { throw fail(.quantity) }
            return .pollutant(try parsePollutant())
        }
        let isSubIndex = text(of: current).utf8.count == 4
        advance()
        guard isSubIndex else { return .aqi }
        if current.kind == .word, current.keyword == nil {
            var draft = failure([.sign("(")])
            draft.fixits = [(currentRange, "(\(text(of: current)))")]
            drafts.append(draft)
            return .iaqi(try parsePollutant())
        }
        try expectSign(.leftParenthesis, .sign("("))
        let pollutant = try parsePollutant()
        try expectSign(.rightParenthesis, .sign(")"))
        return .iaqi(pollutant)
    }

    mutating func parseRelation() throws(SyntaxFailure) -> Relation {
        if acceptSign(.greater) != nil || accept(.greater) != nil { return .greater }
        if acceptSign(.greaterOrEqual) != nil || accept(.greaterOrEqual) != nil { return .greaterOrEqual }
        if acceptSign(.less) != nil || accept(.less) != nil { return .less }
        if acceptSign(.lessOrEqual) != nil || accept(.lessOrEqual) != nil { return .lessOrEqual }
        throw fail(.relation)
    }

    /// `ug/m3`, `微克/立方米`, or another word that can only be meant as a unit.
    mutating func parseUnit() -> Located<String>? {
        if let sign = acceptSign(.percent) { return Located("%", range(of: sign)) }
        guard current.kind == .word else { return nil }
        let first = current
        if following.kind == .slash { return parseUnit(from: first) }
        switch text(of: first).lowercased() {
        case "ug", "µg", "μg", "mg", "g", "ppb", "ppm", "微克", "毫克", "ugm3", "mgm3":
            advance()
            return Located(text(of: first), range(of: first))
        default: return nil
        }
    }

    private mutating func parseUnit(from first: Token) -> Located<String> {
        advance()
        return parseUnit(after: Located(text(of: first), range(of: first)))
    }

    /// The rest of a unit whose first word has been read.
    mutating func parseUnit(after first: Located<String>) -> Located<String> {
        guard current.kind == .slash, following.kind == .word else { return first }
        advance()
        let word = current
        advance()
        return Located("\(first.value)/\(text(of: word))", first.range.through(range(of: word)))
    }
}
