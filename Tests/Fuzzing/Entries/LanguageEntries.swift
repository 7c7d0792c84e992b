import AirQuality
import Lists
import PlanLanguage
import PlanModel

extension FuzzEntry {
    static let languageEntries = [
        FuzzEntry(name: "lexer", run: lex), FuzzEntry(name: "parser", run: parse), FuzzEntry(name: "checker", run: check),
        FuzzEntry(name: "tables", run: checkWithTables), FuzzEntry(name: "formatter", run: format),
    ]

    /// Tokens follow each other inside the file, and the last one ends it.
    private static func lex(_ bytes: [UInt8]) {
        let file = SourceFile(name: "f.plan", bytes: bytes)
        guard file.firstInvalidByte == nil else { return }
        var lexer = Lexer(file, index: 0)
        lexer.run()
        var end = 0
        for token in lexer.tokens {
            require(end <= token.start && token.start <= token.end && token.end <= bytes.count, "a token lies outside")
            end = token.end
        }
        require(lexer.tokens.last?.kind == .end && lexer.tokens.count { $0.kind == .end } == 1, "there is not one end")
        for draft in lexer.drafts.list { require(isInside(draft.range, bytes), "a finding lies outside") }
    }

    private static func parse(_ bytes: [UInt8]) {
        let file = SourceFile(name: "f.plan", bytes: bytes)
        guard file.firstInvalidByte == nil else { return }
        let (_, drafts) = Parser.parse(file, index: 0)
        for draft in drafts.list { require(isInside(draft.range, bytes), "a finding lies outside") }
    }

    private static func isInside(_ range: SourceRange, _ bytes: [UInt8]) -> Bool {
        0 <= range.start && range.start <= range.end && range.end <= bytes.count
    }

    private static func check(_ bytes: [UInt8]) {
        _ = plan(of: [SourceFile(name: "f.plan", bytes: bytes)], .none)
    }

    /// Sections that begin with a line `=== NAME`: plans and the tables beside them.
    private static func checkWithTables(_ bytes: [UInt8]) {
        var sources: [SourceFile] = []
        var tables: [TableFile] = []
        for (name, content) in sections(bytes) {
            if name.hasSuffix(".csv") {
                tables.append(TableFile(name: name, bytes: content))
            } else {
                sources.append(SourceFile(name: "\(sources.count).plan", bytes: content))
            }
        }
        guard let plan = plan(of: sources, PlanTables(files: tables)) else { return }
        let result = ListReader.read(files: tables, plan: plan)
        require(result.list != nil || result.hasErrors || plan.orders.tables == nil, "no list and no error")
    }

    /// Checks, renders the findings, and checks once more what the plan's own texts of its conditions come to.
    private static func plan(of files: [SourceFile], _ tables: PlanTables) -> Plan? {
        let result = PlanChecker.check(files: files, zone: zone, tables: tables)
        require((result.plan == nil) == result.hasErrors, "a plan with errors, or none without")
        require(result.findings.count <= PlanChecker.maximumFindings + 1, "too many findings")
        for finding in result.findings {
            require(finding.range.start.line >= 1 && finding.range.start.column >= 1, "a finding without a place")
        }
        require(FindingRenderer(files: files).text(result.findings).utf8.count < 64 << 20, "endless text")
        _ = FindingJSON.lines(result.findings)
        if let plan = result.plan { checkAgain(plan) }
        return result.plan
    }

    /// The text of a condition, as notices and evidence show it, is the condition.
    private static func checkAgain(_ plan: Plan) {
        guard plan.levels.count == 1, let clause = plan.levels[0].issue.first, !plan.areas.isEmpty, plan.tests.count < 40 else {
            return
        }
        let stations = Set(plan.tests.compactMap(\.station))
        guard stations.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) } }) else {
            return
        }
        let text = """
            plan "p" { basis "b" zone "UTC" levels x }
            area a "a" { stations \((["S"] + stations.sorted().filter { $0 != "S" }).joined(separator: ", ")) }
            level x "x" { issue when \(clause.condition.expandedText)
            cites "c" }
            """
        let again = PlanChecker.check(files: [SourceFile(name: "again.plan", text: text)], zone: zone)
        if again.findings.contains(where: { $0.id == "nesting-too-deep" }) { return }
        require(again.plan?.levels[0].issue[0].condition.tests == clause.condition.tests, "another condition: \(text)")
    }

    /// What is formatted means the same, in either vocabulary, and is not formatted again.
    private static func format(_ bytes: [UInt8]) {
        let file = SourceFile(name: "f.plan", bytes: bytes)
        let before = PlanChecker.check(files: [file], zone: zone)
        for keywords in Formatter.Keywords.allCases {
            let formatted = Formatter.format(file, keywords: keywords)
            require((formatted.text == nil) == formatted.findings.contains { $0.severity == .error }, "no text and no error")
            require(!formatted.findings.contains { $0.id == "format-differs" }, "formatted it is another plan")
            guard let text = formatted.text else { continue }
            let after = PlanChecker.check(files: [SourceFile(name: "f.plan", text: text)], zone: zone)
            require(after.plan == before.plan, "another plan")
            let again = Formatter.format(SourceFile(name: "f.plan", text: text), keywords: keywords)
            require(again.text == text, "formatted twice it is another text")
        }
    }

    private static func zone(_ name: String) -> Zone? { name == "UTC" || name == "Asia/Shanghai" ? .beijing : nil }

    /// What stands before the first head is a plan.
    static func sections(_ bytes: [UInt8]) -> [(name: String, content: [UInt8])] {
        var sections: [(name: String, content: [UInt8])] = []
        for line in bytes.split(separator: 0x0A, maxSplits: 2000, omittingEmptySubsequences: false) {
            if line.starts(with: Array("=== ".utf8)) {
                sections.append((String(decoding: line.dropFirst(4), as: UTF8.self), []))
            } else {
                if sections.isEmpty { sections.append(("0.plan", [])) }
                sections[sections.count - 1].content += line + [0x0A]
            }
        }
        return sections
    }
}
