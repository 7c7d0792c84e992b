public import PlanLanguage

/// A plan folder as it lies on the disk: all its `*.plan` files.
public struct PlanFolder: Hashable, Sendable {
    /// The files by name.
    public let files: [SourceFile]

    /// Files of one folder; more is a mistake.
    public static let maximumFiles = 1000

    public init(files: [SourceFile]) { self.files = files }

    /// Reads all `*.plan` files of a folder.
    ///
    /// - Parameter prefix: What findings put before the file names; nil: the folder's path.
    public static func read(_ path: String, on fileSystem: some FileSystem = LocalFileSystem()) throws(FileFailure) -> PlanFolder
    {
        let entries = try fileSystem.list(path).filter {
            $0.name.hasSuffix(".plan") && !$0.name.hasPrefix(".") && $0.kind == .file
        }
        guard !entries.isEmpty else { throw FileFailure("read", path, reason: "the folder holds no *.plan file") }
        guard entries.count <= maximumFiles else {
            throw FileFailure(
                "read", path, reason: "the folder holds \(entries.count) plan files, more than the \(maximumFiles) allowed")
        }
        var files: [SourceFile] = []
        for entry in entries {
            // One byte beyond the limit lets the checker say so with its own words.
            let bytes = try fileSystem.read("\(path)/\(entry.name)", limit: max(SourceFile.limit * 16, 0))
            files.append(SourceFile(name: path == "." ? entry.name : "\(path)/\(entry.name)", bytes: bytes))
        }
        return PlanFolder(files: files)
    }

    /// Checks the files with the zones of the machine.
    public func check() -> CheckResult { PlanChecker.check(files: files, zone: ZoneFiles().zone) }
}
