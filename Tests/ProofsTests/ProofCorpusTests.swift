import AirQuality
import Foundation
import PlanLanguage
import Proofs
import Testing

/// What `check --prove` says, as it is shown: the cases from which `docs/findings.md` takes its examples.
///
/// `LANTIAN_UPDATE_CORPUS=1 swift test --filter ProofCorpusTests` writes the expected files anew; look at the difference.
struct ProofCorpusTests {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "PlanLanguageTests/Corpus")

    /// Rules that are for nobody of the list, and such as differ.
    @Test func ofTheList() throws {
        let given = try ListCase(
            rules: """
                measures by_grade "分级措施" cites "D" {
                    grade    | yellow
                    A        | autonomous
                    B        | limit 20%
                    leading  | autonomous
                }
                measures violators "违规" for enterprise violation cites "D" {
                    grade  | yellow
                    *      | stop
                }
                season bricks "错峰" from 11-15 to 03-15 {
                    for enterprise industry == "烧结砖瓦"
                    stop
                }
                exemption white "白名单" {
                    for enterprise on list white
                    barred when violation because "有违规记录"
                    grants autonomous
                    cites "D"
                }
                exemption heat "以热定产" {
                    for enterprise class == guaranteed
                    grants guaranteed
                    cites "D"
                }
                exemption strict "严格" {
                    for enterprise grade == B
                    barred when grade in (B, C)
                    grants continue
                    cites "D"
                }
                exemption nobody "无人" {
                    for enterprise industry == "玻璃"
                    grants continue
                    cites "D"
                }
                """,
            enterprises: """
                91411099MA00000150,许昌甲供热有限公司,C,供热,A,guaranteed,yes
                91411099MA0000023T,许昌乙供热有限公司,C,供热,A,guaranteed,no
                91411099MA0000031M,许昌丙铸造有限公司,C,铸造,B,key,yes

                """, white: "91411099MA00000150,,2025-01-01\n91411099MA0000023T,,\n")
        try expect(ProofPlaces(given.files).findings(given.report()), given.files, is: "prove-list.txt")
    }

    /// Conditions that are dead or idle, and exemptions for no row there can be.
    @Test func ofTheRules() throws {
        let text = """
            plan "small" { basis "b" zone "Asia/Shanghai" aqi HJ633-2026 levels yellow < orange < red }
            area city "City" { stations S1 }
            level yellow "黄色" {
                issue when expected hourly IAQI(PM2.5) > 100 for 2h
                issue [severe] when observed hourly IAQI(PM2.5) > 300 and observed hourly IAQI(PM2.5) > 200
                end when observed hourly IAQI(PM2.5) <= 100
                cites "c"
            }
            level orange "橙色" {
                issue when expected hourly IAQI(PM2.5) > 200 throughout next 200h or observed hourly IAQI(O3) > 200
                end when observed hourly IAQI(PM2.5) > 100 and observed daily IAQI(PM2.5) > 450 and observed hourly PM2.5 < 5 ug/m3 for 24h
                cites "c"
            }
            level red "红色" {
                issue when observed hourly IAQI(PM2.5) > 100 and observed hourly PM2.5 < 20 ug/m3
                end when observed hourly PM2.5 >= 10 ug/m3 or observed hourly PM2.5 < 20 ug/m3
                cites "c"
            }
            enterprises from "enterprises.csv"
            exemption a "a" { for enterprise grade in (A, B) barred when violation because "v" grants autonomous cites "c" }
            exemption b "b" { for enterprise grade == B grants guaranteed cites "c" }
            exemption none "n" { for enterprise grade == A and grade == B grants guaranteed cites "c" }
            """
        let files = [SourceFile(name: "small.plan", text: text)]
        let result = PlanChecker.check(files: files) { _ in .beijing }
        let plan = try #require(result.plan, "\(result.findings)")
        try expect(ProofPlaces(files).findings(SmallPlans.report(plan)), files, is: "prove-rules.txt")
    }

    private func expect(_ findings: [Finding], _ files: [SourceFile], is name: String) throws {
        let text = FindingRenderer(files: files).text(findings)
        let url = Self.folder.appending(path: name)
        if ProcessInfo.processInfo.environment["LANTIAN_UPDATE_CORPUS"] == "1" { try Data(text.utf8).write(to: url) }
        #expect(try String(contentsOf: url, encoding: .utf8) == text, "\(name) differs")
    }
}
