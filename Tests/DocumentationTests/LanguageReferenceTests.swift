import AirQuality
import Foundation
import PlanLanguage
import PlanModel
import PlanTesting
import Testing

/// Every example of the language reference compiles, and means the same as its twin in the other language.
struct LanguageReferenceTests {
    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()
    static let files = ["docs/language.md", "docs/language.zh.md"]
    private static let kinds = ["plan", "conditions", "advice", "alert", "orders", "tests"]

    /// What the orders need around them.
    private static let levels = """
        plan "base" { basis "document" zone "Asia/Shanghai" levels yellow < orange < red }
        area city "City" { stations S1 counties "魏都区" }
        let heavy = observed hourly AQI > 200
        level yellow "黄色" { issue when heavy end when not heavy approve automatically cites "document" }
        level orange "橙色" { issue when heavy end when not heavy approve automatically cites "document" }
        level red "红色" { issue when heavy end when not heavy approve automatically cites "document" }
        """

    /// What tests of orders need beside the whole plan.
    private static let measures = """
        enterprises from "enterprises.csv"
        list dust_blacklist "扬尘管控黑名单"
        measures by_grade "分级" for enterprise cites "document" {
            industry  grade | yellow     red
            "铸造"    B, B- | limit 20%  stop
            *         *     | continue   continue
        }
        exemption livelihood "民生" {
            for site stage == "土石方"
            barred when contractor on list dust_blacklist because "document"
            grants continue
            cites "document"
        }
        """

    /// The fenced blocks of a page with the word behind the fence.
    private func blocks(_ file: String) throws -> [(kind: String, text: String)] {
        let text = try String(contentsOf: Self.root.appending(path: file), encoding: .utf8)
        return text.components(separatedBy: "\n```").enumerated().filter { $0.offset % 2 == 1 }.map { _, block in
            let kind = block.prefix { $0 != "\n" }
            return (String(kind), String(block.dropFirst(kind.count)))
        }
    }

    private func check(_ texts: [String]) -> CheckResult {
        let files = texts.enumerated().map { SourceFile(name: "\($0.offset).plan", text: $0.element) }
        return PlanChecker.check(files: files) { Zone(name: $0, offsetSeconds: 8 * 3600) }
    }

    /// A plan whose only level has each condition of a list as a clause.
    private func plan(ofConditions text: String) -> [String] {
        let lines = text.split(separator: "\n").filter { !$0.hasPrefix("#") }
        let head = """
            plan "p" { basis "b" zone "Asia/Shanghai" levels red }
            area a "a" { stations 2396A }
            level red "red" { issue when red1 approve automatically end when red1 cites "c" }
            """
        let isChinese = lines.contains { $0.contains("实测") }
        let word = isChinese ? "令" : "let"
        var lets = lines.enumerated().map { "\(word) c\($0.offset) = \($0.element)" }
        let joint = isChinese ? " 或 " : " or "
        lets.append("\(word) red1 = " + lines.indices.map { "c\($0 - lines.startIndex)" }.joined(separator: joint))
        return [head, lets.joined(separator: "\n")]
    }

    private func sources(_ block: (kind: String, text: String), _ whole: String) -> [String] {
        switch block.kind {
        case "plan": [block.text]
        case "conditions": plan(ofConditions: block.text)
        case "orders": [Self.levels, block.text]
        case "tests": [whole, Self.measures, block.text]
        default: [whole, block.text]
        }
    }

    @Test(arguments: files) func examplesCompile(_ file: String) throws {
        let blocks = try blocks(file)
        #expect(blocks.map(\.kind) == Self.kinds)
        let whole = try #require(blocks.first).text
        for block in blocks {
            let result = check(sources(block, whole))
            let findings = FindingRenderer(files: []).text(result.findings.filter { $0.severity != .note })
            #expect(result.plan != nil, "\(block.kind): \(findings)")
            // Only what a whole plan would settle may be left to say.
            let ids = Set(result.findings.filter { $0.severity != .note }.map(\.id))
            let left: Set = ["always-holds", "never-holds", "contradiction", "table-gap", "row-overlap"]
            #expect(ids.isSubset(of: left), "\(findings)")
        }
    }

    @Test(arguments: files) func exampleTestsPass(_ file: String) throws {
        let blocks = try blocks(file)
        let block = try #require(blocks.first { $0.kind == "tests" })
        let result = check(sources(block, blocks[0].text))
        var runner = PlanTestRunner(plan: try #require(result.plan), list: nil)
        #expect(result.tests.count == 2)
        for test in result.tests { #expect(runner.run(test).hasPassed, "\(test.name)") }
    }

    @Test func twinsMeanTheSame() throws {
        let english = try blocks(Self.files[0])
        let chinese = try blocks(Self.files[1])
        #expect(english.count == chinese.count)
        for (one, other) in zip(english, chinese) {
            let plan = check(sources(one, english[0].text)).plan
            let twin = check(sources(other, chinese[0].text)).plan
            if one.kind == "tests" {
                #expect(plan?.levels == twin?.levels)
            } else {
                #expect(plan == twin, "\(one.kind)")
            }
        }
    }
}
