import PlanModel

// Predicates on list columns. They nest and bind as conditions do.
extension Parser {
    /// `both { "or" both }`
    mutating func parsePredicate() throws(SyntaxFailure) -> PredicateSyntax {
        let start = current
        var terms = [try parseBothPredicates()]
        while acceptJoint(.or) { terms.append(try parseBothPredicates()) }
        return terms.count == 1 ? terms[0] : .or(terms, range(from: start))
    }

    private mutating func parseBothPredicates() throws(SyntaxFailure) -> PredicateSyntax {
        let start = current
        var terms = [try parseUnaryPredicate()]
        while acceptJoint(.and) { terms.append(try parseUnaryPredicate()) }
        return terms.count == 1 ? terms[0] : .and(terms, range(from: start))
    }

    private mutating func parseUnaryPredicate() throws(SyntaxFailure) -> PredicateSyntax {
        let start = current
        if !isAtKnownColumn, accept(.not) != nil {
            try enter(start, isPredicate: true)
            defer { nesting -= 1 }
            let operand = try parseUnaryPredicate()
            return .not(operand, range(from: start))
        }
        if acceptSign(.leftParenthesis) != nil {
            try enter(start, isPredicate: true)
            defer { nesting -= 1 }
            let inner = try parsePredicate()
            guard acceptSign(.rightParenthesis) != nil else {
                var draft = failure([.keyword(.and), .keyword(.or), .sign(")")])
                draft.related.append((range(of: start), .openedHere))
                drafts.append(draft)
                throw SyntaxFailure()
            }
            return .parenthesized(inner, range(from: start))
        }
        if acceptOnList() { return .onList(nil, list: try parseListName(), range(from: start)) }
        return try parseStatement(about: try parseColumn(), from: start)
    }

    private mutating func parseStatement(
        about column: NameSyntax, from start: Token
    ) throws(SyntaxFailure) -> PredicateSyntax {
        if acceptOnList() { return .onList(column, list: try parseListName(), range(from: start)) }
        // On a line of its own `in AREA` is the next clause of a test.
        if !current.isFirstOnLine || following.kind == .leftParenthesis, accept(.isIn) != nil {
            try expectSign(.leftParenthesis, .sign("("))
            let values = try parseList { (parser) throws(SyntaxFailure) in try parser.parseValue() }
            try expectSign(.rightParenthesis, .sign(")"))
            return .isIn(column, values, range(from: start))
        }
        if let relation = acceptPredicateRelation() { return .compare(column, relation, try parseValue()) }
        return .holds(column)
    }

    private mutating func acceptOnList() -> Bool {
        if accept(.onList) != nil { return true }
        guard at(.on), !current.isChinese, following.keyword == .list else { return false }
        return accept(.on) != nil && accept(.list) != nil
    }

    /// The name of a list; in Chinese perhaps between 列入 and 名单.
    private mutating func parseListName() throws(SyntaxFailure) -> NameSyntax {
        let name = try parseName(.name(of: .list))
        if current.isChinese, at(.list), !current.isFirstOnLine { _ = accept(.list) }
        return name
    }

    private mutating func acceptPredicateRelation() -> Located<PredicateRelation>? {
        let token = current
        let relation: PredicateRelation
        switch token.kind {
        case .doubleEqual: relation = .equal
        case .equal:
            var draft = failure([.sign("==")])
            draft.fixits = [(currentRange, "==")]
            drafts.append(draft)
            relation = .equal
        case .notEqual: relation = .notEqual
        case .less: relation = .less
        case .lessOrEqual: relation = .lessOrEqual
        case .greater: relation = .greater
        case .greaterOrEqual: relation = .greaterOrEqual
        case .word:
            guard let word = chineseRelation(token) else { return nil }
            relation = word
        default: return nil
        }
        if let keyword = token.keyword { return accept(keyword).map { Located(relation, range(of: $0)) } }
        advance()
        return Located(relation, range(of: token))
    }

    private func chineseRelation(_ token: Token) -> PredicateRelation? {
        switch token.keyword {
        case .equals: .equal
        case .notEquals: .notEqual
        case .less: .less
        case .lessOrEqual: .lessOrEqual
        case .greater: .greater
        case .greaterOrEqual: .greaterOrEqual
        default: nil
        }
    }

    // MARK: - Whom

    /// `for SUBJECT [PREDICATE]`; nil where no `for` stands.
    ///
    /// - Parameter stops: words that begin what may follow, where no predicate does.
    mutating func acceptWho(stops: [Keyword]) throws(SyntaxFailure) -> WhoSyntax? {
        let start = current
        guard accept(.appliesTo) != nil || (!current.isChinese && accept(.for) != nil) else { return nil }
        let subject = try parseSubject()
        let predicate = isAtPredicate(stops: stops) ? try parsePredicate() : nil
        return WhoSyntax(range: range(from: start), subject: subject, predicate: predicate)
    }

    private mutating func parseSubject() throws(SyntaxFailure) -> Located<OrderSubject> {
        if let token = accept(.enterprise) { return Located(.enterprise, range(of: token)) }
        if let token = accept(.site) { return Located(.site, range(of: token)) }
        if let token = accept(.line) { return Located(.line, range(of: token)) }
        if let token = accept(.facility) { return Located(.facility, range(of: token)) }
        throw fail(.keyword(.enterprise), .keyword(.site), .keyword(.line), .keyword(.facility))
    }

    func isAtPredicate(stops: [Keyword]) -> Bool {
        switch current.kind {
        case .string, .leftParenthesis: true
        case .word: !isAtDeclaration && (isAtKnownColumn || !stops.contains(where: at))
        default: false
        }
    }
}
