import AirQuality
import Lists
import PlanLanguage
import PlanModel
import PlanTesting
import Testing

/// Enterprises and sites that a test states itself.
struct GivenRowTests {
    private static let rules = """
        plan "P" { basis "B" zone "Asia/Shanghai" levels yellow < red }
        area city "C" { stations S1 counties "甲县" }
        level yellow "黄色" { issue when observed hourly IAQI(PM2.5) > 200 end when observed hourly IAQI(PM2.5) <= 200 cites "D" }
        level red "红色" { issue when observed hourly IAQI(PM2.5) > 300 end when observed hourly IAQI(PM2.5) <= 300 cites "D" }
        enterprises from "enterprises.csv"
        list white "W" from "white.csv"
        list black "黑" from "black.csv"
        measures m "M" cites "D" {
            industry grade | yellow            red
            "钢铁"   B-    | limit 30%         stop
            *        D     | stop 50% of lines stop
            *        *     | autonomous        limit 10%
        }
        measures old "O" for enterprise grade_year < 2024 cites "D" {
            grade | yellow    red
            *     | limit 15% limit 15%
        }
        season late "L" from 01-01 to 12-31 { for enterprise upgrade_overdue stop cites "D" }
        measures dust "S" for site cites "D" {
            stage    | yellow red
            "土石方" | stop   stop
            *        | limit 20% stop
        }
        exemption w "白" { for enterprise on list white barred when violation because "V" grants continue cites "D" }
        exemption s "民生" { for site stage == "土石方" barred when contractor on list black grants continue cites "D" }
        """

    private func results(_ body: String) throws -> [TestCheck.Outcome] {
        let test = "test \"t\" {\ngiven warning yellow since 2025-01-06T12:00\n\(body)\n}"
        let files = [SourceFile(name: "plan.plan", text: Self.rules), SourceFile(name: "tests.plan", text: test)]
        let result = PlanChecker.check(files: files) { _ in shanghai }
        #expect(result.findings.filter { $0.severity == .error } == [])
        let plan = try #require(result.plan)
        // No list lies beside the plan.
        var runner = PlanTestRunner(plan: plan, list: nil)
        return runner.run(try #require(result.tests.first)).checks.map(\.outcome)
    }

    private func expect(_ givens: String, _ expected: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
        let outcomes = try results(givens + "\nat 2025-01-06T13:00 expect " + expected)
        #expect(outcomes == [.passed], "\(outcomes)", sourceLocation: sourceLocation)
    }

    @Test func rulesAskARowThatATestStates() throws {
        try expect("given enterprise \"x\" industry == \"钢铁\" and grade == B-", "enterprise \"x\" limit 30%")
        try expect("given enterprise \"x\" industry == \"水泥\" and grade == B-", "enterprise \"x\" autonomous")
        // A blank grade counts as D; without production lines the load is limited.
        try expect("given enterprise \"x\"", "enterprise \"x\" limit 50%")
        try expect("given enterprise \"x\" grade == A and grade_year == 2023", "enterprise \"x\" limit 15%")
    }

    @Test func listsAndDeadlinesAreThoseStated() throws {
        try expect("given enterprise \"x\" grade == D and on list white", "enterprise \"x\" continue")
        try expect("given enterprise \"x\" grade == D and on list \"W\" and violation", "enterprise \"x\" limit 50%")
        try expect("given enterprise \"x\" on list white and upgrade_overdue", "enterprise \"x\" stop")
        try expect("given site \"x\" stage == \"土石方\"", "site \"x\" continue")
        try expect("given site \"x\" stage == \"土石方\" and contractor on list black", "site \"x\" stop")
        try expect("given site \"x\" contractor == \"丙\" and contractor on list black", "site \"x\" limit 20%")
    }

    /// An enterprise and a site may have one name; a row is of a county of the area unless it says otherwise.
    @Test func rowsAreToldApart() throws {
        let both = "given enterprise \"x\" grade == A\ngiven site \"x\" stage == \"土石方\""
        try expect(both, "enterprise \"x\" autonomous")
        try expect(both, "site \"x\" continue")
        let none = try results("given enterprise \"x\" grade == A\nat 2025-01-06T13:00 expect enterprise \"y\" stop")
        guard case .error? = none.first else { return #expect(Bool(false), "\(none)") }
    }

    /// Chinese words say the same.
    @Test func chineseSaysTheSame() throws {
        try expect("given enterprise \"x\" industry == \"钢铁\" and grade == B-", "enterprise \"x\" limit 30%")
        let chinese = """
            检验 “t” ｛
                已知黄色预警，自2025年1月6日12时起
                已知企业“x”，行业为“钢铁”且绩效等级为B-级且非违规且列入名单 white
                2025年1月6日13时，企业“x”应正常生产
            ｝
            """
        let files = [SourceFile(name: "plan.plan", text: Self.rules), SourceFile(name: "tests.plan", text: chinese)]
        let result = PlanChecker.check(files: files) { _ in shanghai }
        var runner = PlanTestRunner(plan: try #require(result.plan), list: nil)
        let test = try #require(result.tests.first, "\(result.findings)")
        #expect(runner.run(test).hasPassed)
        // What is printed is read again as the same.
        let printed = test.text(zone: shanghai)
        let again = PlanChecker.check(
            files: [SourceFile(name: "plan.plan", text: Self.rules), SourceFile(name: "tests.plan", text: printed)]
        ) { _ in shanghai }
        #expect(again.tests.first?.givens == test.givens, "\(printed)")
    }
}
