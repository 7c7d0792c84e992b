import PlanModel
import Warnings

/// The Chinese words of the tests and negations of one clause, found by the text that evidence keeps of them.
struct ClauseWording {
    private var tests: [String: String] = [:]
    private var negations: [String: String] = [:]

    /// - Parameter evidence: Evidence of a clause of the plan; where the plan lacks its level, the text stays as it is.
    init(_ plan: Plan, _ evidence: Evidence) {
        guard let level = plan.levels.first(where: { $0.id == evidence.level }) else { return }
        switch evidence.clause {
        case .issue: for clause in level.issue { collect(clause.condition) }
        case .end: if let end = level.end { collect(end) }
        }
    }

    private mutating func collect(_ condition: Condition) {
        switch condition {
        case .or(let parts), .and(let parts): for part in parts { collect(part) }
        case .named(_, let inner): collect(inner)
        case .not(let inner):
            negations[inner.text] = PlainText.line(inner.chinese, limit: 2000)
            collect(inner)
        case .test(let test): tests[test.text] = PlainText.line(test.chinese, limit: 2000)
        }
    }

    func chinese(_ test: TestFinding) -> String { tests[test.text] ?? PlainText.line(test.text, limit: 2000) }

    func chinese(negated text: String) -> String { negations[text] ?? PlainText.line(text, limit: 2000) }
}
