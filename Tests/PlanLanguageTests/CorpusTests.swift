import PlanLanguage
import Testing

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// One case per file: `NAME.plan` and beside it `NAME.txt`, the findings as a person reads them.
///
/// A first line `# with: plan area level` adds files that hold what the case leaves out.
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
        let result = PlanChecker.check(files: files, zone: testZone)
        let renderer = FindingRenderer(files: files)
        let found = renderer.text(result.findings) + (result.plan == nil ? "no plan\n" : "a plan\n")
        let path = "\(packageRoot)/\(Self.folder)/\(name).txt"
        if ProcessInfo.processInfo.environment["LANTIAN_UPDATE_CORPUS"] == "1" {
            try Data(found.utf8).write(to: URL(filePath: path))
        }
        let expected = String(decoding: try Data(contentsOf: URL(filePath: path)), as: UTF8.self)
        #expect(found == expected)
    }

    @Test func theCorpusIsThere() {
        #expect(Self.cases.count >= 60)
    }
}
