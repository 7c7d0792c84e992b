public import FileAccess
public import Ledger
public import PlanLanguage
public import PlanModel

/// A plan that passed the check, with the text it came from.
public struct CheckedPlan: Sendable {
    public var plan: Plan
    public var version: PlanVersion
    /// Warnings and notes.
    public var findings: [Finding]

    /// Checks a folder.
    public static func check(_ folder: PlanFolder) -> Result<CheckedPlan, PlanErrors> {
        let result = folder.check()
        guard let plan = result.plan else { return .failure(PlanErrors(folder: folder, findings: result.findings)) }
        return .success(CheckedPlan(plan: plan, version: folder.version, findings: result.findings))
    }
}

/// The findings because of which a plan cannot be used.
public struct PlanErrors: Error, Sendable, CustomStringConvertible {
    public var folder: PlanFolder
    public var findings: [Finding]

    public var errors: [Finding] { findings.filter { $0.severity == .error } }

    /// All errors with their excerpts.
    public var description: String { FindingRenderer(files: folder.files).text(errors) }
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
    public var version: PlanVersion {
        PlanVersion(files: files.map { PlanFile(name: lastName(of: $0.name), bytes: $0.bytes) })
    }

    /// The files of a version on record.
    init(_ version: PlanVersion) {
        self.init(files: version.files.map { SourceFile(name: $0.name, bytes: $0.bytes) })
    }
}
