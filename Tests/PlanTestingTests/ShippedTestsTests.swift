import AirQuality
import FileAccess
import PlanLanguage
import PlanModel
import PlanTesting
import Testing
import Warnings

/// The tests that lie beside the shipped rules.
struct ShippedTestsTests {
    @Test(arguments: ["xuchang", "beijing", "history/2016", "history/2018"])
    func shippedRulesPassTheirTestsAndEveryClauseIsCovered(name: String) throws {
        let result = try PlanFolder.read("\(packageRoot)/rules/\(name)").check()
        #expect(result.findings.filter { $0.severity > .note } == [])
        let plan = try #require(result.plan)
        #expect(result.tests.count >= 9)
        var runner = PlanTestRunner(plan: plan, list: result.list, measuresCoverage: true)
        for test in result.tests {
            let outcome = runner.run(test)
            #expect(outcome.hasPassed, "\(test.name): \(outcome.checks.filter { $0.outcome != .passed })")
        }
        let coverage = try #require(runner.coverage)
        #expect(coverage.clauses.filter { $0.root.seen != .all }.map(\.name) == [])
        let unreached = coverage.orders?.rules.filter { !$0.isReached }.map { "\($0.name) \($0.place.file):\($0.place.line)" }
        #expect(unreached ?? [] == [])
        // What `--require-full` asks.
        #expect(coverage.isFull)
        #expect((coverage.orders == nil) == (name != "xuchang"))
        // Every part of every clause of the plans in force decides something in some test.
        for clause in coverage.clauses where !name.hasPrefix("history") {
            for test in clause.root.tests {
                #expect(test.seen.contains(.true) && test.seen.contains(.false), "\(clause.name): \(test.text)")
            }
        }
    }

    @Test func bothCitiesHaveTheSameTestsOfTheirLevelsWordForWord() throws {
        let texts = try ["xuchang", "beijing"].map {
            try LocalFileSystem().read("\(packageRoot)/rules/\($0)/levels-tests.plan", limit: 1 << 20)
        }
        #expect(texts[0] == texts[1])
    }
}
