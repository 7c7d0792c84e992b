import PlanLanguage
import PlanModel
import Testing

struct FindingTests {
    @Test func jsonHasExactlyTheKeysInOrder() throws {
        let result = check(
            planText("issue when expected daily AQI > 200 for 2d end when observed hourly AQI < 100 approve automatically"))
        #expect(
            FindingJSON.lines(result.findings) == #"""
                {"id":"duration-in-days","severity":"error","file":"file0.plan","line":10,"column":45,"endLine":10,"endColumn":47,"message":"durations are in hours","help":"a day can be 24 hours or a date: only hours are clear","fixits":[{"line":10,"column":45,"endLine":10,"endColumn":47,"replacement":"48h"}]}

                """#)
    }

    @Test func jsonEscapesWhatItMust() {
        let place = PlaceRange(start: Place(line: 1, column: 1), end: Place(line: 1, column: 2))
        let finding = Finding(
            id: "x", severity: .note, file: "a\"b\\c", range: place, message: "line\nbreak \u{1} \u{2028} 好", help: nil,
            fixits: [],
            related: [])
        #expect(
            FindingJSON.lines([finding])
                == #"{"id":"x","severity":"note","file":"a\"b\\c","line":1,"column":1,"endLine":1,"endColumn":2,"#
                + #""message":"line\nbreak \u0001 \u2028 好","help":null,"fixits":[]}"# + "\n")
    }

    @Test func findingsComeInOrderOfFileAndPlace() {
        let result = PlanChecker.check(
            files: [
                SourceFile(name: "b.plan", text: "let x = y\nlet z = y"),
                SourceFile(name: "a.plan", text: "plan \"p\" { horizon 2d zone \"\" }"),
            ], zone: testZone)
        let places = result.findings.map { ($0.file, $0.range.start) }
        #expect(places.count >= 4)
        #expect(zip(places, places.dropFirst()).allSatisfy { $0 <= $1 })
    }

    @Test func theOrderOfFilesDoesNotMatter() {
        let parts = [
            "plan \"p\" { zone \"Asia/Shanghai\" levels red }", "area a \"A\" { stations S }", "area b \"B\" { stations S }",
            "level red \"R\" { issue when x end when not x }", "let x = observed hourly AQI > 200",
        ].enumerated().map { SourceFile(name: "\($0.offset).plan", text: $0.element) }
        let first = PlanChecker.check(files: parts, zone: testZone)
        let second = PlanChecker.check(files: parts.reversed(), zone: testZone)
        #expect(first.plan != nil)
        #expect(first.plan == second.plan)
        #expect(first.findings == second.findings)
    }

    @Test func byteOrderMarksAndLineEndsAreSkipped() throws {
        let text = planText("issue when observed hourly AQI > 200 for 2d")
        let dos = "\u{FEFF}" + text.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\r\n")
        let plain = check(text).findings
        #expect(plain.contains { $0.id == "duration-in-days" })
        #expect(check(dos).findings == plain)
        #expect(check("\u{FEFF}" + "plan").findings.first?.range.start == Place(line: 1, column: 5))
    }

    /// Applying the fix-its of an error makes it go away.
    @Test(arguments: [
        "expected daily AQI > 200 for 2d", "observed hourly PM2.5 > 115", "observed hourly CO > 4000 ug/m3",
        "observed hourly AQI > 200 ug/m3",
        "expectd daily AQI > 200 for 24h", "expected daily IAQI PM2.5 > 200 for 24h", "observed hourly O3 > 160 ug",
        "forecast hourly AQI > 200 throughout next 3h missing at most 0h", "expected daily AQI ＞ ２００ for 24h",
        "observed hourly AQI > 200 for 3",
        "expected daily AQI > 200 for 24h or daily AQI > 150 for 48h", "observed at 1001B hourly AQI > 200",
        "expected daily AQI > 200 led by PM2.6",
        "forecast hourly AQI > 200 throughout next 3h starting within 2h", "expected daily AQI > 200 for 24h starting within 0h",
    ])
    func fixitsMend(condition: String) throws {
        let text = planText("issue when \(condition)\nend when observed hourly AQI < 100\napprove automatically")
        let before = check(text)
        let finding = try #require(before.findings.first)
        #expect(before.plan == nil)
        let fixit = try #require(finding.fixits.first)
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { Array($0.unicodeScalars) }
        let (start, end) = (fixit.range.start, fixit.range.end)
        lines[start.line - 1].replaceSubrange(start.column - 1..<end.column - 1, with: Array(fixit.replacement.unicodeScalars))
        let mended = lines.map { line in String(String.UnicodeScalarView(line)) }.joined(separator: "\n")
        let after = check(mended)
        #expect(after.findings == [])
        #expect(after.plan != nil)
    }

    @Test func loweringKeepsNamesAndAppliesTheHorizonInIssueOnly() throws {
        let plan = try #require(
            check(
                planText(
                    """
                    issue when not hazy or forecast hourly AQI > 200 throughout next 6h or forecast daily AQI > 300
                    issue when expected daily AQI > 200 for 24h starting within 12h
                    end when hazy
                    """, settings: "horizon 72h",
                    lets: "let hazy = expected daily AQI > 200 for 24h and observed hourly AQI > 200 for 3h")
            ).plan)
        let red = try #require(plan.levels.first)
        #expect(
            red.issue.map(\.condition.expandedText) == [
                "not (expected daily AQI > 200 for 24h starting within 72h and observed hourly AQI > 200 for 3h)"
                    + " or forecast hourly AQI > 200 throughout next 6h or forecast daily AQI > 300",
                "expected daily AQI > 200 for 24h starting within 12h",
            ])
        #expect(red.issue.first?.condition.text.hasPrefix("not hazy or ") == true)
        #expect(red.end?.expandedText == "expected daily AQI > 200 for 24h and observed hourly AQI > 200 for 3h")
    }

    /// The canonical text of a condition reads back as the same condition.
    @Test(arguments: [
        "observed at 1001A hourly PM2.5 >= 0.5 ug/m3 for 3h",
        "expected daily AQI > 200 led by PM2.5, O3 for 48h including daily AQI > 300 for 24h",
        "(observed hourly AQI > 1 or observed hourly AQI > 2) and not (observed hourly AQI > 3 and not observed hourly AQI > 4)",
        "forecast hourly CO <= 4.025 mg/m3 throughout next 36h missing at most 2h",
        "expected daily AQI > 200 starting within 12h",
    ])
    func canonicalTextReadsBack(condition: String) throws {
        let first = try #require(check(planText("issue when \(condition)")).plan?.levels.first?.issue.first?.condition)
        let second = try #require(check(planText("issue when \(first.text)")).plan?.levels.first?.issue.first?.condition)
        #expect(first == second)
        #expect(first.text == second.text)
    }
}
