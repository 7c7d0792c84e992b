/// What reading a list gives.
public struct ListResult: Sendable {
    /// Nil where there is any error, or where the plan names no enterprises.
    public var list: EmissionList?
    /// By table, and in it by line.
    public var findings: [ListFinding]

    public init(list: EmissionList?, findings: [ListFinding]) {
        self.list = list
        self.findings = findings
    }

    public var hasErrors: Bool { findings.contains { $0.severity == .error } }

    /// The heaviest finding, nil where there is none.
    public var worst: ListFinding.Severity? { findings.map(\.severity).max() }
}
