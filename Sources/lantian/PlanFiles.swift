import FileAccess
import Glibc

/// Plan files as they are named on a command line.
enum PlanFiles {
    /// How deep folders are searched, and how many files are taken: more is a mistake.
    private static let maximumDepth = 16
    private static let maximumFiles = 10_000

    /// The files themselves, and all `*.plan` files in folders and below them. Hidden files and folders are passed over.
    static func find(_ paths: [String], on fileSystem: LocalFileSystem) throws(FileFailure) -> [String] {
        var files: [String] = []
        for path in paths {
            var status = stat()
            guard stat(path, &status) == 0 else { throw FileFailure("read", path) }
            if status.st_mode & S_IFMT == S_IFDIR {
                let before = files.count
                try collect(path, depth: 0, into: &files, on: fileSystem)
                if files.count == before { throw FileFailure("read", path, reason: "the folder holds no *.plan file") }
            } else {
                files.append(path)
            }
        }
        return files
    }

    private static func collect(
        _ folder: String, depth: Int, into files: inout [String], on fileSystem: LocalFileSystem
    ) throws(FileFailure) {
        guard depth < maximumDepth else {
            throw FileFailure("read", folder, reason: "folders lie more than \(maximumDepth) deep")
        }
        for entry in try fileSystem.list(folder) where !entry.name.hasPrefix(".") {
            let path = folder == "." ? entry.name : folder.hasSuffix("/") ? folder + entry.name : "\(folder)/\(entry.name)"
            switch entry.kind {
            case .folder: try collect(path, depth: depth + 1, into: &files, on: fileSystem)
            case .file where entry.name.hasSuffix(".plan"):
                guard files.count < maximumFiles else {
                    throw FileFailure("read", folder, reason: "there are more than \(maximumFiles) plan files")
                }
                files.append(path)
            default: break
            }
        }
    }
}
