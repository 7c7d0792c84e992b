import FileAccess
import Glibc
import Ledger
import Notices
import PlanLanguage

/// The folder of a notice as it lies on the disk, perhaps from a stranger: only plain files of bounded size are read, and no link
/// is followed.
struct NoticeFolder {
    /// The files of `evidence/` by their paths in it.
    var evidence: [String: [UInt8]] = [:]
    /// The notice's own files by their names; nil where only the evidence is at hand.
    var notice: [String: [UInt8]]?

    /// Bytes of all files together, and their number.
    private static let maximumBytes = 256 << 20
    private static let maximumFiles = 1100

    /// - Parameter path: The notice's folder, or the folder of its evidence.
    /// - Throws: ``FileFailure``.
    static func read(_ path: String) throws(FileFailure) -> NoticeFolder {
        var reader = Reader()
        var folder = NoticeFolder()
        try reader.check(path, isFolder: true)
        guard !LocalFileSystem().exists("\(path)/evidence.json") else {
            folder.evidence = try reader.read(path, with: "plan")
            return folder
        }
        let evidence = "\(path)/\(DecisionEvidence.folder)"
        if LocalFileSystem().exists(evidence) { folder.evidence = try reader.read(evidence, with: "plan") }
        folder.notice = [:]
        for name in ["notice.json", "notice.txt", "notice.html", "cap.xml"] where LocalFileSystem().exists("\(path)/\(name)") {
            folder.notice?[name] = try reader.bytes("\(path)/\(name)")
        }
        return folder
    }

    private struct Reader {
        private var bytes = 0
        private var files = 0

        /// The files of a folder, and of one below it.
        mutating func read(_ folder: String, with inner: String) throws(FileFailure) -> [String: [UInt8]] {
            try check(folder, isFolder: true)
            var result: [String: [UInt8]] = [:]
            for entry in try LocalFileSystem().list(folder) where !entry.name.hasPrefix(".") {
                let path = "\(folder)/\(entry.name)"
                if entry.name == inner {
                    try check(path, isFolder: true)
                    for entry in try LocalFileSystem().list(path) where !entry.name.hasPrefix(".") {
                        result["\(inner)/\(entry.name)"] = try self.bytes("\(path)/\(entry.name)")
                    }
                } else {
                    result[entry.name] = try self.bytes(path)
                }
            }
            return result
        }

        mutating func bytes(_ path: String) throws(FileFailure) -> [UInt8] {
            try check(path, isFolder: false)
            files += 1
            guard files <= maximumFiles else {
                throw FileFailure("read", path, reason: "the folder holds more than the \(maximumFiles) files allowed")
            }
            let content = try LocalFileSystem().read(path, limit: maximumBytes - bytes)
            bytes += content.count
            return content
        }

        func check(_ path: String, isFolder: Bool) throws(FileFailure) {
            var status = stat()
            guard lstat(path, &status) == 0 else { throw FileFailure("open", path) }
            switch status.st_mode & S_IFMT {
            case S_IFREG where !isFolder, S_IFDIR where isFolder: return
            case S_IFLNK: throw FileFailure("open", path, reason: "it is a link, which is not followed: copy what it points to")
            default: throw FileFailure("open", path, reason: isFolder ? "it is no folder" : "it is no regular file")
            }
        }
    }
}

extension EvidenceCheck {
    /// The check with the hashes of the ledger and the checker of plans.
    static var standard: EvidenceCheck {
        EvidenceCheck(
            hash: ContentHash.hex,
            versionHash: { files in PlanVersion(files: files.map { PlanFile(name: $0.name, bytes: $0.bytes) }).hash },
            checkPlan: { files in
                let sources = files.map { SourceFile(name: $0.name, bytes: $0.bytes) }
                let result = PlanChecker.check(files: sources, zone: ZoneFiles().zone)
                let errors = result.findings.filter { $0.severity == .error }
                return CheckedPlan(plan: result.plan, errors: FindingRenderer(files: sources).text(Array(errors.prefix(10))))
            })
    }
}
