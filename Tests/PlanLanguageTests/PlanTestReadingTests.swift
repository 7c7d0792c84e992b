import AirQuality
import PlanLanguage
import PlanModel
import Testing

/// Tests of plans: both vocabularies, printing and reading again, and what an error in one leaves alone.
struct PlanTestReadingTests {
    static let plan = """
        plan "P" { basis "B" zone "Asia/Shanghai" levels yellow < red }
        area city "C" { stations S1, "S 2" }
        enterprises from "enterprises.csv"
        level yellow "黄色" { issue [L] when observed hourly AQI > 200 end when observed hourly AQI < 100 approve automatically cites "D" }
        level red "红色" { issue [L2] when observed hourly AQI > 300 end when observed hourly AQI < 100 approve automatically cites "D" }
        """

    static let twins = [
        (
            "given forecast daily AQI 230, 200 to 240, missing led by PM2.5, PM10 from 2024-12-10 issued 2024-12-09T15:30",
            "已知预报日AQI 230、200至240、缺测，首要PM2.5、PM10，自2024年12月10日起，发布于2024年12月9日15:30"
        ),
        (
            "given observed hourly IAQI(PM2.5) 80 for 24h, 80 to 260 for 12h, missing for 3h from 2024-12-08T06:00",
            "已知实测小时IAQI（PM2.5）80持续24小时、80至260持续12小时、缺测3小时，自2024年12月8日6时起"
        ),
        (
            "given observed at \"S 2\" hourly PM2.5 60.5 ug/m3 for 7h from 2024-12-08",
            "已知实测站点“S 2”小时PM2.5 60.5微克/立方米持续7小时，自2024年12月8日起"
        ),
        ("given expected hourly AQI 160 for 24h led by PM2.5 from 2024-12-13", "已知预测小时AQI 160持续24小时，首要PM2.5，自2024年12月13日起"),
        ("given warning yellow since 2024-12-08T16:00", "已知黄色预警，自2024年12月8日16时起"),
        ("given warning yellow", "已知预警“黄色”"),
        ("in city", "地区city"),
        ("at 2024-12-09T20:00 expect red", "2024年12月9日20时应为红色预警"),
        ("at 2024-12-09T20:00 expect none", "2024年12月9日20时应无预警"),
        ("at 2024-12-09T20:00 expect issue yellow because [L]", "2024年12月9日20时应发布黄色预警，理由［L］"),
        ("at 2024-12-09T20:00 expect issue", "2024年12月9日20时应发布预警"),
        ("at 2024-12-09T20:00 expect escalate to red", "2024年12月9日20时应升级至红色预警"),
        ("at 2024-12-09T20:00 expect downgrade to yellow", "2024年12月9日20时应降级至黄色"),
        ("at 2024-12-09T20:00 expect lift", "2024年12月9日20时应解除"),
        ("at 2024-12-09T20:00 expect cancel", "2024年12月9日20时应取消"),
        ("at 2024-12-09T20:00 expect no decision", "2024年12月9日20时应维持不变"),
        ("at 2024-12-09T20:00 expect because [L]", "2024年12月9日20时应，理由【L】"),
        ("at 2024-12-09T20:00 expect enterprise \"甲\" stop 50% of lines", "2024年12月9日20时，企业“甲”应停产50%的生产线"),
        ("at 2024-12-09T20:00 expect site \"G1\" limit 20%", "2024年12月9日20时，工地“G1”应限产20%"),
    ]

    private func test(_ clauses: String, isChinese: Bool = false) throws -> PlanTest {
        // The first clause is on its line alone, so that the place of the second does not depend on it.
        let last = isChinese ? "2024年12月30日0时应为红色" : "at 2024-12-30T00:00 expect red"
        let text = "\(isChinese ? "检验" : "test") \"n\" {\n\(clauses)\n\(last)\n}"
        let result = check(Self.plan, text)
        #expect(result.findings.filter { $0.severity > .note } == [], "\(clauses)")
        return try #require(result.tests.first, "\(clauses)")
    }

    @Test(arguments: twins)
    func bothVocabulariesSayTheSame(twins: (String, String)) throws {
        #expect(try test(twins.0) == test(twins.1, isChinese: true))
    }

    @Test(arguments: twins.map(\.0))
    func whatIsPrintedReadsTheSame(clause: String) throws {
        let read = try test(clause)
        let printed = read.text(zone: try #require(testZone("Asia/Shanghai")))
        #expect(
            printed.contains("\n    \(clause)\n") || printed.contains(clause.replacing("-08 ", with: "-08T00:00 ").prefix(30)))
        let again = try #require(check(Self.plan, printed).tests.first, "\(printed)")
        #expect(again.givens == read.givens)
        #expect(again.expectations.map(\.at) == read.expectations.map(\.at))
        #expect(again.expectations.map(\.outcome) == read.expectations.map(\.outcome))
        #expect(again.area == read.area && again.name == read.name)
    }

    @Test func anErrorInATestIsAnErrorAndLeavesThePlan() {
        for broken in [
            "test \"a\" { at 2024-12-09T20:00 expect purple }", "test \"a\" { nonsense", "test a {}",
            "test \"a\" { given \"\u{1}\" }",
        ] {
            let result = check(Self.plan, broken + "\n" + "test \"b\" { at 2024-12-09T20:00 expect red }")
            #expect(result.plan != nil, "\(broken)")
            #expect(result.hasErrors, "\(broken)")
            #expect(result.tests.map(\.name) == ["b"], "\(broken)")
        }
    }

    @Test func anErrorBesideATestTakesThePlan() {
        let test = "test \"a\" { at 2024-12-09T20:00 expect purple }\n"
        #expect(check(Self.plan, test + "area city3 \"X\" { stations }").plan == nil)
        #expect(check(Self.plan, "let x = \n" + test).plan == nil)
        #expect(check(Self.plan, test + "}").plan == nil)
        // More errors in tests than are kept must not hide one in the plan.
        let many = String(repeating: "at 2024-12-09T20:00 expect purple\n", count: 1200)
        let lost = String(repeating: "at 2024-12-09T20:00 expct red\n", count: 1200)
        #expect(check(Self.plan, "test \"a\" {\n\(many)}\narea c3 \"X\" { stations S1 at least 7 }").plan == nil)
        #expect(check(Self.plan, "test \"a\" {\n\(lost)}\nlevel green {").plan == nil)
    }
}
