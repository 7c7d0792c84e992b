import Presentation

/// A syntax tree to lines of a sheet.
struct Writer {
    var sheet: Sheet
    let spelling: Spelling

    /// Lines go on under a place up to this one.
    private static let widestHead = 80
    /// Columns grow to this width; what is wider moves no others.
    static let widestCell = 100

    var isChinese: Bool { spelling.isChinese }
    var openBrace: String { isChinese ? " ｛" : " {" }
    var closeBrace: String { isChinese ? "｝" : "}" }

    /// The text of a file in a vocabulary, its comments included.
    static func text(_ tree: FileSyntax, of file: SourceFile, in vocabulary: Vocabulary) -> String {
        text(tree, of: file, spelling: Spelling(vocabulary: vocabulary), comments: tree.comments)
    }

    /// The text in English without its comments: equal for two files that say the same.
    static func plainText(_ tree: FileSyntax, of file: SourceFile) -> String {
        var text = text(tree, of: file, spelling: Spelling(vocabulary: .english), comments: [])
        // Blank lines stay as they were, and those may stand elsewhere where comments were left out.
        text.unicodeScalars.removeAll { $0 == "\n" }
        return text
    }

    private static func text(
        _ tree: FileSyntax, of file: SourceFile, spelling: Spelling, comments: [Comment]
    ) -> String {
        var writer = Writer(sheet: Sheet(file, comments: comments), spelling: spelling)
        writer.write(tree.declarations, of: file)
        return writer.sheet.text()
    }

    private mutating func write(_ declarations: [Declaration], of file: SourceFile) {
        let levelWidths = reduceWidths(declarations)
        for (index, declaration) in declarations.enumerated() {
            let line = sheet.lines.count
            sheet.weave(before: declaration.start, column: 0, keepsBlanks: true)
            let before = sheet.lines.count
            write(declaration, of: file, levelWidth: levelWidths[index])
            if index > 0, !(declaration.isOneLine && declarations[index - 1].isOneLine) {
                sheet.ensureBlank(from: line, through: before)
            }
        }
        sheet.weaveRest()
    }

    private mutating func write(_ declaration: Declaration, of file: SourceFile, levelWidth: Int) {
        switch declaration {
        case .plan(let plan): write(plan)
        case .area(let area): write(area)
        case .let(let item): write(item)
        case .level(let level): write(level)
        case .table(let table): write(table)
        case .list(let list): write(list)
        case .industries(let industries): write(industries)
        case .emissions(let emissions): write(emissions)
        case .reduce(let reduce): write(reduce, levelWidth: levelWidth)
        case .exemption(let exemption): write(exemption)
        case .measures(let measures): write(measures)
        case .season(let season): write(season)
        case .watch(let watch): write(watch)
        case .test(let test): write(test)
        case .advice(let advice): write(advice)
        case .alert(let alert): write(alert)
        }
    }

    // MARK: - Blocks

    /// The clauses of a block between its braces.
    mutating func block<Clause>(
        _ clauses: [Located<Clause>], until range: SourceRange, write: (inout Writer, Located<Clause>, Int) -> Void
    ) {
        sheet.openBlock(openBrace)
        for (index, clause) in clauses.enumerated() { write(&self, clause, index) }
        sheet.closeBlock(closeBrace, from: range.end - 1)
    }

    /// Items of a list with signs between them, those of the next line under the first one.
    mutating func list(_ items: [(text: String, start: Int)], gap firstGap: String = " ") {
        let column = hangingColumn(firstGap)
        let sign = isChinese ? "、" : ","
        for (index, item) in items.enumerated() {
            if index > 0 { sheet.append(sign) }
            let gap = index == 0 ? firstGap : isChinese ? "" : " "
            let isLast = index == items.count - 1
            let width = gap.count + item.text.displayWidth + (isLast ? 0 : sign.displayWidth)
            if index > 0, sheet.column + width > Sheet.width, !sheet.hasComment(from: 0, to: item.start) {
                sheet.newLine(at: column)
                sheet.append(item.text)
            } else {
                sheet.part(item.text, from: item.start, gap: gap, column: column)
            }
        }
    }

    /// Where lines go on under what comes next; behind very wide words, at a fixed indent.
    func hangingColumn(_ gap: String = " ") -> Int {
        let column = sheet.column + gap.count
        return column <= Self.widestHead ? column : sheet.indent + 2 * Sheet.step
    }

    func item(_ text: TextSyntax) -> (text: String, start: Int) { (spelling.text(text), text.range.start) }
    func item(_ addressee: AddresseeSyntax) -> (text: String, start: Int) {
        switch addressee {
        case .named(let text): item(text)
        case .enterprise(let range): (isChinese ? "企业" : "enterprise", range.start)
        }
    }
    func item(_ name: NameSyntax) -> (text: String, start: Int) { (spelling.name(name), name.range.start) }
}

extension Declaration {
    /// Where it begins in the source.
    fileprivate var start: Int {
        switch self {
        case .plan(let item): item.range.start
        case .area(let item): item.range.start
        case .let(let item): item.range.start
        case .level(let item): item.range.start
        case .table(let item): item.range.start
        case .list(let item): item.range.start
        case .industries(let item): item.range.start
        case .emissions(let item): item.range.start
        case .reduce(let item): item.range.start
        case .exemption(let item): item.range.start
        case .measures(let item): item.range.start
        case .season(let item): item.range.start
        case .watch(let item): item.range.start
        case .test(let item): item.range.start
        case .advice(let item): item.range.start
        case .alert(let item): item.range.start
        }
    }

    /// Whether it has no block: such declarations may stand together without blank lines.
    fileprivate var isOneLine: Bool {
        switch self {
        case .let, .table, .list, .industries, .emissions, .reduce: true
        case .plan, .area, .level, .exemption, .measures, .season, .watch, .test, .advice, .alert: false
        }
    }
}
