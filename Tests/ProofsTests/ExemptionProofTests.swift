import PlanModel
import TestSupport
import Testing

@testable import Proofs

/// What is proved of exemptions, against every row that predicates can tell apart.
struct ExemptionProofTests {
    private static func exemption(_ id: String, _ who: String, bars: String = "", grants: String = "autonomous") -> String {
        "exemption \(id) \"\(id)\" { for enterprise \(who)\n\(bars)\ngrants \(grants)\ncites \"c\" }\n"
    }

    private func report(_ exemptions: String...) throws -> ProofReport {
        let head = "enterprises from \"enterprises.csv\"\nlist white \"white\"\n"
        return try SmallPlans.report(
            SmallPlans.plan([["observed hourly IAQI(PM2.5) > 200"]], rest: head + exemptions.joined()))
    }

    private func verdicts(_ report: ProofReport, _ id: String) -> [ProofAnswer.Verdict] {
        report.answers.filter { $0.id == id }.map(\.verdict)
    }

    @Test func anExemptionForNoRowIsFound() throws {
        let none = try report(Self.exemption("none", "grade == A and grade == B"))
        #expect(verdicts(none, "exemption-for-none") == [.found])
        let barred = try report(Self.exemption("none", "grade == A", bars: "barred when grade in (A, B)"))
        #expect(verdicts(barred, "exemption-for-none") == [.found])
        #expect(try verdicts(report(Self.exemption("some", "grade == A")), "exemption-for-none").isEmpty)
    }

    @Test func overlapsAreFoundOrExcluded() throws {
        let apart = try report(
            Self.exemption("a", "grade == A"), Self.exemption("b", "grade == B", grants: "guaranteed"))
        #expect(verdicts(apart, "exemptions-overlap") == [.proved])
        let both = try report(
            Self.exemption("a", "grade in (A, B)"), Self.exemption("b", "grade in (B, C)", grants: "guaranteed"))
        #expect(verdicts(both, "exemptions-overlap") == [.found])
        #expect(both.answers.first { $0.id == "exemptions-overlap" }?.message.hasSuffix("grade B") == true)
        // The same thing granted twice is no matter.
        let same = try report(Self.exemption("a", "grade in (A, B)"), Self.exemption("b", "grade in (B, C)"))
        #expect(verdicts(same, "exemptions-overlap") == [.proved])
    }

    /// The theorem: nobody who is barred anywhere is granted anything.
    @Test func theBarredAreGrantedNothing() throws {
        let bar = "barred when violation because \"v\""
        let both = try report(
            Self.exemption("a", "on list white", bars: bar), Self.exemption("b", "grade == A", bars: bar, grants: "guaranteed"))
        #expect(verdicts(both, "barred-but-granted") == [.proved])
        let one = try report(
            Self.exemption("a", "on list white", bars: bar), Self.exemption("b", "grade == A", grants: "guaranteed"))
        #expect(verdicts(one, "barred-but-granted") == [.found])
    }

    // MARK: Trying all rows

    private struct Row {
        var grade: String?
        var year: Int64?
        var violates: Bool
        var isListed: Bool
    }

    private static let rows: [Row] = [nil, "A", "B", "C", "D"].flatMap { grade in
        [nil, 1, 2, 3, 4, 5].flatMap { year in
            [false, true].flatMap { violates in
                [false, true].map { Row(grade: grade, year: year, violates: violates, isListed: $0) }
            }
        }
    }

    @Test(arguments: 1...100) func agreesWithTryingAllRows(seed: Int) {
        var random = SplitMix64(seed: UInt64(seed))
        let predicates = (0..<random.int(1...3)).map { _ in predicate(&random, depth: random.int(0...3)) }
        let isPossible = Self.rows.contains { row in predicates.allSatisfy { holds($0, row) } }
        var solver = PredicateSolver(predicates)
        #expect((solver.row(satisfying: predicates) != nil) == isPossible, "seed \(seed): \(predicates.map(\.text))")
    }

    private static let grade = ColumnReference(name: "grade", type: nil)
    private static let year = ColumnReference(name: "grade_year", type: nil)
    private static let violation = ColumnReference(name: "violation", type: nil)

    private func predicate(_ random: inout SplitMix64, depth: Int) -> Predicate {
        if depth == 0 {
            switch random.int(0...5) {
            case 0: return .holds(Self.violation)
            case 1: return .onList(nil, list: "white")
            case 2:
                let relation: PredicateRelation = random.pick([.equal, .notEqual])
                return .compare(Self.grade, relation, .choice(random.pick(["A", "B", "C"])))
            case 3: return .isIn(Self.grade, random.some(["A", "B", "C"], 2).map { .choice($0) })
            default:
                let relation: PredicateRelation = random.pick(
                    [.equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual])
                return .compare(Self.year, relation, .number(Int64(random.pick([2, 4]))))
            }
        }
        let parts = (0..<2).map { _ in predicate(&random, depth: depth - 1) }
        switch random.int(0...2) {
        case 0: return .and(parts)
        case 1: return .or(parts)
        default: return .not(parts[0])
        }
    }

    private func holds(_ predicate: Predicate, _ row: Row) -> Bool {
        switch predicate {
        case .always: true
        case .and(let parts): parts.allSatisfy { holds($0, row) }
        case .or(let parts): parts.contains { holds($0, row) }
        case .not(let inner): !holds(inner, row)
        case .holds: row.violates
        case .onList: row.isListed
        case .isIn(_, let values): row.grade.map { values.contains(.choice($0)) } ?? false
        case .compare(let column, let relation, let value):
            if case .number(let number) = value {
                row.year.map { compare($0, relation, number) } ?? false
            } else {
                row.grade.map { (.choice($0) == value) == (relation == .equal) && column == Self.grade } ?? false
            }
        }
    }

    private func compare(_ left: Int64, _ relation: PredicateRelation, _ right: Int64) -> Bool {
        switch relation {
        case .equal: left == right
        case .notEqual: left != right
        case .less: left < right
        case .lessOrEqual: left <= right
        case .greater: left > right
        case .greaterOrEqual: left >= right
        }
    }
}
