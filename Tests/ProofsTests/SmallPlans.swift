import AirQuality
import PlanLanguage
import PlanModel
import Proofs
import Testing

/// Plans in their own words, of one area with one station.
enum SmallPlans {
    /// - Parameters:
    ///   - issues: The `issue when` of the lowest level and of those above it, each a list of clauses.
    ///   - rest: What stands after the levels, such as exemptions.
    static func plan(_ issues: [[String]], end: String = "observed hourly IAQI(PM2.5) <= 100", rest: String = "") throws -> Plan {
        let ids = ["yellow", "orange", "red"].prefix(issues.count)
        let levels = zip(ids, issues).map { id, clauses in
            let issue = clauses.map { "issue when \($0)" }.joined(separator: "\n")
            return "level \(id) \"\(id)\" { \(issue)\nend when \(end)\ncites \"c\" }"
        }
        let text = """
            plan "small" { basis "b" zone "Asia/Shanghai" aqi HJ633-2026 levels \(ids.joined(separator: " < ")) }
            area city "City" { stations S1 }
            \(levels.joined(separator: "\n"))
            \(rest)
            """
        let result = PlanChecker.check(files: [SourceFile(name: "small.plan", text: text)]) { _ in .beijing }
        return try #require(result.plan, "\(result.findings)")
    }

    static func report(_ plan: Plan, reach: Int = 168, simplifies: Bool = false) throws -> ProofReport {
        var settings = ProofSettings(reach: reach, within: 2)
        settings.simplifies = simplifies
        var prover = try #require(Prover(plan: plan, settings: settings))
        let report = prover.report()
        #expect(report.disagreements == 0)
        return report
    }
}
