public import Lists
public import PlanLanguage
public import PlanModel

/// A plan folder as it lies on the disk: all its `*.plan` files, and the tables beside them.
public struct PlanFolder: Hashable, Sendable {
    /// The files by name.
    public let files: [SourceFile]
    /// The `*.csv` files of the folder that the plan may speak of; their names are those within it.
    public let tables: [TableFile]
    /// The `*.mustache` files of the folder, by name: the city's own texts of notices.
    public let templates: [SourceFile]

    /// Files of one folder, plans and tables each; more is a mistake.
    public static let maximumFiles = 1000
    /// Templates of notices; more is a mistake.
    public static let maximumTemplates = 100
    /// Bytes of all its tables.
    public static let maximumTableBytes = 512 << 20

    public init(files: [SourceFile], tables: [TableFile] = [], templates: [SourceFile] = []) {
        self.files = files
        self.tables = tables
        self.templates = templates
    }

    /// Reads all `*.plan` files of a folder and the tables of which they may speak. What else lies there is left alone.
    public static func read(_ path: String, on fileSystem: some FileSystem = LocalFileSystem()) throws(FileFailure) -> PlanFolder
    {
        let entries = try fileSystem.list(path).filter { !$0.name.hasPrefix(".") && $0.kind == .file }
        let plans = entries.filter { $0.name.hasSuffix(".plan") }
        guard !plans.isEmpty else { throw FileFailure("read", path, reason: "the folder holds no *.plan file") }
        guard plans.count <= maximumFiles else {
            throw FileFailure(
                "read", path, reason: "the folder holds \(plans.count) plan files, more than the \(maximumFiles) allowed")
        }
        var files: [SourceFile] = []
        for entry in plans {
            // One byte beyond the limit lets the checker say so with its own words.
            let bytes = try fileSystem.read("\(path)/\(entry.name)", limit: max(SourceFile.limit * 16, 0))
            files.append(SourceFile(name: path == "." ? entry.name : "\(path)/\(entry.name)", bytes: bytes))
        }
        let named = entries.filter { $0.name.hasSuffix(".csv") && mayName($0.name, in: files) }
        let tables = try readTables(path, named, on: fileSystem)
        let templates = try readTemplates(path, entries.filter { $0.name.hasSuffix(".mustache") }, on: fileSystem)
        return PlanFolder(files: files, tables: tables, templates: templates)
    }

    private static func readTemplates(
        _ path: String, _ entries: [FolderEntry], on fileSystem: some FileSystem
    ) throws(FileFailure) -> [SourceFile] {
        guard entries.count <= maximumTemplates else {
            throw FileFailure(
                "read", path, reason: "the folder holds \(entries.count) templates, more than the \(maximumTemplates) allowed")
        }
        var files: [SourceFile] = []
        for entry in entries {
            let bytes = try fileSystem.read("\(path)/\(entry.name)", limit: SourceFile.limit)
            files.append(SourceFile(name: path == "." ? entry.name : "\(path)/\(entry.name)", bytes: bytes))
        }
        return files
    }

    /// Whether a plan may speak of a table: it has a conventional name, or its name without `.csv` occurs in the text. Before the
    /// plan is parsed no more can be said, and one table too many does no harm.
    private static func mayName(_ table: String, in files: [SourceFile]) -> Bool {
        if TableKind.allCases.contains(where: { "\($0.rawValue).csv" == table }) { return true }
        let stem = Array(table.utf8.dropLast(".csv".utf8.count))
        guard let first = stem.first else { return false }
        return files.contains { file in
            file.bytes.indices.contains { index in
                file.bytes[index] == first && file.bytes[index...].starts(with: stem)
            }
        }
    }

    private static func readTables(
        _ path: String, _ entries: [FolderEntry], on fileSystem: some FileSystem
    ) throws(FileFailure) -> [TableFile] {
        guard entries.count <= maximumFiles else {
            throw FileFailure(
                "read", path, reason: "the folder holds \(entries.count) tables, more than the \(maximumFiles) allowed")
        }
        let bytes = entries.reduce(0) { $0 + $1.size }
        guard bytes <= maximumTableBytes else {
            throw FileFailure(
                "read", path, reason: "the tables of the folder have \(bytes) bytes, more than the \(maximumTableBytes) allowed")
        }
        var tables: [TableFile] = []
        for entry in entries {
            tables.append(
                TableFile(name: entry.name, bytes: try fileSystem.read("\(path)/\(entry.name)", limit: TableFile.limit)))
        }
        return tables
    }

    /// Checks the files with the zones of the machine, then the list that the plan names.
    public func check() -> FolderCheck {
        let plan = checkText()
        return FolderCheck(plan: plan, list: plan.plan.map { ListReader.read(files: tables, plan: $0) })
    }

    /// Checks the files alone, with the heads of the tables; the list is not read.
    public func checkText() -> CheckResult {
        PlanChecker.check(files: files, zone: ZoneFiles().zone, tables: PlanTables(files: tables))
    }

    /// The tables that a plan rests on, by name: with the plan's files they are what was checked.
    public func tables(of plan: Plan) -> [TableFile] {
        guard let names = plan.orders.tables else { return [] }
        let named = [names.enterprises, names.lines, names.facilities, names.sites, names.facts] + plan.orders.lists.map(\.file)
        let measures = plan.orders.measures.flatMap { $0.rows.map { lastName(of: $0.place.file) } }
        let all = Set(named).union(measures)
        return tables.filter { all.contains($0.name) }
    }
}
