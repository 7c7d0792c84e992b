import AirQuality
import FileAccess
import Orders
import PlanLanguage
import PlanModel
import Proofs
import Testing

/// What is proved of shipped plans, and of one against another.
struct ShippedProofTests {
    private static let root = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")

    private static func plan(_ folder: String) throws -> Plan {
        try #require(try PlanFolder.read("/\(root)/\(folder)").checkText().plan)
    }

    private static func settings(within: Int = 36) -> ProofSettings {
        var settings = ProofSettings(within: within)
        settings.simplifies = false
        return settings
    }

    private func verdicts(_ report: ProofReport, _ id: String) -> [ProofAnswer.Verdict] {
        report.answers.filter { $0.id == id }.map(\.verdict)
    }

    /// levels.plan says that no warning comes right back after its lift.
    @Test func noWarningOfXuchangComesBack() throws {
        var prover = try #require(Prover(plan: Self.plan("rules/xuchang"), settings: Self.settings()))
        let report = prover.report()
        #expect(report.disagreements == 0)
        #expect(verdicts(report, "flapping") == [.proved, .proved, .proved])
        #expect(verdicts(report, "issue-and-end") == [.proved, .proved, .proved])
        #expect(verdicts(report, "hole-in-ladder") == [.proved, .found])
        #expect(verdicts(report, "never-issued") == [.proved, .proved, .proved])
    }

    /// Nobody of the shipped list who is barred is granted anything, though the rules admit somebody.
    @Test func nobodyOfXuchangWhoIsBarredIsGrantedAnything() throws {
        let folder = try PlanFolder.read("/\(Self.root)/rules/xuchang").check()
        let (plan, list) = (try #require(folder.plan), try #require(folder.list))
        var report = ProofReport(settings: Self.settings(), plans: [], editions: [.edition2026], answers: [])
        var prover = try #require(ListProver(plan: plan, list: list))
        prover.add(to: &report)
        #expect(report.list?.tables.map(\.rows) == [1500, 300])
        #expect(verdicts(report, "barred-but-granted-on-row") == [.proved])
        #expect(verdicts(report, "exemptions-overlap-on-row") == [.proved])
        // Steel and coke at B-, and ordinary.
        #expect(verdicts(report, "measure-matches-no-row") == [.found, .found])
        #expect(report.answers.first { $0.id == "measures-overlap" }?.row?.count == 19)
    }

    /// The end of D2024 looks 36 h ahead, its issue 72 h.
    @Test func d2024Flaps() throws {
        var prover = try #require(Prover(plan: Self.plan("Tests/Plans/D2024"), settings: Self.settings()))
        let report = prover.report()
        #expect(report.disagreements == 0)
        #expect(verdicts(report, "flapping") == [.found, .found, .found])
        #expect(verdicts(report, "issue-and-end") == [.found, .found, .found])
        #expect(verdicts(report, "hole-in-ladder") == [.proved, .proved])
    }

    @Test func comparesPlans() throws {
        let plan = try Self.plan("Tests/Plans/D2024")
        var same = try #require(ComparisonProver(old: plan, new: plan, settings: Self.settings()))
        #expect(same.report().answers.allSatisfy { $0.verdict == .proved })
        var later = plan
        later.levels[2].issue[0].condition = .and([plan.levels[2].issue[0].condition, plan.levels[0].issue[0].condition])
        later.levels[0].issue.removeLast()
        var prover = try #require(ComparisonProver(old: plan, new: later, settings: Self.settings()))
        let report = prover.report()
        #expect(report.disagreements == 0)
        // Two days above 150 none of which is above 200 no longer issue; red asks for no more than it did.
        #expect(verdicts(report, "later-or-lower") == [.found, .proved, .proved])
    }
}
