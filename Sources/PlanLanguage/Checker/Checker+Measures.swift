import PlanModel

// Measures and decision tables.
extension Checker {
    mutating func lower(_ syntax: ActionSyntax) -> OrderAction? {
        switch syntax.kind {
        case .stop: return .stop
        case .autonomous: return .autonomous
        case .goOn: return .goOn
        case .guaranteed: return .guaranteed
        case .limit, .stopLines:
            guard let number = syntax.percent, let percent = percent(number) else { return nil }
            if percent == 100 {
                let stop = vocabulary(at: syntax.range) == .chinese ? "停产" : "stop"
                say(
                    Draft(
                        .orders(.allByPercent(isLines: syntax.kind == .stopLines)), syntax.range, fixits: [(syntax.range, stop)]))
            }
            return syntax.kind == .limit ? .limit(percent: percent) : .stopLines(percent: percent)
        }
    }

    mutating func lower(_ syntax: MeasureSyntax) -> Measure? {
        let action = syntax.action.map { lower($0) }
        var duties: [String] = []
        for duty in syntax.duties {
            if duty.value.unicodeScalars.allSatisfy(\.properties.isWhitespace) {
                say(Draft(.emptyText, duty.range))
            } else if !duties.contains(duty.value) {
                duties.append(duty.value)
            }
        }
        guard let action else { return Measure(action: nil, duties: duties) }
        return action.map { Measure(action: $0, duties: duties) }
    }

    mutating func check(_ syntax: MeasuresSyntax) -> MeasureTable? {
        checkRuleID(syntax.id, name: syntax.name)
        let before = drafts.errors
        if let lead = syntax.lead { checkText(lead) }
        let cites = syntax.cites.filter { checkText($0) }.map(\.value)
        let rule = "the table `\(syntax.id.text)`"
        var table = MeasureTable(
            id: syntax.id.text, name: syntax.name.value, lead: syntax.lead?.value,
            subject: syntax.who?.subject.value ?? .enterprise, scope: syntax.who.map { lowerWho($0, of: rule) } ?? .always,
            columns: [], rows: [], cites: cites)
        var places: [RowPlaces] = []
        switch syntax.body {
        case .rows(let head, let rows):
            guard let head, let columns = checkHead(head, subject: table.subject) else { return nil }
            table.columns = columns.columns.map(\.reference)
            for row in rows {
                guard let lowered = lower(row, under: columns, names: head.columns.map(\.text)) else { continue }
                table.rows.append(lowered)
                places.append(RowPlaces(row: row.range, cells: inLevelOrder(row.cells.map(\.range), columns)))
            }
        case .file(let file):
            guard checkFileName(file), readRows(of: file, into: &table, &places) else { return nil }
        }
        guard drafts.errors == before, syntax.isWhole else { return nil }
        if table.rows.isEmpty, tables.areKnown || !syntax.isFromFile {
            say(.noRows(table.id, isError: syntax.isFromFile), syntax.id.range)
        }
        checkDecisions(table, places, at: syntax.id.range)
        return drafts.errors == before ? table : nil
    }

    // MARK: - Head

    /// The columns of a table and where its levels stand.
    struct TableColumns {
        var columns: [ColumnSet.Column]
        /// The place in the plan of the level of each cell.
        var levels: [Int]
    }

    struct RowPlaces {
        var row: SourceRange
        /// One a level, lowest first.
        var cells: [SourceRange]
    }

    mutating func checkHead(_ head: MeasureHeadSyntax, subject: OrderSubject) -> TableColumns? {
        var columns: [ColumnSet.Column] = []
        var levels: [Int] = []
        let before = drafts.errors
        for name in head.columns {
            guard let column = column(name, of: subject) else { continue }
            if columns.contains(where: { $0.reference.name == column.reference.name }) {
                say(.headTwice(name.text), name.range)
            }
            columns.append(column)
        }
        for name in head.levels {
            guard let level = levelIndex(name) else { continue }
            if levels.contains(level) { say(.headTwice(name.text), name.range) }
            levels.append(level)
        }
        guard drafts.errors == before else { return nil }
        for (index, level) in levelOrder.enumerated() where orders.levels[level.text] == index && !levels.contains(index) {
            say(.levelMissing(level.text), head.range)
        }
        return drafts.errors == before ? TableColumns(columns: columns, levels: levels) : nil
    }

    private func inLevelOrder<Item>(_ items: [Item], _ columns: TableColumns) -> [Item] {
        zip(columns.levels, items).sorted { $0.0 < $1.0 }.map(\.1)
    }

    // MARK: - Rows

    private mutating func lower(_ row: MeasureRowSyntax, under columns: TableColumns, names: [String]) -> MeasureRow? {
        let before = drafts.errors
        if row.patterns.count != columns.columns.count {
            say(.patternCount(row.patterns.count, columns: columns.columns.count), row.range)
        }
        if row.cells.count != columns.levels.count {
            say(.cellCount(row.cells.count, levels: columns.levels.count), row.range)
        }
        guard drafts.errors == before else { return nil }
        var patterns: [[PredicateValue]] = []
        for (pattern, (column, name)) in zip(row.patterns, zip(columns.columns, names)) {
            patterns.append(pattern.compactMap { type($0, for: column, as: name) })
        }
        let cells = row.cells.compactMap { lower($0) }
        guard drafts.errors == before else { return nil }
        return MeasureRow(patterns: patterns, cells: inLevelOrder(cells, columns), place: place(row.range))
    }

    // MARK: - Rows of a file

    /// Reads a decision table from its file; false where it has an error. Without the folder the table stays empty.
    private mutating func readRows(of file: TextSyntax, into table: inout MeasureTable, _ places: inout [RowPlaces]) -> Bool {
        guard let head = tables.head(file.value), let rows = tables.rows(file.value) else {
            guard tables.areKnown else { return true }
            sayNotRead(file.value, isError: true, file.range)
            return false
        }
        let headRange = tableRange(file.value, beside: file.range, line: 1)
        let names = head.map { NameSyntax(text: $0, isQuoted: false, range: headRange) }
        // From the first level on all columns are levels.
        let first = names.firstIndex { knownLevel($0.text) != nil } ?? names.endIndex
        let syntax = MeasureHeadSyntax(range: headRange, columns: Array(names[..<first]), levels: Array(names[first...]))
        let before = drafts.errors
        orders.cell = nil
        guard let columns = checkHead(syntax, subject: table.subject) else { return false }
        table.columns = columns.columns.map(\.reference)
        if rows.count > PlanTables.maximumRows { say(.tooManyRows, file.range) }
        for row in rows.prefix(PlanTables.maximumRows) {
            let range = tableRange(file.value, beside: file.range, line: row.line)
            guard let lowered = lower(row, at: range, under: columns, head: head) else { continue }
            table.rows.append(lowered)
            places.append(RowPlaces(row: range, cells: Array(repeating: range, count: lowered.cells.count)))
        }
        return drafts.errors == before
    }

    private mutating func lower(
        _ row: PlanTables.Row, at range: SourceRange, under columns: TableColumns, head: [String]
    ) -> MeasureRow? {
        defer { orders.cell = nil }
        let before = drafts.errors
        let count = columns.columns.count
        var patterns: [[PredicateValue]] = []
        var cells: [Measure] = []
        for (index, name) in head.enumerated() {
            let cell = index < row.cells.count ? row.cells[index] : ""
            orders.cell = name
            if index < count {
                patterns.append(pattern(cell, columns.columns[index], name, range))
            } else if let measure = measure(cell, range) {
                cells.append(measure)
            }
        }
        guard drafts.errors == before, cells.count == columns.levels.count else { return nil }
        return MeasureRow(patterns: patterns, cells: inLevelOrder(cells, columns), place: place(range))
    }

    private mutating func pattern(
        _ cell: String, _ column: ColumnSet.Column, _ name: String, _ range: SourceRange
    ) -> [PredicateValue] {
        let values = cell.split { ",，、;；".contains($0) }.map { Self.trimmed($0) }.filter { !$0.isEmpty }
        if values == ["*"] || values == ["＊"] { return [] }
        if values.isEmpty { say(.blankPattern, range) }
        let isText =
            switch column.reference.type {
            case .text, .name, nil: true
            default: false
            }
        return values.compactMap {
            type(ValueSyntax(text: $0, isQuoted: isText, unit: nil, range: range), for: column, as: name)
        }
    }

    private mutating func measure(_ cell: String, _ range: SourceRange) -> Measure? {
        if Self.trimmed(cell[...]).isEmpty {
            say(.blankMeasure, range)
            return nil
        }
        let (syntax, found) = Parser.parseCell(cell)
        for draft in found { say(Draft(draft.kind, range)) }
        return syntax.flatMap { lower($0.moved(to: range)) }
    }

    private static func trimmed(_ text: Substring) -> String {
        var scalars = text.unicodeScalars
        while let first = scalars.first, first.properties.isWhitespace { scalars.removeFirst() }
        while let last = scalars.last, last.properties.isWhitespace { scalars.removeLast() }
        return String(scalars)
    }
}

extension MeasuresSyntax {
    var isFromFile: Bool { if case .file = body { true } else { false } }
}

extension MeasureSyntax {
    /// With all its parts at one place, that of a table's row.
    func moved(to range: SourceRange) -> MeasureSyntax {
        MeasureSyntax(
            range: range,
            action: action.map {
                ActionSyntax(range: range, kind: $0.kind, percent: $0.percent.map { Located($0.value, range) })
            },
            duties: duties.map { Located($0.value, range) })
    }
}

extension Parser {
    /// Reads one cell of a table: a measure and nothing else. Ranges are those within the cell.
    static func parseCell(_ text: String) -> (syntax: MeasureSyntax?, drafts: [Draft]) {
        var lexer = Lexer(SourceFile(name: "", text: text), index: 0)
        lexer.run()
        var parser = Parser(file: lexer.file, fileIndex: 0, tokens: lexer.tokens, drafts: lexer.drafts)
        do throws(SyntaxFailure) {
            let measure = try parser.parseMeasure()
            guard parser.isAtEnd else { throw parser.fail(.keyword(.and)) }
            return (parser.drafts.errors == 0 ? measure : nil, parser.drafts.list)
        } catch {
            return (nil, parser.drafts.list)
        }
    }
}
