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

/// What a plan may make known beside its warnings.
let messages = """
    advice ozone "臭氧提示" {
        when observed hourly O3 > 200 ug/m3
        say "午后减少户外活动"
    }
    alert hotspot "高值" at station {
        when observed hourly PM2.5 > 150 ug/m3 for 2h and observed hourly PM2.5 > 150% of area
        at most every 3h
    }
    alert dust "沙尘" at area {
        when observed hourly PM10 > 500 ug/m3
        at most every 6h
    }
    """

/// A plan that reads forecasts at 10:00 and 16:00, and the tests of a text.
///
/// - Parameter more: Declarations beside those of the levels.
func checked(_ tests: String, with more: String = "") -> CheckResult {
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
        files: [SourceFile(name: "plan.plan", text: plan + "\n" + more), SourceFile(name: "tests.plan", text: tests)],
        zone: { $0 == "Asia/Shanghai" ? shanghai : nil })
}

/// Runs the tests of a text.
func report(_ tests: String, with more: String = "", coverage: Bool = false) throws -> TestReport {
    let result = checked(tests, with: more)
    #expect(result.findings.filter { $0.severity == .error } == [])
    let plan = try #require(result.plan)
    var runner = PlanTestRunner(plan: plan, list: nil, measuresCoverage: coverage)
    let results = result.tests.map { runner.run($0) }
    return TestReport(results: results, coverage: runner.coverage, zone: plan.zone)
}
