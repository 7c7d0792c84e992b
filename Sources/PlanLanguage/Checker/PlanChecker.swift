public import AirQuality
public import PlanModel

/// What a check of a plan folder gives.
public struct CheckResult: Sendable {
    /// The plan; nil where it has any error. An error in a test says nothing about the plan: the plan stays, so that a slip in a
    /// test never keeps a plan from taking force, and the finding is an error all the same.
    public var plan: Plan?
    /// The tests of the plan that have no error, in order of file and place; empty where there is no plan.
    public var tests: [PlanTest]
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
        var hasForgottenErrors = false
        for (index, file) in files.enumerated() {
            if let draft = unreadable(file, index) {
                drafts.append(draft)
                continue
            }
            let (tree, found) = Parser.parse(file, index: index)
            trees.append(tree)
            drafts += found.list
            // What was found beyond the limit may concern the plan itself.
            if found.errors > found.list.count(where: isError) { hasForgottenErrors = true }
        }
        let isComplete = !drafts.contains { $0.kind.severity == .error }
        var checker = Checker(
            trees: trees, files: files, tables: tables, isComplete: isComplete, hasUnreadFiles: trees.count < files.count)
        let plan = checker.run(zone: zone)
        drafts += checker.drafts.list
        var isUsable = !hasForgottenErrors && checker.drafts.errors == checker.drafts.list.count(where: isError)
        if isUsable {
            let tests = TestRanges(trees)
            isUsable = !drafts.contains { isError($0) && !tests.contain($0.range) }
            // The reason why there is no plan must be shown, whatever errors the tests have.
            if !isUsable, drafts.count > maximumFindings { drafts.removeAll { isError($0) && tests.contain($0.range) } }
        }
        return CheckResult(
            plan: isUsable ? plan : nil, tests: isUsable && plan != nil ? checker.tests : [],
            findings: FindingMaker.findings(drafts, files: files, tables: checker.orders.tableFiles))
    }

    private static func isError(_ draft: Draft) -> Bool { draft.kind.severity == .error }

    /// Where the tests stand in the files.
    private struct TestRanges {
        private var byFile: [Int: [SourceRange]] = [:]

        init(_ trees: [FileSyntax]) {
            for case .test(let test) in trees.flatMap(\.declarations) { byFile[test.range.file, default: []].append(test.range) }
        }

        /// What is said of the word `test` itself is about the declaration before it, which ends too early there.
        func contain(_ range: SourceRange) -> Bool {
            byFile[range.file]?.contains { $0.start < range.start && range.end <= $0.end } ?? false
        }
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
