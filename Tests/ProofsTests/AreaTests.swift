import AirQuality
import PlanLanguage
import PlanModel
import Testing
import Warnings

@testable import Proofs

/// Plans of several areas.
struct AreaTests {
    private func plan(_ areas: String, _ condition: String) throws -> Plan {
        let text = """
            plan "areas" { basis "b" zone "Asia/Shanghai" aqi HJ633-2026 levels red }
            \(areas)
            level red "red" { issue when \(condition) end when observed hourly IAQI(PM2.5) <= 100 cites "c" }
            """
        let result = PlanChecker.check(files: [SourceFile(name: "areas.plan", text: text)]) { _ in .beijing }
        return try #require(result.plan, "\(result.findings)")
    }

    /// Two stations differ from their mean; one that is the area does not.
    @Test func aStationThatIsAnAreaByItselfIsAskedByItself() throws {
        let areas = "area pair \"Pair\" { stations S1, S2 }\narea single \"Single\" { stations S1 }"
        let condition = "observed hourly IAQI(PM2.5) > 200 and observed at S1 hourly IAQI(PM2.5) <= 200"
        let report = try SmallPlans.report(plan(areas, condition))
        let issued = report.answers.filter { $0.id == "never-issued" }
        #expect(issued.map(\.area) == [nil, "single"])
        #expect(issued.map(\.verdict) == [.proved, .found])
    }

    @Test func twoPlansAreComparedInEveryArea() throws {
        let areas = "area pair \"Pair\" { stations S1, S2 }\narea single \"Single\" { stations S1 }"
        let old = try plan(areas, "observed hourly IAQI(PM2.5) > 200")
        let new = try plan(areas, "observed at S1 hourly IAQI(PM2.5) > 200")
        var settings = ProofSettings(within: 2)
        settings.simplifies = false
        var prover = try #require(ComparisonProver(old: old, new: new, settings: settings))
        let demands = prover.report().answers.filter { $0.id == "later-or-lower" }
        #expect(demands.map(\.area) == [nil, "single"])
        #expect(demands.map(\.verdict) == [.found, .proved])
    }

    /// Without stations in conditions one area stands for all: its witness is one of every area.
    @Test func aWitnessOfOneAreaIsOneOfEveryArea() throws {
        let areas =
            "area five \"Five\" { stations A, B, C, D, E at least 5 }\narea city \"City\" { }\narea one \"One\" { stations F }"
        let all = try plan(areas, "observed hourly IAQI(PM2.5) > 200 for 2h")
        let report = try SmallPlans.report(all)
        #expect(report.answers.allSatisfy { $0.area == nil })
        let witness = try #require(report.answers.first { $0.id == "never-issued" }?.witness)
        let instants = witness.evaluated.lowerBound.hours...witness.evaluated.upperBound.hours
        for area in all.areas {
            var own = all
            own.areas = [area]
            let scene = try #require(WitnessScene(plan: own, reach: 168))
            let decisions = try #require(scene.decisions(witness.values, instants))
            #expect(decisions.map(\.to) == witness.decisions.map(\.to) && !decisions.isEmpty, "\(area.id)")
        }
    }
}
