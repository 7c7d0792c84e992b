import PlanModel

// Exemptions, seasons, findings and counts.
extension Parser {
    private static let exemptionClauses: [Keyword] = [
        .for, .appliesTo, .barred, .barredWhen, .while, .grants, .from, .until, .cites,
    ]

    mutating func parseExemption() throws(SyntaxFailure) -> ExemptionSyntax {
        let start = try expect(.exemption)
        let id = try parseName(.name(of: .exemption))
        let name = try parseText()
        var clauses: [Located<ExemptionClause>] = []
        let isWhole = try parseBlock(starts: Self.exemptionClauses) { (parser) throws(SyntaxFailure) in
            let first = parser.current
            let clause = try parser.parseExemptionClause()
            clauses.append(Located(clause, parser.range(from: first)))
        }
        return ExemptionSyntax(range: range(from: start), id: id, name: name, clauses: clauses, isWhole: isWhole)
    }

    private mutating func parseExemptionClause() throws(SyntaxFailure) -> ExemptionClause {
        if let who = try acceptWho(stops: Self.exemptionClauses) { return .who(who) }
        if at(.barredWhen) || at(.barred) {
            if accept(.barredWhen) == nil { _ = accept(.barred) }
            try expect(.when)
            let bar = try parsePredicate()
            if current.kind == .comma, spells(following, .because) { advance() }
            return .barred(bar, because: accept(.because) != nil ? try parseText() : nil)
        }
        if accept(.while) != nil { return .condition(try parsePredicate()) }
        if accept(.grants) != nil {
            let action = try parseAction()
            if accept(.upTo) != nil { return .grants(action, upTo: try parseLevelName()) }
            // 准予正常生产至橙色: not the clause 至, which has a date.
            if current.isChinese, at(.until), !isNumber(following) {
                advance()
                return .grants(action, upTo: try parseLevelName())
            }
            guard accept(.up) != nil else { return .grants(action, upTo: nil) }
            try expect(.to)
            return .grants(action, upTo: try parseLevelName())
        }
        if accept(.from) != nil {
            let date = try parseDate()
            _ = accept(.sinceMark)
            return .from(date)
        }
        if accept(.until) != nil {
            let date = try parseDate()
            _ = accept(.endMark)
            return .until(date)
        }
        if accept(.cites) != nil { return .cites(try parseText()) }
        throw fail([whoWord, barWord, .keyword(.while), .keyword(.grants), .keyword(.cites), .sign("}")])
    }

    mutating func parseSeason() throws(SyntaxFailure) -> SeasonSyntax {
        let start = try expect(.season)
        let id = try parseName(.name(of: .season))
        let name = try parseText()
        try expect(.from)
        let from = try parseMonthDay()
        _ = accept(.sinceMark)
        if accept(.to) == nil {
            guard current.isChinese, accept(.until) != nil else { throw fail(.keyword(.to)) }
        }
        _ = accept(.nextYear)
        let until = try parseMonthDay()
        _ = accept(.endMark)
        let lead = accept(.lead) != nil ? try parseText() : nil
        var clauses: [Located<SeasonClause>] = []
        let words = Self.actionWords + [.duty, .andDuty, .cites]
        let isWhole = try parseBlock(starts: [.for, .appliesTo] + words) { (parser) throws(SyntaxFailure) in
            let first = parser.current
            let clause = try parser.parseSeasonClause(stops: words)
            clauses.append(Located(clause, parser.range(from: first)))
        }
        return SeasonSyntax(
            range: range(from: start), id: id, name: name, from: from, until: until, lead: lead, clauses: clauses,
            isWhole: isWhole)
    }

    private mutating func parseSeasonClause(stops: [Keyword]) throws(SyntaxFailure) -> SeasonClause {
        if let who = try acceptWho(stops: stops) { return .who(who) }
        if accept(.cites) != nil { return .cites(try parseText()) }
        guard stops.contains(where: at) else { throw fail(whoWord, .action, .keyword(.duty), .keyword(.cites), .sign("}")) }
        return .measure(try parseMeasure())
    }

    mutating func parseWatch(_ keyword: Keyword) throws(SyntaxFailure) -> WatchSyntax {
        let start = try expect(keyword)
        let id = try parseName(.name(of: keyword))
        var watch = WatchSyntax(
            range: id.range, isCount: keyword == .count, id: id, name: try parseText(), clauses: [], isWhole: true)
        while current.kind != .leftBrace, let part = try parseWatchBound(&watch) {
            _ = part
        }
        watch.isWhole = try parseBlock(starts: [.for, .appliesTo, .cites]) { (parser) throws(SyntaxFailure) in
            let first = parser.current
            let clause: WatchClause
            if let who = try parser.acceptWho(stops: [.cites]) {
                clause = .who(who)
            } else if parser.accept(.cites) != nil {
                clause = .cites(try parser.parseText())
            } else {
                throw parser.fail(parser.whoWord, .keyword(.cites), .sign("}"))
            }
            watch.clauses.append(Located(clause, parser.range(from: first)))
        }
        watch.range = range(from: start)
        return watch
    }

    /// One of `at least N`, `at most N`, `after DATE`; nil where none follows.
    private mutating func parseWatchBound(_ watch: inout WatchSyntax) throws(SyntaxFailure) -> Void? {
        let word = current
        if watch.isCount {
            if accept(.atLeast) != nil {
                watch.atLeast = try parseNumber()
                return ()
            }
            if accept(.atMost) != nil {
                watch.atMost = try parseNumber()
                return ()
            }
            if !word.isChinese, accept(.at) != nil {
                if accept(.least) != nil {
                    watch.atLeast = try parseNumber()
                } else {
                    guard accept(.most) != nil else { throw fail(.keyword(.least), .keyword(.most)) }
                    watch.atMost = try parseNumber()
                }
                return ()
            }
        }
        if accept(.after) != nil {
            watch.after = try parseDate()
            return ()
        }
        guard let date = acceptDate() else { return nil }
        try expect(.afterwards)
        watch.after = date
        return ()
    }

    // MARK: - Words of the vocabulary in use

    private var isChineseFile: Bool { vocabulary == .chinese }
    private var whoWord: Expectation { .keyword(isChineseFile ? .appliesTo : .for) }
    private var barWord: Expectation { .keyword(isChineseFile ? .barredWhen : .barred) }
}
