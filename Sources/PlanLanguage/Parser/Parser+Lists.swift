import PlanModel

// Tables, lists, industries, emissions, targets.
extension Parser {
    mutating func parseTable(_ keyword: Keyword) throws(SyntaxFailure) -> TableSyntax {
        let start = try expect(keyword)
        try parseFrom()
        let file = try parseText()
        let kind: TableKind =
            switch keyword {
            case .lineTable: .lines
            case .facilityTable: .facilities
            case .siteTable: .sites
            case .facts: .facts
            default: .enterprises
            }
        return TableSyntax(range: range(from: start), kind: kind, file: file)
    }

    private mutating func parseFrom() throws(SyntaxFailure) {
        guard accept(.fromFile) != nil || accept(.from) != nil else {
            throw fail(.keyword(vocabulary == .chinese ? .fromFile : .from))
        }
    }

    mutating func parseListDeclaration() throws(SyntaxFailure) -> ListSyntax {
        let start = try expect(.list)
        let id = try parseName(.name(of: .list))
        let name = current.kind == .string ? try parseText() : nil
        var file: TextSyntax?
        if at(.from) || at(.fromFile) {
            try parseFrom()
            file = try parseText()
        }
        return ListSyntax(range: range(from: start), id: id, name: name, file: file)
    }

    mutating func parseIndustries() throws(SyntaxFailure) -> IndustriesSyntax {
        let start = try expect(.industries)
        let names = try parseList { (parser) throws(SyntaxFailure) in try parser.parseText() }
        return IndustriesSyntax(range: range(from: start), names: names)
    }

    mutating func parseEmissions() throws(SyntaxFailure) -> EmissionsSyntax {
        let start = try expect(.emissions)
        let items = try parseList { (parser) throws(SyntaxFailure) -> EmissionsSyntax.Item in
            let pollutant = try parser.parsePollutant()
            let (number, suffix) = try parser.parseNumberWithSuffix()
            var unit: Located<String>?
            if let suffix {
                unit = parser.parseUnit(after: suffix)
            } else if parser.current.kind == .word, !parser.current.isFirstOnLine {
                let word = parser.current
                parser.advance()
                unit = parser.parseUnit(after: Located(parser.text(of: word), parser.range(of: word)))
            }
            return EmissionsSyntax.Item(pollutant: pollutant, number: number, unit: unit)
        }
        return EmissionsSyntax(range: range(from: start), items: items)
    }

    /// `reduce at LEVEL at least P% of POLLUTANT, …`; in Chinese 减排比例 LEVEL 至少P%：POLLUTANT、….
    mutating func parseReduce() throws(SyntaxFailure) -> ReduceSyntax {
        let start = try expect(.reduce)
        if !start.isChinese { try expect(.at) }
        let level = try parseLevelName()
        if accept(.atLeast) == nil, accept(.greaterOrEqual) == nil {
            try expect(start.isChinese ? .atLeast : .at)
            try expect(.least)
        }
        let percent = try parsePercent()
        if accept(.of) == nil, acceptSign(.colon) == nil, !start.isChinese { throw fail(.keyword(.of)) }
        let pollutants = try parseList { (parser) throws(SyntaxFailure) in try parser.parsePollutant() }
        return ReduceSyntax(range: range(from: start), level: level, percent: percent, pollutants: pollutants)
    }
}
