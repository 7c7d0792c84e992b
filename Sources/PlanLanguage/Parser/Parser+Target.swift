import PlanModel

// Targets of the year's indicators.
extension Parser {
    /// `PM2.5 below 41 ug/m3 in 2025`; in Chinese `2025年 PM2.5低于41微克/立方米`.
    mutating func parseTarget(_ start: Token) throws(SyntaxFailure) -> TargetSyntax {
        let before = start.isChinese ? try parseHanYear() : nil
        let first = current
        let quantity = Located(try parseIndicator(), range(from: first))
        let second = current
        let relation = Located(try parseBound(), range(from: second))
        let (number, suffix) = try parseNumberWithSuffix()
        let unit = suffix.map { parseUnit(after: $0) } ?? parseUnit()
        guard let before else {
            try expect(.isIn)
            return TargetSyntax(quantity: quantity, relation: relation, number: number, unit: unit, year: try parseNumber())
        }
        return TargetSyntax(quantity: quantity, relation: relation, number: number, unit: unit, year: before)
    }

    private mutating func parseHanYear() throws(SyntaxFailure) -> NumberSyntax {
        let year = try parseNumber()
        guard text(of: current) == "年" else { throw fail(.sign("年")) }
        advance()
        return year
    }

    private mutating func parseIndicator() throws(SyntaxFailure) -> IndicatorTarget.Quantity {
        if accept(.goodDays) != nil { return .goodDays }
        if accept(.heavyDays) != nil { return .heavyDays }
        if accept(.good) != nil {
            try expect(.days)
            return .goodDays
        }
        if accept(.heavy) != nil {
            try expect(.days)
            return .heavyDays
        }
        guard current.kind == .word, text(of: current).uppercased() == IndicatorTarget.Quantity.pm25.rawValue else {
            throw vocabulary == .chinese
                ? fail(.sign("PM2.5"), .keyword(.goodDays), .keyword(.heavyDays))
                : fail(.sign("PM2.5"), .keyword(.good), .keyword(.heavy))
        }
        advance()
        return .pm25
    }

    private mutating func parseBound() throws(SyntaxFailure) -> Relation {
        if accept(.below) != nil { return .less }
        if accept(.atMost) != nil { return .lessOrEqual }
        if accept(.atLeast) != nil { return .greaterOrEqual }
        guard accept(.at) != nil else { return try parseRelation() }
        if accept(.most) != nil { return .lessOrEqual }
        guard accept(.least) != nil else { throw fail(.keyword(.most), .keyword(.least)) }
        return .greaterOrEqual
    }
}
