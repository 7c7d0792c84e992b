import PlanModel

extension Parser {
    mutating func parseAlert() throws(SyntaxFailure) -> AlertSyntax {
        let start = try expect(.alert)
        let id = try parseName(.name(of: .alert))
        let name = try parseText()
        let first = current
        let scope = Located(try parseScope(), range(from: first))
        var clauses: [Located<AlertClause>] = []
        let isWhole = try parseBlock(starts: [.when, .at, .every, .say]) { (parser) throws(SyntaxFailure) in
            let first = parser.current
            let clause = try parser.parseAlertClause()
            clauses.append(Located(clause, parser.range(from: first)))
        }
        return AlertSyntax(range: range(from: start), id: id, name: name, scope: scope, clauses: clauses, isWhole: isWhole)
    }

    /// `at station` or `at area`; in Chinese one word each.
    private mutating func parseScope() throws(SyntaxFailure) -> Alert.Scope {
        if accept(.atStation) != nil { return .station }
        if accept(.atArea) != nil { return .area }
        guard accept(.at) != nil else {
            throw vocabulary == .chinese ? fail(.keyword(.atStation), .keyword(.atArea)) : fail(.keyword(.at))
        }
        if accept(.station) != nil { return .station }
        guard accept(.area) != nil else { throw fail(.keyword(.station), .keyword(.area)) }
        return .area
    }

    private mutating func parseAlertClause() throws(SyntaxFailure) -> AlertClause {
        lastSource = nil
        if accept(.when) != nil { return .when(try parseCondition()) }
        if accept(.say) != nil { return .say(try parseText()) }
        let start = current
        if !start.isChinese, accept(.at) != nil {
            try expect(.most)
            try expect(.every)
            return .every(try parseDuration(from: start))
        }
        if start.isChinese, accept(.every) != nil {
            let duration = try parseDuration(from: start)
            try expect(.onceAtMost)
            return .every(duration)
        }
        throw fail(.keyword(.when), .keyword(vocabulary == .chinese ? .every : .at), .keyword(.say), .sign("}"))
    }
}
