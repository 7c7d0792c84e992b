public import AirQuality
public import PlanModel

/// What a check of a plan folder gives.
public struct CheckResult: Sendable {
    /// The plan; nil where there is any error.
    public var plan: Plan?
    /// In order of file and place.
    public var findings: [Finding]

    public var hasErrors: Bool { findings.contains { $0.severity == .error } }

    /// The heaviest finding, nil where there is none.
    public var worst: Severity? { findings.map(\.severity).max() }
}

/// Checks the files of a plan folder together and makes the typed plan of them.
public enum PlanChecker {
    /// Findings beyond this number are left out, and one says so: garbage must not make megabytes of text.
    public static let maximumFindings = 1000

    /// Reads, checks and types a plan.
    ///
    /// - Parameters:
    ///   - files: all `*.plan` files of the folder; their order does not matter.
    ///   - zone: the rules of a named time zone, nil where there is none of that name.
    ///   - tables: the tables beside the plan, for their columns and for decision tables that lie in one; without them only what
    ///     the text alone shows is checked.
    /// - Returns: the plan unless there are errors, and all findings of one run.
    public static func check(files: [SourceFile], zone: (String) -> Zone?, tables: PlanTables = .none) -> CheckResult {
        let files = files.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
        var drafts: [Draft] = []
        var trees: [FileSyntax] = []
        for (index, file) in files.enumerated() {
            if let draft = unreadable(file, index) {
                drafts.append(draft)
                continue
            }
            let (tree, found) = Parser.parse(file, index: index)
            trees.append(tree)
            drafts += found.list
        }
        let isComplete = !drafts.contains { $0.kind.severity == .error }
        var checker = Checker(
            trees: trees, files: files, tables: tables, isComplete: isComplete, hasUnreadFiles: trees.count < files.count)
        let plan = checker.run(zone: zone)
        drafts += checker.drafts.list
        let hasErrors = drafts.contains { $0.kind.severity == .error }
        return CheckResult(
            plan: hasErrors ? nil : plan,
            findings: FindingMaker.findings(drafts, files: files, tables: checker.orders.tableFiles))
    }

    static func unreadable(_ file: SourceFile, _ index: Int) -> Draft? {
        if file.bytes.count > SourceFile.limit {
            return Draft(.fileTooLarge(bytes: file.bytes.count), SourceRange(file: index, start: 0, end: 0))
        }
        if let offset = file.firstInvalidByte {
            return Draft(.notUTF8(file.bytes[offset]), SourceRange(file: index, start: offset, end: offset + 1))
        }
        return nil
    }
}
