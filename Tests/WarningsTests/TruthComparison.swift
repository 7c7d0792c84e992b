import PlanModel

@testable import Warnings

/// Compares what every condition of a plan comes to at an instant, and the evidence of every test that is true.
struct TruthComparison {
    private let evaluator: NaiveEvaluator
    private var engine: AreaEvaluator
    private let isSwapped: Bool
    private let mode: DifferentialCase.Mode
    private(set) var counts = DifferentialCounts()
    /// Lets and tests that were compared: those that occur twice count once.
    private var lets: Set<String> = []
    private var tests: Set<Test> = []

    init(_ evaluator: NaiveEvaluator, _ engine: AreaEvaluator, isSwapped: Bool, mode: DifferentialCase.Mode) {
        self.evaluator = evaluator
        self.engine = engine
        self.isSwapped = isSwapped
        self.mode = mode
    }

    mutating func difference(_ plan: Plan) -> String? {
        for (index, level) in plan.levels.enumerated() {
            for clause in level.issue { if let text = difference(clause.condition) { return text } }
            if let end = level.end, let text = difference(end) { return text }
            if let text = difference("\(level.id) demanded", evaluator.demanded(level), engine.demanded(index)) { return text }
            if let text = difference("\(level.id) released", evaluator.released(level), engine.released(index)) { return text }
        }
        return nil
    }

    /// The same of the account that is given of an instant.
    mutating func difference(_ trace: AreaTrace) -> String? {
        for level in trace.levels {
            for traced in level.issue.flatMap(\.condition.tests) + (level.end?.tests ?? []) {
                let expected = evaluator.truth(traced.test)
                if let text = difference("trace of \(traced.test.text)", expected, traced.truth) { return text }
                guard expected == .some(true) else { continue }
                let finding = evaluator.finding(traced.test)
                if finding != traced.finding.map({ NaiveFinding($0) }) { return "evidence in the trace of \(traced.test.text)" }
            }
        }
        // What was just decided is not decided again.
        return trace.decision == nil ? nil : "decided twice"
    }

    private mutating func difference(_ what: @autoclosure () -> String, _ expected: Bool?, _ found: Truth) -> String? {
        counts.comparisons += 1
        let expected = expected.map { Truth($0) } ?? .unknown
        return expected == found ? nil : "\(what()): by the text \(expected), engine \(found)"
    }

    private mutating func difference(_ condition: Condition) -> String? {
        switch condition {
        case .or(let parts), .and(let parts):
            for part in parts { if let text = difference(part) { return text } }
            return difference(condition.expandedText, evaluator.truth(condition), engine.truth(of: condition))
        case .not(let part):
            return difference(part)
                ?? difference(condition.expandedText, evaluator.truth(condition), engine.truth(of: condition))
        case .named(let name, let part): return lets.insert(name).inserted ? difference(part) : nil
        case .test(let test): return difference(test)
        }
    }

    private mutating func difference(_ test: Test) -> String? {
        guard tests.insert(test).inserted else { return nil }
        let expected = evaluator.truth(test)
        if let text = difference(test.text, expected, engine.truth(of: test)) { return text }
        counts.note(test, expected, evaluator, isSwapped: isSwapped, mode: mode)
        guard expected == .some(true) else { return nil }
        counts.comparisons += 1
        let finding = evaluator.finding(test)
        let found = NaiveFinding(engine.finding(of: test))
        return finding == found ? nil : "evidence of \(test.text): by the text \(finding), engine \(found)"
    }
}
