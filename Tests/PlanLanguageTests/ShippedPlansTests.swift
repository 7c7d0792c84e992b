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
}
