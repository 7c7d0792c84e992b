public import FileAccess
public import Ledger
public import Lists
public import PlanLanguage
public import PlanModel
public import Templates

/// A plan that passed the check, with its list and the text both came from.
public struct CheckedPlan: Sendable {
    public var plan: Plan
    /// Nil where the plan gives no orders.
    public var list: EmissionList?
    /// The city's own texts of notices.
    public var templates: TemplateSet
    public var version: PlanVersion
    /// Warnings and notes.
    public var findings: [Finding]
    public var listFindings: [ListFinding]

    /// Checks a folder with its tables.
    public static func check(_ folder: PlanFolder) -> Result<CheckedPlan, PlanErrors> { check(folder, folder.checkText()) }

    /// Reads the list beside a plan whose text was checked.
    static func check(_ folder: PlanFolder, _ text: CheckResult) -> Result<CheckedPlan, PlanErrors> {
        guard let plan = text.plan else { return .failure(PlanErrors(folder: folder, findings: text.findings)) }
        let read = ListReader.read(files: folder.tables, plan: plan)
        guard !read.hasErrors else {
            return .failure(PlanErrors(folder: folder, findings: text.findings, listFindings: read.findings))
        }
        let templates = TemplateSet.read(folder.templates, for: plan)
        guard let set = templates.set else {
            return .failure(PlanErrors(folder: folder, findings: text.findings + templates.findings))
        }
        return .success(
            CheckedPlan(
                plan: plan, list: read.list, templates: set, version: folder.version(plan), findings: text.findings,
                listFindings: read.findings))
    }

    /// Warnings, a line each; errors in tests of the plan are such, since they keep no plan from taking force.
    var warnings: [(text: String, id: String)] {
        findings.filter { $0.severity >= .warning }.map { ("\($0.file):\($0.range.start.line): \($0.message)", $0.id) }
            + listFindings.filter { $0.severity == .warning }.map { ($0.oneLine, $0.id) }
    }
}

/// The findings because of which a plan cannot be used.
public struct PlanErrors: Error, Sendable, CustomStringConvertible {
    public var folder: PlanFolder
    public var findings: [Finding]
    public var listFindings: [ListFinding] = []

    public var errors: [Finding] { findings.filter { $0.severity == .error } }

    /// All errors with their places.
    public var description: String {
        FindingRenderer(files: folder.files + folder.templates).text(errors)
            + ListFindingText().text(listFindings.filter { $0.severity == .error })
    }
}

extension ListFinding {
    /// Table, row, column, value, reason and mend in one line.
    var oneLine: String {
        var text = file
        if let line { text += ":\(line)" }
        if let row { text += " (row \(row))" }
        if let column { text += ", column \(column)" }
        if let value { text += ", \(value)" }
        return text + ": \(message)" + (help.map { "; \($0)" } ?? "")
    }
}

/// A plan that lacks a level that is in force.
public struct PlanRefusal: Error, Sendable, CustomStringConvertible {
    public var area: String
    public var level: String

    public var description: String {
        "the plan does not know the level \(level), which is in force in \(area): keep the level until the warning is lifted"
    }
}

extension PlanFolder {
    /// The text as the ledger keeps it; the names are those within the folder, so that a folder that moves is the same version.
    ///
    /// - Parameter plan: What the text says; its tables belong to the version. Nil where it says nothing: then all of them do.
    func version(_ plan: Plan?) -> PlanVersion {
        PlanVersion(
            files: (files + templates).map { PlanFile(name: lastName(of: $0.name), bytes: $0.bytes) }
                + (plan.map { self.tables(of: $0) } ?? tables).map { PlanFile(name: $0.name, bytes: $0.bytes) })
    }

    /// The files of a version on record.
    init(_ version: PlanVersion) {
        self.init(
            files: version.files.filter(\.isPlan).map { SourceFile(name: $0.name, bytes: $0.bytes) },
            tables: version.files.filter { !$0.isPlan && !$0.isTemplate }.map { TableFile(name: $0.name, bytes: $0.bytes) },
            templates: version.files.filter(\.isTemplate).map { SourceFile(name: $0.name, bytes: $0.bytes) })
    }
}

extension PlanFile {
    /// Whether it holds text of the plan language rather than a table.
    fileprivate var isPlan: Bool { name.hasSuffix(".plan") }

    /// Whether it holds a text of notices.
    fileprivate var isTemplate: Bool { name.hasSuffix(".mustache") }
}
