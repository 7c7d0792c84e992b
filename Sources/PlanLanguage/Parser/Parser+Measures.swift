import PlanModel

// Actions, measures, decision tables.
extension Parser {
    static let actionWords: [Keyword] = [.limit, .stop, .autonomous, .goOn, .guaranteed]

    /// `limit P%`, `stop P% of lines`, `stop`, `autonomous`, `continue`, `guaranteed`; nil where none begins.
    mutating func acceptAction() throws(SyntaxFailure) -> ActionSyntax? {
        let start = current
        if accept(.limit) != nil {
            let percent = try parsePercent()
            return ActionSyntax(range: range(from: start), kind: .limit, percent: percent)
        }
        if accept(.stop) != nil {
            guard isAtNumber, !current.isFirstOnLine else {
                return ActionSyntax(range: range(from: start), kind: .stop, percent: nil)
            }
            let percent = try parsePercent()
            if accept(.of) == nil, !start.isChinese { throw fail(.keyword(.of)) }
            try parseLines()
            return ActionSyntax(range: range(from: start), kind: .stopLines, percent: percent)
        }
        if accept(.autonomous) != nil { return ActionSyntax(range: range(from: start), kind: .autonomous, percent: nil) }
        if accept(.goOn) != nil { return ActionSyntax(range: range(from: start), kind: .goOn, percent: nil) }
        guard accept(.guaranteed) != nil else { return nil }
        // 以热定产（以量定产): official texts name both.
        if current.kind == .leftParenthesis, spells(following, .guaranteed) {
            advance()
            _ = accept(.guaranteed)
            try expectSign(.rightParenthesis, .sign(")"))
        }
        return ActionSyntax(range: range(from: start), kind: .guaranteed, percent: nil)
    }

    mutating func parseAction() throws(SyntaxFailure) -> ActionSyntax {
        guard let action = try acceptAction() else { throw fail(.action) }
        return action
    }

    mutating func parsePercent() throws(SyntaxFailure) -> NumberSyntax {
        guard isAtNumber else { throw fail(.percent) }
        let number = try parseNumber()
        guard acceptSign(.percent) != nil else {
            var draft = failure([.sign("%")])
            draft.fixits = [(number.range.tail, "%")]
            drafts.append(draft)
            return number
        }
        return number
    }

    /// `lines`, which at the top level names a table.
    private mutating func parseLines() throws(SyntaxFailure) {
        if current.keyword == .lineTable, !current.isChinese {
            note(current, as: .line)
            advance()
        } else {
            let word = vocabulary == .chinese ? Keyword.line : .lineTable
            guard accept(.line) != nil else { throw fail(.keyword(word)) }
        }
    }

    /// `action [and duty STRING, …]` or `duty STRING, …`
    mutating func parseMeasure() throws(SyntaxFailure) -> MeasureSyntax {
        let start = current
        let action = try acceptAction()
        var duties: [TextSyntax] = []
        if action == nil {
            guard accept(.duty) != nil || accept(.andDuty) != nil else { throw fail(.action, .keyword(.duty)) }
            duties = try parseDuties()
        } else {
            if current.kind == .comma, spells(following, .andDuty) { advance() }
            if accept(.andDuty) != nil {
                duties = try parseDuties()
            } else if at(.and) {
                _ = accept(.and)
                try expect(.duty)
                duties = try parseDuties()
            }
        }
        return MeasureSyntax(range: range(from: start), action: action, duties: duties)
    }

    private mutating func parseDuties() throws(SyntaxFailure) -> [TextSyntax] {
        try parseList { (parser) throws(SyntaxFailure) in try parser.parseText() }
    }

    // MARK: - Decision tables

    mutating func parseMeasures() throws(SyntaxFailure) -> MeasuresSyntax {
        let start = try expect(.measures)
        let id = try parseName(.name(of: .measures))
        var table = MeasuresSyntax(
            range: id.range, id: id, name: try parseText(), who: nil, lead: nil, cites: [], body: .rows(head: nil, rows: []),
            isWhole: true)
        var file: TextSyntax?
        while true {
            let word = current
            if let who = try acceptWho(stops: [.lead, .cites, .from, .fromFile]) {
                if table.who != nil { drafts.append(Draft(.duplicateClause(text(of: word)), range(of: word))) }
                table.who = who
            } else if accept(.lead) != nil {
                if table.lead != nil { drafts.append(Draft(.duplicateClause(text(of: word)), range(of: word))) }
                table.lead = try parseText()
            } else if accept(.cites) != nil {
                table.cites.append(try parseText())
            } else if accept(.from) != nil || accept(.fromFile) != nil {
                if file != nil { drafts.append(Draft(.duplicateClause(text(of: word)), range(of: word))) }
                file = try parseText()
            } else {
                break
            }
        }
        if let file {
            table.body = .file(file)
        } else {
            try parseRows(of: &table)
        }
        table.range = range(from: start)
        return table
    }

    private mutating func parseRows(of table: inout MeasuresSyntax) throws(SyntaxFailure) {
        guard current.kind == .leftBrace else {
            throw fail(.keyword(.for), .keyword(.lead), .keyword(.cites), .keyword(.from), .sign("{"))
        }
        let open = current
        advance()
        var head: MeasureHeadSyntax?
        var rows: [MeasureRowSyntax] = []
        var isHeadRead = false
        while acceptSign(.rightBrace) == nil {
            if isAtEnd || isAtDeclaration {
                drafts.append(
                    Draft(
                        .missingBrace, previousTail, fixits: [(previousTail, "\n}")], related: [(range(of: open), .openedHere)]))
                table.isWhole = false
                break
            }
            if acceptSign(.semicolon) != nil { continue }
            let start = position
            do throws(SyntaxFailure) {
                if isHeadRead {
                    rows.append(try parseRow())
                } else {
                    isHeadRead = true
                    head = try parseHead()
                }
            } catch {
                table.isWhole = false
                if position == start { advance() }
                while !isAtRowEnd(after: start) { advance() }
            }
        }
        table.body = .rows(head: head, rows: rows)
    }

    /// Whether the row that began at a place is over: a new line, a semicolon or the closing brace.
    private func isAtRowEnd(after start: Int) -> Bool {
        switch current.kind {
        case .end, .rightBrace, .semicolon: true
        default: current.isFirstOnLine && position > start
        }
    }

    private mutating func parseHead() throws(SyntaxFailure) -> MeasureHeadSyntax {
        let start = position
        let first = current
        var columns: [NameSyntax] = []
        var levels: [NameSyntax] = []
        while current.kind != .bar {
            if isAtRowEnd(after: start) { throw fail(.column, .sign("|")) }
            columns.append(try parseColumn(isFree: true))
        }
        advance()
        while !isAtRowEnd(after: start) { levels.append(try parseLevelName()) }
        if levels.isEmpty { throw fail(.name(of: .level)) }
        return MeasureHeadSyntax(range: range(from: first), columns: columns, levels: levels)
    }

    private mutating func parseRow() throws(SyntaxFailure) -> MeasureRowSyntax {
        let start = position
        let first = current
        var patterns: [[ValueSyntax]] = []
        while current.kind != .bar {
            if isAtRowEnd(after: start) { throw fail(.value, .sign("|")) }
            if acceptSign(.star) != nil {
                patterns.append([])
            } else {
                patterns.append(try parseList { (parser) throws(SyntaxFailure) in try parser.parseValue(isFree: true) })
            }
        }
        advance()
        var cells: [MeasureSyntax] = []
        while !isAtRowEnd(after: start) { cells.append(try parseMeasure()) }
        return MeasureRowSyntax(range: range(from: first), patterns: patterns, cells: cells)
    }
}
