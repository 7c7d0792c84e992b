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

    /// No grade counts as D, and one that is pending as C, too.
    @Test func blankAndPendingGradesAreReadAsOrdersReadThem() throws {
        let pending = try report(
            Self.exemption("a", "grade == C"), Self.exemption("b", "grade == pending", grants: "guaranteed"))
        #expect(verdicts(pending, "exemptions-overlap") == [.found])
        let none = try report(Self.exemption("none", "not (grade in (A, B, C, D, B-, leading, ordinary))"))
        #expect(verdicts(none, "exemption-for-none") == [.found])
        let flag = try report(Self.exemption("none", "not violation and violation != no"))
        #expect(verdicts(flag, "exemption-for-none") == [.found])
    }

    // MARK: Trying all rows

    private struct Row {
        var grade: String?
        var year: Int64?
        var violates: Bool
        var isListed: Bool
        /// A column beyond the layout, read as a comparison asks.
        var mark: String
    }

    private static let rows: [Row] = [nil, "A", "B", "C", "D", "pending", "leading"].flatMap { grade in
        [nil, 0, 100, 200, 300, 400, 500].flatMap { year in
            [false, true].flatMap { violates in
                [false, true].flatMap { isListed in
                    ["", "5", "x", "7", "6"].map {
                        Row(grade: grade, year: year, violates: violates, isListed: isListed, mark: $0)
                    }
                }
            }
        }
    }

    @Test(arguments: 1...200) func agreesWithTryingAllRows(seed: Int) {
        var random = SplitMix64(seed: UInt64(seed))
        // A column that is read both as text and as number is taken for two: then no more than what there is is excluded.
        let isExact = seed % 2 == 0
        let predicates = (0..<random.int(1...3)).map { _ in predicate(&random, depth: random.int(0...3), isExact: isExact) }
        let isPossible = Self.rows.contains { row in predicates.allSatisfy { holds($0, row) } }
        var solver = PredicateSolver(predicates, of: .enterprises)
        let isFound = solver.row(satisfying: predicates) != nil
        #expect(isExact ? isFound == isPossible : isFound || !isPossible, "seed \(seed): \(predicates.map(\.text))")
    }

    private static func column(_ name: String) -> ColumnReference {
        ColumnReference(name: name, type: TableKind.enterprises.column(name)?.type)
    }

    private func predicate(_ random: inout SplitMix64, depth: Int, isExact: Bool) -> Predicate {
        if depth == 0 {
            switch random.int(0...6) {
            case 0: return .holds(Self.column("violation"))
            case 1: return .onList(nil, list: "white")
            case 2:
                let relation: PredicateRelation = random.pick([.equal, .notEqual])
                return .compare(Self.column("grade"), relation, .choice(random.pick(["A", "C", "D", "pending"])))
            case 3: return .isIn(Self.column("grade"), random.some(["A", "B", "C", "pending"], 2).map { .choice($0) })
            case 4:
                let values: [PredicateValue] = isExact ? [.text("5"), .text("x")] : [.text("5"), .text("x"), .number(5_000_000)]
                return .compare(Self.column("mark"), random.pick([.equal, .notEqual]), random.pick(values))
            default:
                let relation: PredicateRelation = random.pick(
                    [.equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual])
                return .compare(Self.column("grade_year"), relation, .number(Int64(random.pick([0, 200, 400]))))
            }
        }
        let parts = (0..<2).map { _ in predicate(&random, depth: depth - 1, isExact: isExact) }
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
        case .isIn(let column, let values): values.contains { compare(column, .equal, $0, row) }
        case .compare(let column, let relation, let value): compare(column, relation, value, row)
        }
    }

    private func compare(_ column: ColumnReference, _ relation: PredicateRelation, _ value: PredicateValue, _ row: Row) -> Bool {
        switch (column.name, value) {
        case ("grade", .choice(let grade)):
            let own = row.grade ?? "D"
            return (own == grade || own == "pending" && grade == "C") == (relation == .equal)
        case ("grade_year", .number(let number)): return row.year.map { compare($0, relation, number) } ?? false
        case ("mark", .text(let text)): return !row.mark.isEmpty && (row.mark == text) == (relation == .equal)
        case ("mark", .number(let number)):
            return Int64(row.mark).map { compare($0 * 1_000_000, relation, number) } ?? false
        default: return false
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
