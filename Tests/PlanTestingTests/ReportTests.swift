import AirQuality
import PlanModel
import PlanTesting
import Presentation
import Testing
import Warnings

/// How results are shown.
struct ReportTests {
    private static let mixed = """
        test "passes" { at 2025-01-06T12:00 expect none }
        test "fails <&> \\"x\\"" {
            given observed hourly IAQI(PM2.5) 280 for 3h, 320 for 1h from 2025-01-06
            at 2025-01-06T04:00 expect red
            at 2025-01-06T04:00 expect issue red
        }
        """

    @Test func aFailureShowsExpectedActualTreeAndPlot() throws {
        let text = try report(Self.mixed).text(Style(isOn: false))
        #expect(
            text.hasPrefix(
                """
                ✓ passes
                ✗ fails <&> "x"  tests.plan:2
                  tests.plan:4: at 2025-01-06 04:00
                      expected red
                      actual   none
                    red is not demanded
                      ✗ issue [severe] when observed hourly IAQI(PM2.5) > 300 for 2h
                          needs 2 h above 300, finds 1 h from 6 Jan 02:00 (280, 320)
                          6 Jan 02:00 was 280: 21 short
                """))
        #expect(text.contains("│"))
        #expect(
            text.contains(
                "expected issue red\n      actual   no decision: no warning is in force\n    with the same conditions\n"))
        #expect(text.hasSuffix("2 tests: 1 passed, 1 failed\n"))
    }

    @Test func junitEscapesAndCounts() throws {
        let text = try report(Self.mixed).junit(suite: "rules/a&b")
        #expect(text.hasPrefix("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites tests=\"2\" failures=\"1\" errors=\"0\""))
        #expect(text.contains("<testcase classname=\"rules/a&amp;b\" name=\"passes\" file=\"tests.plan\" line=\"1\"/>"))
        #expect(text.contains("name=\"fails &lt;&amp;&gt; &quot;x&quot;\""))
        #expect(text.split(separator: "<failure").count == 3)
        #expect(!text.contains("IAQI(PM2.5) > 300"))
    }

    @Test func jsonSaysWhatFailed() throws {
        let text = try report(Self.mixed).json
        #expect(text.hasPrefix(#"{"tests":[{"name":"passes","file":"tests.plan","line":1,"passed":true,"checks":[{"line":1,"#))
        #expect(text.contains(#""at":"2025-01-06T04:00:00+08:00","expected":"red","outcome":"failed","actual":"none""#))
        #expect(text.hasSuffix(#""totals":{"tests":2,"passed":1,"failed":1,"unreadable":0}}"# + "\n"))
    }

    // MARK: - Coverage

    @Test func coverageSaysWhyAClauseWasNeverReached() throws {
        let report = try report(
            """
            test "near" {
                given observed hourly IAQI(PM2.5) 280 for 3h, 320 for 1h, 80 for 2h from 2025-01-06T16:00
                at 2025-01-06T22:00 expect none
            }
            """, coverage: true)
        let coverage = try #require(report.coverage)
        #expect(!coverage.isFull)
        let text = report.coverageText(Style(isOn: false))
        // The hours of review lie before the test's data: unknown there, and never anything else.
        #expect(text.contains("yellow issue [heavy]  ✗ true  ✗ false  ✓ unknown"))
        #expect(
            text.contains(
                "red issue [severe] was never true\n    no test has data in which it holds; the nearest is in “near” at 2025-01-06 20:00:"
            ))
        #expect(text.contains("21 short"))
        #expect(text.hasSuffix("of 4 clauses were true, false and unknown in some test, over 25 hours\n"))
    }

    @Test func coverageSaysThatForecastsWereNeverRead() throws {
        let report = try report(
            """
            test "night" {
                given warning red since 2025-01-06T17:00
                given forecast daily AQI 230, 230 led by PM2.5 from 2025-01-06
                at 2025-01-06T22:00 expect red
            }
            """, coverage: true)
        let text = report.coverageText(Style(isOn: false))
        #expect(text.contains("never read: forecasts are read at 10:00, 16:00 only, and no test runs over such an hour"))
        #expect(report.coverage?.clauses.first?.root.seen == [])
    }

    @Test func aFullCoverageIsFull() throws {
        let report = try report(
            """
            test "a" {
                given expected hourly IAQI(PM2.5) 80 for 34h, 230 for 30h, 320 for 3h, 80 for 120h from 2025-01-06
                given observed hourly IAQI(PM2.5) missing for 12h from 2025-01-10
                at 2025-01-06T12:00 expect yellow
                at 2025-01-08T19:00 expect red
                at 2025-01-10T16:00 expect none
            }
            """, coverage: true)
        let coverage = try #require(report.coverage)
        #expect(coverage.clauses.filter { !$0.root.seen.contains(.true) || !$0.root.seen.contains(.false) }.map(\.name) == [])
        #expect(report.isWell)
    }
}
