import AirQuality
import Foundation
import PlanLanguage
import Testing

/// What the README shows must be true.
@Suite struct ReadmeTests {
    @Test(arguments: [
        ("README.md", "level", "plan \"x\" { basis \"x\" zone \"Asia/Shanghai\" levels yellow }\narea x \"x\" { stations S1 }\n"),
        ("README.zh.md", "级别", "预案 “x” { 制定依据 “x” 时区 “Asia/Shanghai” 级别次序 yellow }\n区域 x “x” { 站点 S1 }\n"),
    ])
    func theFirstRuleChecks(file: String, keyword: String, plan: String) throws {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let text = try String(contentsOf: root.appendingPathComponent(file), encoding: .utf8)
        let blocks = text.components(separatedBy: "```\n")
        let rule = try #require(blocks.first { $0.hasPrefix(keyword + " ") })
        let result = PlanChecker.check(files: [SourceFile(name: file, text: plan + rule)]) { name in
            Zone(name: name, offsetSeconds: 8 * 3600)
        }
        #expect(result.plan != nil, "\(result.findings)")
    }
}
