import AirQuality
import PlanLanguage
import PlanModel
import PlanTesting
import Testing
import Warnings

@testable import Proofs

/// Two plans side by side, and witnesses in which a single station matters.
struct ComparisonProofTests {
    private func plan(
        _ issue: String, aqi: String = "", end: String = "observed hourly AQI <= 100", areas: [String] = ["a"],
        stations: String = "S1"
    ) throws -> Plan {
        let text = """
            plan "p" { basis "b" zone "Asia/Shanghai" \(aqi) levels red }
            \(areas.map { "area \($0) \"\($0)\" { stations \(stations.replacing("S", with: "S\($0)")) }" }.joined(separator: "\n"))
            level red "r" { issue when \(issue)
            end when \(end) cites "c" }
            """
        let result = PlanChecker.check(files: [SourceFile(name: "p.plan", text: text)]) { _ in .beijing }
        return try #require(result.plan, "\(result.findings)")
    }

    private func compare(_ old: Plan, _ new: Plan) throws -> ProofReport {
        var settings = ProofSettings()
        settings.simplifies = false
        var prover = try #require(ComparisonProver(old: old, new: new, settings: settings))
        return prover.report()
    }

    /// What one edition calls light pollution the other does not: no proof on the date of one holds for both.
    @Test(arguments: [("aqi HJ633-2012", ""), ("", "aqi HJ633-2012"), ("aqi HJ633-2012", "aqi HJ633-2026")])
    func plansOfTwoEditionsAreComparedWhereBothCanBe(editions: (old: String, new: String)) throws {
        // 24 h of PM2.5 at 70 µg/m³: an index of 95 in 2012, above 100 in 2026.
        let issue = "observed daily AQI > 100 and observed daily AQI <= 110"
        let report = try compare(plan(issue, aqi: editions.old), plan(issue, aqi: editions.new))
        #expect(Set(report.editions) == [.edition2012, .edition2026])
        #expect(report.findings.contains { $0.id == "later-or-lower" }, "\(report.answers.map(\.message))")
        #expect(report.disagreements == 0)
    }

    @Test func plansOfOneEditionAreTheSameOnItsDate() throws {
        let issue = "observed daily AQI > 100"
        let report = try compare(plan(issue, aqi: "aqi HJ633-2012"), plan(issue, aqi: "aqi HJ633-2012"))
        #expect(report.editions == [.edition2012, .edition2012])
        #expect(report.answers.allSatisfy { $0.verdict == .proved })
    }

    @Test func anAreaThatIsGoneIsFound() throws {
        let issue = "observed hourly AQI > 200"
        let report = try compare(plan(issue, areas: ["a", "b"]), plan(issue, areas: ["a"]))
        #expect(report.findings.map(\.id) == ["area-gone"])
        #expect(try compare(plan(issue, areas: ["a"]), plan(issue, areas: ["a", "b"])).findings.isEmpty)
    }

    /// Clean air at a station is part of the series, and of the test that is written of it.
    @Test func aWitnessHasTheStationsThatConditionsName() throws {
        let plan = try plan(
            "observed hourly PM2.5 > 75 ug/m3", end: "observed at Sa1 hourly PM2.5 <= 35 ug/m3", stations: "S1, S2")
        let report = try SmallPlans.report(plan, simplifies: true)
        let both = try #require(report.findings.first { $0.id == "issue-and-end" })
        let witness = try #require(both.witness)
        #expect(witness.series.contains { $0.station == "Sa1" })
        // Of the tests that say it one way or the other a plan passes one.
        var runner = PlanTestRunner(plan: plan, list: nil, measuresCoverage: true)
        let results = witness.tests(named: "both", of: plan, reach: 168).map { runner.run($0) }
        #expect(results.contains { $0.hasPassed })
        #expect(runner.coverage?.clauses.allSatisfy { $0.root.seen.contains(.true) } == true)
    }

    /// A level that never ends stands though the air is clean, which the written test says.
    @Test func theTestOfALevelThatNeverEndsHasCleanAir() throws {
        let faulty = try plan("observed hourly PM2.5 > 100 ug/m3", end: "observed hourly PM2.5 > 120 ug/m3")
        let mended = try plan("observed hourly PM2.5 > 100 ug/m3", end: "observed hourly PM2.5 <= 100 ug/m3")
        let report = try SmallPlans.report(faulty, simplifies: true)
        let witness = try #require(report.findings.first { $0.id == "never-ends" }?.witness)
        let test = try #require(witness.tests(named: "never", of: faulty, reach: 168).first)
        func passes(_ plan: Plan) -> Bool {
            var runner = PlanTestRunner(plan: plan, list: nil)
            return runner.run(test).hasPassed
        }
        #expect(passes(faulty))
        #expect(!passes(mended))
    }
}
