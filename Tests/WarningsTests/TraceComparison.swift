import PlanModel

@testable import Warnings

/// Compares what every condition of a plan comes to at an instant, and the evidence of every test that is true.
struct TraceComparison {
    private let evaluator: NaiveEvaluator
    private let isSwapped: Bool
    private let mode: DifferentialCase.Mode
    private(set) var counts = DifferentialCounts()
    /// Lets and tests that were compared: those that occur twice count once.
    private var lets: Set<String> = []
    private var tests: Set<Test> = []

    init(_ evaluator: NaiveEvaluator, isSwapped: Bool, mode: DifferentialCase.Mode) {
        self.evaluator = evaluator
        self.isSwapped = isSwapped
        self.mode = mode
    }

    mutating func difference(_ plan: Plan, _ trace: AreaTrace) -> String? {
        for (level, found) in zip(plan.levels, trace.levels) {
            for (clause, traced) in zip(level.issue, found.issue) {
                if let text = difference(clause.condition, traced.condition) { return text }
            }
            if let end = level.end, let traced = found.end, let text = difference(end, traced) { return text }
            if let text = difference("\(level.id) demanded", evaluator.demanded(level), found.demanded) { return text }
        }
        // What was just decided is not decided again.
        return trace.decision == nil ? nil : "decided twice"
    }

    private mutating func difference(_ what: @autoclosure () -> String, _ expected: Bool?, _ found: Truth) -> String? {
        counts.comparisons += 1
        let expected = expected.map { Truth($0) } ?? .unknown
        return expected == found ? nil : "\(what()): by the text \(expected), engine \(found)"
    }

    private mutating func difference(_ condition: Condition, _ trace: ConditionTrace) -> String? {
        switch (condition, trace) {
        case (.or(let parts), .or(let traces, let truth)), (.and(let parts), .and(let traces, let truth)):
            for (part, traced) in zip(parts, traces) { if let text = difference(part, traced) { return text } }
            return difference(condition.expandedText, evaluator.truth(condition), truth)
        case (.not(let part), .not(let traced, let truth)):
            return difference(part, traced) ?? difference(condition.expandedText, evaluator.truth(condition), truth)
        case (.named(let name, let part), .named(_, let traced)):
            return lets.insert(name).inserted ? difference(part, traced) : nil
        case (.test(let test), .test(let traced)): return difference(test, traced)
        default: return "another shape: \(condition.expandedText)"
        }
    }

    private mutating func difference(_ test: Test, _ traced: TestTrace) -> String? {
        guard tests.insert(test).inserted else { return nil }
        let expected = evaluator.truth(test)
        if let text = difference(test.text, expected, traced.truth) { return text }
        counts.note(test, expected, evaluator, isSwapped: isSwapped, mode: mode)
        guard expected == .some(true) else { return nil }
        counts.comparisons += 1
        let finding = evaluator.finding(test)
        let found = traced.finding.map { NaiveFinding($0) }
        return finding == found ? nil : "evidence of \(test.text): by the text \(finding), engine \(found.map { "\($0)" } ?? "-")"
    }
}
