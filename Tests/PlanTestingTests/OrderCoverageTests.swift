import AirQuality
import Lists
import PlanLanguage
import PlanModel
import PlanTesting
import Presentation
import Testing

/// Which rules of orders tests rest on.
struct OrderCoverageTests {
    private static let rules = """
        plan "P" { basis "B" zone "Asia/Shanghai" levels yellow < red }
        area city "C" { stations S1 }
        level yellow "黄色" { issue when observed hourly IAQI(PM2.5) > 200 end when observed hourly IAQI(PM2.5) <= 200 cites "D" }
        level red "红色" { issue when observed hourly IAQI(PM2.5) > 300 end when observed hourly IAQI(PM2.5) <= 300 cites "D" }
        enterprises from "enterprises.csv"
        list white "W" from "white.csv"
        measures m "M" cites "D" {
            grade | yellow red
            A     | limit 20% limit 30%
            B     | limit 40% stop
            C     | stop stop
        }
        measures other "O" cites "D" {
            grade | yellow red
            B     | limit 10% limit 10%
            *     | duty "清扫" duty "清扫"
        }
        season winter "W" from 11-15 to 03-15 { for enterprise industry == "水泥" stop cites "D" }
        exemption e "E" {
            for enterprise on list white
            barred when violation because "V"
            grants autonomous cites "D"
        }
        """
    private static let enterprises = """
        credit_code,name,county,industry,grade,class,running,violation,so2,nox,pm,vocs
        91411099MA00000150,甲,C,铸造,A,key,yes,no,1,1,1,1
        91411099MA0000023T,乙,C,铸造,B,key,yes,no,1,1,1,1
        91411099MA0000031M,丙,C,水泥,A,key,yes,no,1,1,1,1
        91411099MA000004XD,丁,C,铸造,A,key,yes,no,1,1,1,1
        91411099MA0000058D,戊,C,铸造,A,key,yes,yes,1,1,1,1

        """
    private static let white = """
        credit_code,name,from
        91411099MA000004XD,丁,2024-01-01
        91411099MA0000058D,戊,2024-01-01

        """

    private func report(_ tests: String) throws -> TestReport {
        let tables = [
            TableFile(name: "enterprises.csv", bytes: Array(Self.enterprises.utf8)),
            TableFile(name: "white.csv", bytes: Array(Self.white.utf8)),
        ]
        let files = [SourceFile(name: "plan.plan", text: Self.rules), SourceFile(name: "tests.plan", text: tests)]
        let result = PlanChecker.check(files: files, zone: { _ in shanghai }, tables: PlanTables(files: tables))
        let plan = try #require(result.plan, "\(result.findings)")
        let list = ListReader.read(files: tables, plan: plan)
        var runner = PlanTestRunner(plan: plan, list: list.list, measuresCoverage: true)
        let results = result.tests.map { runner.run($0) }
        return TestReport(results: results, coverage: runner.coverage, zone: plan.zone)
    }

    private func reached(_ report: TestReport) throws -> [String] {
        try #require(report.coverage?.orders).rules.filter(\.isReached).map { rule in
            "\(rule.name):\(rule.place.line) at \(rule.levels.sorted().joined(separator: ", "))"
        }
    }

    private static func test(_ expectations: String...) -> String {
        "test \"t\" { given warning yellow since 2025-01-06T12:00\n"
            + expectations.map { "at 2025-01-06T13:00 expect enterprise \($0)\n" }.joined() + "}"
    }

    @Test func aRuleIsReachedByAnOrderThatRestsOnIt() throws {
        let report = try report(Self.test("\"甲\" limit 20%", "\"乙\" limit 40%"))
        #expect(report.isWell)
        // The row of `other` for B is less strict than that of `m`: without it nothing changes.
        #expect(try reached(report) == ["a row of m:9 at yellow", "a row of m:10 at yellow", "a row of other:16 at yellow"])
        #expect(report.coverage?.orders?.expectations == 2)
    }

    @Test func seasonsAndBothOutcomesOfExemptionsAreRules() throws {
        let report = try report(Self.test("\"丙\" stop", "\"丁\" autonomous", "\"戊\" limit 20%"))
        #expect(report.isWell)
        let expected = [
            "a row of m:9 at yellow", "a row of other:16 at yellow", "season winter:18 at yellow",
            "exemption e granted:19 at yellow", "exemption e refused:19 at yellow",
        ]
        #expect(try reached(report) == expected)
    }

    @Test func whatIsNotReachedIsNamedWithSomebodyToAskAbout() throws {
        let report = try report(Self.test("\"甲\" limit 20%"))
        let text = report.coverageText(Style(isOn: false))
        #expect(
            text.contains(
                """
                a row of m is expected by no test  plan.plan:10
                    it decides where at yellow enterprise "乙" is ordered limit 40%
                a row of m is expected by no test  plan.plan:11
                    the list names nobody whose order it decides at the last hour of the tests, at any level
                """), "\(text)")
        #expect(text.contains("it decides where without a warning enterprise \"丙\" is ordered stop\n"), "\(text)")
        #expect(text.hasSuffix("2 of 8 rules of orders were reached by 1 expected order\n"), "\(text)")
        #expect(report.coverage?.isFull == false)
        let json = report.json
        #expect(
            json.contains(
                #""orders":{"full":false,"expectations":1,"rules":[{"rule":"measure","id":"m","file":"plan.plan","line":9,"#))
        #expect(json.contains(#""reached":true,"levels":["yellow"]}"#), "\(json)")
    }

    @Test func aPlanWithoutOrdersHasNone() throws {
        let coverage = try #require(
            PlanTestingTests.report("test \"t\" { at 2025-01-06T12:00 expect none }", coverage: true).coverage)
        #expect(coverage.orders == nil)
    }
}
