public import Lists
public import PlanLanguage
public import PlanModel

/// What a check of a plan folder gives: of the plan, and of the list beside it.
public struct FolderCheck: Sendable {
    /// Nil where the plan's text has any error.
    public var plan: Plan?
    /// The tests of the plan that have no error.
    public var tests: [PlanTest]
    /// What is said of the text.
    public var findings: [Finding]
    /// Nil where the list has any error, or the plan names none.
    public var list: EmissionList?
    /// What is said of the tables.
    public var listFindings: [ListFinding]

    /// - Parameter list: nil where there is no plan that says how to read it.
    public init(plan: CheckResult, list: ListResult?) {
        self.plan = plan.plan
        tests = plan.tests
        findings = plan.findings
        self.list = list?.list
        listFindings = list?.findings ?? []
    }

    /// Whether the folder cannot be used.
    public var hasErrors: Bool { worst == .error }

    /// The heaviest finding of both kinds, nil where there is none.
    public var worst: Severity? {
        (findings.map(\.severity) + listFindings.map(\.severity).map(Severity.init)).max()
    }

    /// How many findings of both kinds have a severity.
    public func count(_ severity: Severity) -> Int {
        findings.count { $0.severity == severity } + listFindings.count { Severity($0.severity) == severity }
    }
}

extension Severity {
    public init(_ severity: ListFinding.Severity) {
        switch severity {
        case .note: self = .note
        case .warning: self = .warning
        case .error: self = .error
        }
    }
}
