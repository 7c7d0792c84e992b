public import Lists
public import PlanLanguage
public import PlanModel

/// A plan folder as it lies on the disk: all its `*.plan` files, and the tables beside them.
public struct PlanFolder: Hashable, Sendable {
    /// The files by name.
    public let files: [SourceFile]
    /// All `*.csv` files of the folder; their names are those within it.
    public let tables: [TableFile]

    /// Files of one folder, plans and tables each; more is a mistake.
    public static let maximumFiles = 1000
    /// Bytes of all its tables.
    public static let maximumTableBytes = 512 << 20

    public init(files: [SourceFile], tables: [TableFile] = []) {
        self.files = files
        self.tables = tables
    }

    /// Reads all `*.plan` and `*.csv` files of a folder.
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
        let tables = try readTables(path, entries.filter { $0.name.hasSuffix(".csv") }, on: fileSystem)
        return PlanFolder(files: files, tables: tables)
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
