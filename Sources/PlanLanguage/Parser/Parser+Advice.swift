extension Parser {
    mutating func parseAdvice() throws(SyntaxFailure) -> AdviceSyntax {
        let start = try expect(.advice)
        let id = try parseName(.name(of: .advice))
        let name = try parseText()
        var clauses: [Located<AdviceClause>] = []
        let isWhole = try parseBlock(starts: [.when, .say]) { (parser) throws(SyntaxFailure) in
            let first = parser.current
            let clause = try parser.parseAdviceClause()
            clauses.append(Located(clause, parser.range(from: first)))
        }
        return AdviceSyntax(range: range(from: start), id: id, name: name, clauses: clauses, isWhole: isWhole)
    }

    private mutating func parseAdviceClause() throws(SyntaxFailure) -> AdviceClause {
        lastSource = nil
        if accept(.when) != nil { return .when(try parseCondition()) }
        if accept(.say) != nil { return .say(try parseText()) }
        throw fail(.keyword(.when), .keyword(.say), .sign("}"))
    }
}
