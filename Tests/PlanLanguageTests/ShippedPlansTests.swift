import PlanLanguage
import PlanModel
import Testing

struct ShippedPlansTests {
    @Test(arguments: ["M2024", "M2024led", "M2024natural", "M2018", "D2024", "D2024review", "D2024zh"])
    func testPlansHaveNoFindings(name: String) throws {
        let result = PlanChecker.check(files: try planFiles("Tests/Plans/\(name)"), zone: testZone)
        #expect(result.findings == [])
        let plan = try #require(result.plan)
        #expect(plan.areas.map(\.stations.count) == [12])
        #expect(plan.levels.map(\.id) == ["yellow", "orange", "red"])
    }

    @Test func theChineseTwinIsTheSamePlan() throws {
        let english = PlanChecker.check(files: try planFiles("Tests/Plans/D2024"), zone: testZone).plan
        let chinese = PlanChecker.check(files: try planFiles("Tests/Plans/D2024zh"), zone: testZone).plan
        #expect(english != nil)
        #expect(english == chinese)
    }

    @Test func horizonIsTheDefaultOfIssueRunsOnly() throws {
        let plan = try #require(PlanChecker.check(files: try planFiles("Tests/Plans/D2024"), zone: testZone).plan)
        let red = try #require(plan.levels.last)
        #expect(
            red.issue.first?.condition.text
                == "expected daily IAQI(PM2.5) > 200 for 72h including daily IAQI(PM2.5) > 300 for 24h starting within 72h")
        #expect(
            red.end?.expandedText
                == "observed hourly IAQI(PM2.5) <= 150 and forecast hourly IAQI(PM2.5) <= 150 throughout next 36h missing at most 2h"
        )
    }

    @Test(arguments: ["rules/xuchang", "rules/beijing", "rules/history/2018", "rules/history/2016"])
    func rulesHaveNoWarnings(folder: String) throws {
        let result = PlanChecker.check(files: try planFiles(folder), zone: testZone)
        #expect(result.findings.isEmpty)
        let plan = try #require(result.plan)
        #expect(plan.levels.allSatisfy { $0.end != nil && !$0.cites.isEmpty })
        #expect(Set(plan.levels.map(\.end)).count == plan.levels.count, "each level has an end of its own")
    }

    @Test func beijingHasTheCriteriaOfXuchangWordForWord() throws {
        let texts = try ["rules/xuchang", "rules/beijing"].map { folder in
            try planFiles(folder).flatMap { criteria(of: String(decoding: $0.bytes, as: UTF8.self)) }
        }
        #expect(texts[0].contains { $0.hasPrefix("level red") })
        #expect(texts[0] == texts[1])
    }

    /// The lines of a plan file outside its plan and area blocks, comments before them included in what follows.
    private func criteria(of text: String) -> [Substring] {
        var lines: [Substring] = []
        var isInside = false
        for line in text.split(separator: "\n") {
            if line.hasPrefix("level ") || line.hasPrefix("let ") { isInside = true }
            if line.hasPrefix("plan ") || line.hasPrefix("area ") { isInside = false }
            if isInside { lines.append(line) }
        }
        return lines
    }

    @Test func xuchangHasItsSevenStations() throws {
        let plan = try #require(PlanChecker.check(files: try planFiles("rules/xuchang"), zone: testZone).plan)
        #expect(plan.areas.map(\.stations) == [["2396A", "2397A", "2398A", "3134A", "3337A", "3338A", "3597A"]])
        #expect(plan.areas.first?.quorum == 5)
        #expect(plan.horizon == 44)
    }
}
