import PlanLanguage
import PlanTesting
import Presentation
import Testing

/// What tests expect of advice and alerts.
struct MessageExpectationTests {
    private static let given = """
        given observed hourly PM2.5 60 ug/m3 for 24h from 2025-01-06
        given observed hourly PM10 100 ug/m3 for 12h, 600 ug/m3 for 1h, 100 ug/m3 for 11h from 2025-01-06
        given observed at S2 hourly PM2.5 200 ug/m3 for 12h from 2025-01-06T06:00
        given observed hourly O3 100 ug/m3 for 8h, 220 ug/m3 for 1h, missing for 2h, 90 ug/m3 for 2h from 2025-01-06
        """

    /// What holds, and beside it what does not.
    static let pairs = [
        ("2025-01-06T08:00 expect alert hotspot", "2025-01-06T07:00 expect alert hotspot"),
        ("2025-01-06T08:00 expect alert hotspot at station S2", "2025-01-06T08:00 expect alert hotspot at station S1"),
        ("2025-01-06T07:00 expect no alert hotspot", "2025-01-06T08:00 expect no alert hotspot"),
        ("2025-01-06T08:00 expect no alert hotspot at station S1", "2025-01-06T08:00 expect no alert hotspot at station S2"),
        // Made known every three hours.
        ("2025-01-06T10:00 expect no alert hotspot", "2025-01-06T10:00 expect alert hotspot"),
        ("2025-01-06T11:00 expect alert hotspot", "2025-01-06T11:00 expect no alert hotspot"),
        ("2025-01-06T13:00 expect alert dust", "2025-01-06T12:00 expect alert dust"),
        ("2025-01-06T13:00 expect alert dust", "2025-01-06T08:00 expect alert dust"),
        ("2025-01-06T08:00 expect no advice ozone", "2025-01-06T08:00 expect advice ozone"),
        ("2025-01-06T09:00 expect advice ozone", "2025-01-06T09:00 expect no advice ozone"),
        // Unknown ends none.
        ("2025-01-06T11:00 expect advice ozone", "2025-01-06T11:00 expect no advice ozone"),
        ("2025-01-06T12:00 expect no advice ozone", "2025-01-06T12:00 expect advice ozone"),
    ]

    @Test(arguments: pairs)
    func whatHoldsPassesAndWhatDoesNotFails(pair: (String, String)) throws {
        let report = try report(
            "test \"a\" { \(Self.given) at \(pair.0) }\ntest \"b\" { \(Self.given) at \(pair.1) }", with: messages)
        #expect(report.results.map(\.hasPassed) == [true, false])
    }

    @Test func alertsAndAdviceChangeNoDecision() throws {
        let rest = "at 2025-01-06T08:00 expect no decision at 2025-01-06T13:00 expect none"
        let report = try report("test \"a\" { \(Self.given) at 2025-01-06T08:00 expect alert hotspot \(rest) }", with: messages)
        #expect(report.isWell)
    }

    @Test func aFailureSaysWhatWasMadeKnownAndWhyNotTheRest() throws {
        let report = try report(
            """
            test "t" {
                \(Self.given)
                at 2025-01-06T08:00 expect no alert hotspot
                at 2025-01-06T09:00 expect alert hotspot at station S2
                at 2025-01-06T09:00 expect alert dust
                at 2025-01-06T09:00 expect no advice ozone
            }
            """, with: messages)
        let text = report.text(Style(isOn: false))
        for part in [
            "actual   alert hotspot at station \"S2\"", "✓ hotspot at station S2 when all of",
            "actual   no alert: made known within its `at most every` before",
            "6 Jan 07:00 was 200 µg/m³, 153.8% of the area's 130 µg/m³", "✗ dust when observed hourly PM10 > 500 ug/m3",
            "401 short", "█ PM10",
            "actual   advice ozone", "✓ ozone when observed hourly O3 > 200 ug/m3",
        ] {
            #expect(text.contains(part), "\(part)\n\(text)")
        }
        // Of an alert that was made known, the places where it was.
        #expect(!text.contains("hotspot at station S1"))
    }

    @Test func coverageCountsTheConditionsOfAdviceAndAlerts() throws {
        let report = try report("test \"t\" { \(Self.given) at 2025-01-06T12:00 expect none }", with: messages, coverage: true)
        let text = report.coverageText(Style(isOn: false))
        for part in [
            "advice ozone when     ✓ true  ✓ false  ✓ unknown", "alert hotspot when    ✓ true  ✓ false  ✓ unknown",
            "alert dust when       ✗ true  ✓ false  ✓ unknown", "alert dust when was never true", "of 7 clauses were",
        ] {
            #expect(text.contains(part), "\(part)\n\(text)")
        }
        let json = report.json
        #expect(json.contains("\"alert\":\"hotspot\"") && json.contains("\"advice\":\"ozone\""), "\(json)")
    }
}
