extension Parser {
    private static let levelClauses: [Keyword] = [.issue, .end, .approve, .approveAutomatically, .respond, .cites]

    mutating func parseLevel() throws(SyntaxFailure) -> LevelSyntax {
        let start = try expect(.level)
        let id = try parseName(.name(of: .level))
        let name = try parseText()
        let response = accept(.response) != nil ? try parseText() : nil
        var clauses: [Located<LevelClause>] = []
        let isWhole = try parseBlock(starts: Self.levelClauses) { (parser) throws(SyntaxFailure) in
            let first = parser.current
            let clause = try parser.parseLevelClause()
            clauses.append(Located(clause, parser.range(from: first)))
        }
        return LevelSyntax(
            range: range(from: start), id: id, name: name, response: response, clauses: clauses, isWhole: isWhole)
    }

    private mutating func parseLevelClause() throws(SyntaxFailure) -> LevelClause {
        lastSource = nil
        if accept(.issue) != nil {
            let label = acceptSign(.label).map { Located(labelText($0), range(of: $0)) }
            try expect(.when)
            return .issue(label: label, when: try parseCondition())
        }
        if accept(.end) != nil {
            try expect(.when)
            return .end(when: try parseCondition())
        }
        if accept(.approveAutomatically) != nil { return .approveAutomatically }
        if let start = accept(.approve) { return try parseApproval(start) }
        if let start = accept(.respond) { return try parseResponse(start) }
        if accept(.cites) != nil { return .cites(try parseText()) }
        throw fail(.keyword(.issue), .keyword(.end), .keyword(.approve), .keyword(.respond), .keyword(.cites), .sign("}"))
    }

    /// `by STRING [within DUR [otherwise remind STRING]]`; in Chinese the duration stands before its 内.
    private mutating func parseApproval(_ start: Token) throws(SyntaxFailure) -> LevelClause {
        if !start.isChinese {
            if accept(.automatically) != nil { return .approveAutomatically }
            guard accept(.by) != nil else { throw fail(.keyword(.by), .keyword(.automatically)) }
        }
        let person = try parseText()
        var within: DurationSyntax?
        var remind: TextSyntax?
        if let word = accept(.within) {
            within = try parseDuration(from: word)
        } else if isAtNumber {
            within = try parseDuration(from: current)
            try expect(.inside)
        }
        if within != nil {
            if accept(.otherwiseRemind) != nil {
                remind = try parseText()
            } else if accept(.otherwise) != nil {
                try expect(.remind)
                remind = try parseText()
            }
        }
        return .approve(by: person, within: within, remind: remind)
    }

    private mutating func parseResponse(_ start: Token) throws(SyntaxFailure) -> LevelClause {
        if accept(.at) != nil {
            try expect(.next)
            return .respondAtNext(try parseClocks())
        }
        if accept(.next) != nil {
            _ = accept(.on)
            return .respondAtNext(try parseClocks())
        }
        if accept(.after) != nil { return .respondAfter(try parseDuration(from: start)) }
        let isChinese = accept(.ahead) != nil
        guard isChinese || isAtNumber else {
            throw start.isChinese
                ? fail(.keyword(.next), .keyword(.ahead), .duration) : fail(.keyword(.at), .keyword(.after), .duration)
        }
        let lead = try parseDuration(from: start)
        if !isChinese {
            if accept(.afterwards) != nil { return .respondAfter(lead) }
            try expect(.before)
            try expect(.onset)
        }
        let hours = accept(.on) != nil ? try parseClocks() : []
        return .respondBeforeOnset(lead, on: hours)
    }

    /// The text between the brackets, blanks at its ends left out.
    func labelText(_ token: Token) -> String {
        var scalars = Substring(text(of: token)).unicodeScalars.dropFirst().dropLast()
        while let first = scalars.first, first.properties.isWhitespace { scalars.removeFirst() }
        while let last = scalars.last, last.properties.isWhitespace { scalars.removeLast() }
        return String(scalars)
    }
}
