import PlanModel
import Proofs
import Testing

/// What is said when time runs out.
struct InterruptionTests {
    private final class Clock {
        var asked = 0
        let limit: Int
        init(limit: Int) { self.limit = limit }

        func isOver() -> Bool {
            asked += 1
            return asked > limit
        }
    }

    private func report(_ plan: Plan, stoppingAfter limit: Int) throws -> (answers: [ProofAnswer], asked: Int) {
        var settings = ProofSettings(reach: 24, within: 2)
        settings.simplifies = false
        let clock = Clock(limit: limit)
        var prover = try #require(Prover(plan: plan, settings: settings, shouldStop: clock.isOver))
        return (prover.report().answers, clock.asked)
    }

    /// Wherever it runs out, what is still claimed is what more time would have claimed.
    @Test func timeThatRunsOutMakesNoClaims() throws {
        let plan = try SmallPlans.plan(
            [
                ["observed hourly IAQI(PM2.5) > 100 for 2h", "observed hourly IAQI(PM2.5) > 300"],
                ["observed hourly IAQI(PM2.5) > 200 and observed hourly IAQI(PM2.5) > 150"],
            ],
            rest: "advice a \"A\" { when observed hourly O3 > 200 ug/m3 and observed hourly O3 > 100 ug/m3\nsay \"inside\" }")
        let (whole, asked) = try report(plan, stoppingAfter: .max)
        #expect(whole.contains { $0.verdict == .proved } && whole.contains { $0.verdict == .found })
        #expect(whole.allSatisfy { $0.verdict != .undecided })
        for limit in 0..<asked {
            let (answers, _) = try report(plan, stoppingAfter: limit)
            for answer in answers where answer.verdict == .proved || answer.verdict == .found {
                #expect(
                    whole.contains { $0.message == answer.message && $0.verdict == answer.verdict },
                    "stopped after \(limit) of \(asked): \(answer.verdict) \(answer.message)")
            }
            #expect(
                answers.contains { $0.verdict == .undecided || $0.verdict == .possible }, "stopped after \(limit) of \(asked)")
        }
    }
}
