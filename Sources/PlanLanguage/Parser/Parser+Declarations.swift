extension Parser {
    mutating func parseDeclarations() -> [Declaration] {
        var declarations: [Declaration] = []
        while !isAtEnd {
            if acceptSign(.semicolon) != nil { continue }
            let start = position
            do throws(SyntaxFailure) {
                declarations.append(try parseDeclaration())
            } catch {
                // A stray brace takes no declaration with it.
                if tokens[start].kind != .rightBrace { hasLostDeclaration = true }
                if position == start { advance() }
                skipToDeclaration()
            }
        }
        return declarations
    }

    private mutating func parseDeclaration() throws(SyntaxFailure) -> Declaration {
        guard let keyword = current.keyword, keyword.startsDeclaration else {
            throw fail(.keyword(.plan), .keyword(.area), .keyword(.let), .keyword(.level))
        }
        switch keyword {
        case .plan: return .plan(try parsePlan())
        case .area: return .area(try parseArea())
        case .let: return .let(try parseLet())
        case .level: return .level(try parseLevel())
        case .enterprises, .lineTable, .facilityTable, .siteTable, .facts: return .table(try parseTable(keyword))
        case .list: return .list(try parseListDeclaration())
        case .industries: return .industries(try parseIndustries())
        case .emissions: return .emissions(try parseEmissions())
        case .reduce: return .reduce(try parseReduce())
        case .exemption: return .exemption(try parseExemption())
        case .measures: return .measures(try parseMeasures())
        case .season: return .season(try parseSeason())
        case .finding, .count: return .watch(try parseWatch(keyword))
        case .test: return .test(parsePlanTest())
        case .advice: return .advice(try parseAdvice())
        default: return .alert(try parseAlert())
        }
    }

    mutating func skipToDeclaration() {
        while !isAtEnd, !isAtDeclaration { advance() }
    }

    // MARK: - Blocks

    /// The clauses between braces. `starts` tells where recovery may go on after a clause that failed.
    ///
    /// - Returns: whether every clause could be read.
    @discardableResult mutating func parseBlock(
        starts: [Keyword], clause: (inout Parser) throws(SyntaxFailure) -> Void
    ) throws(SyntaxFailure) -> Bool {
        let open = try expectSign(.leftBrace, .sign("{"))
        var isWhole = true
        while true {
            if acceptSign(.rightBrace) != nil { return isWhole }
            if isAtEnd || isAtDeclaration {
                drafts.append(
                    Draft(
                        .missingBrace, previousTail, fixits: [(previousTail, "\n}")], related: [(range(of: open), .openedHere)]))
                return false
            }
            if acceptSign(.semicolon) != nil { continue }
            let start = position
            do throws(SyntaxFailure) {
                try clause(&self)
            } catch {
                isWhole = false
                if position == start { advance() }
                skipToClause(starts)
            }
        }
    }

    private mutating func skipToClause(_ starts: [Keyword]) {
        var depth = 0
        while !isAtEnd, !isAtDeclaration {
            switch current.kind {
            case .leftBrace: depth += 1
            case .rightBrace:
                if depth == 0 { return }
                depth -= 1
            case .word where depth == 0:
                if starts.contains(where: at) { return }
            default: break
            }
            advance()
        }
    }

    // MARK: - let

    private mutating func parseLet() throws(SyntaxFailure) -> LetSyntax {
        let start = try expect(.let)
        let name = try parseName(.name(of: .let))
        if acceptSign(.equal) == nil {
            // `let cleared: …` and `let cleared == …` can mean nothing else.
            guard current.kind == .colon || current.kind == .doubleEqual else { throw fail(.sign("=")) }
            var draft = failure([.sign("=")])
            draft.fixits = [(currentRange, "=")]
            drafts.append(draft)
            advance()
        }
        do throws(SyntaxFailure) {
            let condition = try parseCondition()
            return LetSyntax(range: range(from: start), name: name, condition: condition)
        } catch {
            // The name is known all the same.
            skipToDeclaration()
            return LetSyntax(range: range(from: start), name: name, condition: .missing(name.range.tail))
        }
    }

    // MARK: - area

    private mutating func parseArea() throws(SyntaxFailure) -> AreaSyntax {
        let start = try expect(.area)
        let id = try parseName(.name(of: .area))
        let name = try parseText()
        var area = AreaSyntax(range: id.range, id: id, name: name, code: nil, stations: [], atLeast: nil)
        if accept(.code) != nil { area.code = try parseName(.code) }
        if accept(.polygon) != nil { area.polygon = try parseText() }
        let before = drafts.errors
        try parseBlock(starts: [.stations, .counties]) { (parser) throws(SyntaxFailure) in
            if let word = parser.accept(.counties) {
                if let firstCounties = area.countiesWord {
                    parser.drafts.append(
                        Draft(
                            .duplicateClause(parser.text(of: word)), parser.range(of: word),
                            related: [(firstCounties, .firstHere)]))
                }
                area.countiesWord = area.countiesWord ?? parser.range(of: word)
                area.counties += try parser.parseList { (parser) throws(SyntaxFailure) in try parser.parseText() }
                return
            }
            guard let word = parser.accept(.stations) else { throw parser.fail(.keyword(.stations), .sign("}")) }
            if let first = area.stationsWord {
                parser.drafts.append(
                    Draft(.duplicateClause(parser.text(of: word)), parser.range(of: word), related: [(first, .firstHere)]))
            }
            area.stationsWord = area.stationsWord ?? parser.range(of: word)
            area.stations += try parser.parseList { (parser) throws(SyntaxFailure) in try parser.parseName(.station) }
            if parser.accept(.atLeast) != nil {
                area.atLeast = try parser.parseNumber()
            } else if parser.accept(.at) != nil {
                try parser.expect(.least)
                area.atLeast = try parser.parseNumber()
            }
        }
        area.range = range(from: start)
        if drafts.errors > before { hasLostDeclaration = true }
        return area
    }
}
