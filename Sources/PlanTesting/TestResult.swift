public import PlanModel

/// What became of a test.
public struct TestResult: Sendable {
    public var test: PlanTest
    /// One an expectation, in source order.
    public var checks: [TestCheck]

    public var hasPassed: Bool { checks.allSatisfy { $0.outcome == .passed } }
    /// Whether something was expected of which nothing can be said.
    public var hasErrors: Bool {
        checks.contains { if case .error = $0.outcome { true } else { false } }
    }
}

/// What became of an expectation.
public struct TestCheck: Sendable {
    public enum Outcome: Hashable, Sendable {
        case passed
        case failed(TestFailure)
        /// Why nothing can be said, and how to mend it.
        case error(String, help: String?)
    }

    public var expectation: PlanTest.Expectation
    public var outcome: Outcome
}

/// Why an expectation does not come out.
public struct TestFailure: Hashable, Sendable {
    public var expected: String
    public var actual: String
    /// The conditions of the levels concerned as trees, with what each test found or lacks; for an order the rules that spoke.
    public var tree: String
    /// The series around the instant.
    public var plot: String
}
