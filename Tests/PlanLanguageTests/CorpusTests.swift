import PlanLanguage
import PlanModel
import Testing

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// One case per file: `NAME.plan` and beside it `NAME.txt`, the findings as a person reads them.
///
/// A first line `# with: plan area level` adds files that hold what the case leaves out. A second one `# tables: a.csv b.csv`
/// says which tables lie beside the plan; those named as in the layout have an extra column `风险等级`, and `table.csv` is the
/// file `NAME.csv` of the case. Without that line nobody looked which tables there are.
/// `LANTIAN_UPDATE_CORPUS=1 swift test --filter CorpusTests` writes the expected files anew; look at the difference.
struct CorpusTests {
    static let folder = "Tests/PlanLanguageTests/Corpus"

    static let cases: [String] = {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: "\(packageRoot)/\(folder)")) ?? []
        return names.filter { $0.hasSuffix(".plan") }.map { String($0.dropLast(5)) }.sorted()
    }()

    private static let parts = [
        "plan": #"plan "base" { basis "document" zone "Asia/Shanghai" levels red }"#,
        "area": #"area city "City" { stations S1, S2, S3, 1001A }"#,
        "levels": """
        plan "base" { basis "document" zone "Asia/Shanghai" levels yellow < orange < red }
        let heavy = observed hourly AQI > 200
        level yellow "黄色" { issue when heavy end when not heavy approve automatically cites "document" }
        level orange "橙色" { issue when heavy end when not heavy approve automatically cites "document" }
        level red "红色" { issue when heavy end when not heavy approve automatically cites "document" }
        """,
        "level": """
        level red "Red" {
            issue when expected daily AQI > 200 for 24h
            end when observed hourly AQI <= 150 for 36h
            approve automatically
            cites "document"
        }
        """,
    ]

    @Test(arguments: cases)
    func findingsAreAsExpected(name: String) throws {
        let source = try readSource("\(Self.folder)/\(name).plan")
        let file = SourceFile(name: "\(name).plan", bytes: source.bytes)
        var files = [file]
        let header = String(decoding: source.bytes.prefix { $0 != 0x0A }, as: UTF8.self)
        if header.hasPrefix("# with:") {
            for part in header.dropFirst(7).split(separator: " ") {
                let text = try #require(Self.parts[String(part)], "unknown part \(part)")
                files.append(SourceFile(name: "~\(part)", text: text))
            }
        }
        let result = PlanChecker.check(files: files, zone: testZone, tables: try Self.tables(of: name, source))
        let renderer = FindingRenderer(files: files)
        let found = renderer.text(result.findings) + (result.plan == nil ? "no plan\n" : "a plan\n")
        let path = "\(packageRoot)/\(Self.folder)/\(name).txt"
        if ProcessInfo.processInfo.environment["LANTIAN_UPDATE_CORPUS"] == "1" {
            try Data(found.utf8).write(to: URL(filePath: path))
        }
        let expected = String(decoding: try Data(contentsOf: URL(filePath: path)), as: UTF8.self)
        #expect(found == expected)
    }

    private static func tables(of name: String, _ source: SourceFile) throws -> PlanTables {
        let lines = String(decoding: source.bytes, as: UTF8.self).split(separator: "\n", maxSplits: 2)
        guard lines.count > 1, lines[1].hasPrefix("# tables:") else { return .none }
        let names = lines[1].dropFirst(9).split(separator: " ").map(String.init)
        var rows: [PlanTables.Row] = []
        if names.contains("table.csv") {
            // Enough of CSV for the corpus: no quotes.
            let text = String(decoding: try readSource("\(folder)/\(name).csv").bytes, as: UTF8.self)
            for (index, line) in text.split(separator: "\n").enumerated() {
                let cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
                rows.append(PlanTables.Row(line: index + 1, cells: cells))
            }
        }
        let table = rows
        return PlanTables(
            head: { file in
                guard names.contains(file) else { return nil }
                return file == "table.csv" ? table.first?.cells : ["name", "风险等级"]
            }, rows: { $0 == "table.csv" ? Array(table.dropFirst()) : nil })
    }

    @Test func theCorpusIsThere() {
        #expect(Self.cases.count >= 140)
    }
}
