import AirQuality
import FileAccess
import PlanLanguage
import PlanModel
import PlanTesting
import Testing

/// The package root, found from this file.
let packageRoot: String = {
    let parts = #filePath.split(separator: "/", omittingEmptySubsequences: false)
    return parts.dropLast(3).joined(separator: "/")
}()

let shanghai = Zone(name: "Asia/Shanghai", offsetSeconds: 8 * 3600)

/// A plan that reads forecasts at 10:00 and 16:00, and the tests of a text.
func checked(_ tests: String) -> CheckResult {
    let plan = """
        plan "P" {
            basis "B" zone "Asia/Shanghai" levels yellow < red horizon 48h review at 10:00, 16:00
        }
        area city "C" { stations S1, S2 at least 1 }
        level yellow "黄色" {
            issue [heavy] when expected daily IAQI(PM2.5) > 200 for 24h
            end when observed hourly IAQI(PM2.5) <= 150 for 3h
            cites "D"
        }
        level red "红色" {
            issue [severe] when observed hourly IAQI(PM2.5) > 300 for 2h
            end when observed hourly IAQI(PM2.5) <= 200
            cites "D"
        }
        """
    return PlanChecker.check(
        files: [SourceFile(name: "plan.plan", text: plan), SourceFile(name: "tests.plan", text: tests)],
        zone: { $0 == "Asia/Shanghai" ? shanghai : nil })
}

/// Runs the tests of a text.
func report(_ tests: String, coverage: Bool = false) throws -> TestReport {
    let result = checked(tests)
    #expect(result.findings.filter { $0.severity == .error } == [])
    let plan = try #require(result.plan)
    var runner = PlanTestRunner(plan: plan, list: nil, measuresCoverage: coverage)
    let results = result.tests.map { runner.run($0) }
    return TestReport(results: results, coverage: runner.coverage, zone: plan.zone)
}
