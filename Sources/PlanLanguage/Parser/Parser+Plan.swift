import PlanModel

extension Parser {
    private static let planClauses: [Keyword] = [
        .basis, .zone, .aqi, .levels, .requires, .horizon, .review, .forecast, .forecastBound, .forecastFrom, .forecastAge, .days,
        .wait, .remind, .remindEnd, .serve, .keep, .keepDone, .keepRejected, .keepNotices, .keepReports, .report,
        .contact, .forecasters, .target,
    ]

    mutating func parsePlan() throws(SyntaxFailure) -> PlanSyntax {
        let start = try expect(.plan)
        let name = try parseText()
        var clauses: [Located<PlanClause>] = []
        let isWhole = try parseBlock(starts: Self.planClauses) { (parser) throws(SyntaxFailure) in
            let first = parser.current
            let clause = try parser.parsePlanClause()
            clauses.append(Located(clause, parser.range(from: first)))
        }
        return PlanSyntax(range: range(from: start), name: name, clauses: clauses, isWhole: isWhole)
    }

    private mutating func parsePlanClause() throws(SyntaxFailure) -> PlanClause {
        if accept(.basis) != nil { return .basis(try parseText()) }
        if accept(.zone) != nil { return .zone(try parseText()) }
        if accept(.aqi) != nil { return .aqi(try parseName(.edition)) }
        if accept(.levels) != nil { return .levels(try parseLevelOrder()) }
        if accept(.requires) != nil {
            return .requires(try parseList { (parser) throws(SyntaxFailure) in try parser.parsePollutant() })
        }
        if let start = accept(.horizon) { return .horizon(try parseDuration(from: start)) }
        if let start = accept(.review) {
            if !start.isChinese { try expect(.at) }
            return .review(try parseClocks())
        }
        if accept(.forecastBound) != nil { return .forecastBound(try parseForecastBound()) }
        if accept(.forecastFrom) != nil { return try parseForecastSources() }
        if let start = accept(.forecastAge) { return .forecastAge(try parseDuration(from: start)) }
        if let start = accept(.forecast) {
            if accept(.from) != nil || accept(.fromFile) != nil { return try parseForecastSources() }
            if accept(.at) != nil {
                try expect(.most)
                let age = try parseDuration(from: start)
                try expect(.old)
                return .forecastAge(age)
            }
            guard accept(.bound) != nil else { throw fail(.keyword(.bound), .keyword(.from), .keyword(.at)) }
            return .forecastBound(try parseForecastBound())
        }
        if accept(.days) != nil {
            if accept(.rolling) != nil { return .days(.rolling) }
            if accept(.natural) != nil { return .days(.natural) }
            throw fail(.keyword(.rolling), .keyword(.natural))
        }
        if let start = accept(.wait) { return .wait(try parseDuration(from: start)) }
        if let start = accept(.remindEnd) { return .remindEnd(try parseDuration(from: start)) }
        if let start = accept(.remind) {
            let duration = try parseDuration(from: start)
            try expect(.before)
            try expect(.end)
            return .remindEnd(duration)
        }
        if accept(.serve) != nil { return try parseService() }
        if let start = accept(.keep) {
            let subject = try parseKept()
            return .keep(subject, try parseDuration(from: start))
        }
        if let start = accept(.keepDone) { return .keep(.done, try parseDuration(from: start)) }
        if let start = accept(.keepRejected) { return .keep(.rejected, try parseDuration(from: start)) }
        if let start = accept(.keepNotices) { return .keep(.notices, try parseDuration(from: start)) }
        if let start = accept(.keepReports) { return .keep(.reports, try parseDuration(from: start)) }
        if let start = accept(.report) {
            if !start.isChinese { try expect(.at) }
            return .report(try parseClocks())
        }
        if accept(.contact) != nil { return .contact(try parseText()) }
        if let start = accept(.forecasters) {
            if !start.isChinese { try expect(.by) }
            return .forecasters(try parseList { (parser) throws(SyntaxFailure) in try parser.parseText() })
        }
        if let start = accept(.target) { return .target(try parseTarget(start)) }
        throw fail(Self.planClauses.filter { spokenName($0) }.map { .keyword($0) } + [.sign("}")])
    }

    /// Whether the vocabulary in use has a word for a keyword.
    private func spokenName(_ keyword: Keyword) -> Bool { (vocabulary ?? .english).spelling(of: keyword) != nil }

    /// `ADDRESSEE {, ADDRESSEE} within DUR`; in Chinese the duration stands before its 内.
    private mutating func parseService() throws(SyntaxFailure) -> PlanClause {
        let addressees = try parseList { (parser) throws(SyntaxFailure) -> AddresseeSyntax in
            if let word = parser.accept(.enterprise) { return .enterprise(parser.range(from: word)) }
            return .named(try parser.parseText())
        }
        if let word = accept(.within) { return .serve(addressees, within: try parseDuration(from: word)) }
        guard isAtNumber else { throw fail(.keyword(.within), .duration) }
        let within = try parseDuration(from: current)
        try expect(.inside)
        return .serve(addressees, within: within)
    }

    private mutating func parseKept() throws(SyntaxFailure) -> Retention.Subject {
        if accept(.done) != nil { return .done }
        if accept(.rejected) != nil { return .rejected }
        if accept(.notices) != nil { return .notices }
        if accept(.reports) != nil { return .reports }
        throw fail(.keyword(.done), .keyword(.rejected), .keyword(.notices), .keyword(.reports))
    }

    private mutating func parseForecastBound() throws(SyntaxFailure) -> ForecastBound {
        if accept(.upper) != nil { return .upper }
        if accept(.middle) != nil { return .middle }
        if accept(.lower) != nil { return .lower }
        throw fail(.keyword(.upper), .keyword(.middle), .keyword(.lower))
    }

    private mutating func parseForecastSources() throws(SyntaxFailure) -> PlanClause {
        let sources = try parseList { (parser) throws(SyntaxFailure) in try parser.parseText() }
        let start = current
        let combination: ForecastCombination
        if accept(.takenHighest) != nil {
            combination = .highest
        } else if accept(.takenMean) != nil {
            combination = .mean
        } else if accept(.combined) != nil {
            try expect(.by)
            if accept(.highest) != nil {
                combination = .highest
            } else {
                guard accept(.mean) != nil else { throw fail(.keyword(.highest), .keyword(.mean)) }
                combination = .mean
            }
        } else {
            return .forecastSources(sources, combined: nil)
        }
        return .forecastSources(sources, combined: Located(combination, range(from: start)))
    }

    private mutating func parseLevelOrder() throws(SyntaxFailure) -> [NameSyntax] {
        var names = [try parseName(.name(of: .level))]
        while true {
            if acceptSign(.less) == nil {
                guard current.kind == .comma || current.kind == .greater else { return names }
                drafts.append(Draft(.levelOrderSign, currentRange, fixits: current.kind == .comma ? [(currentRange, " <")] : []))
                advance()
            }
            names.append(try parseName(.name(of: .level)))
        }
    }
}
