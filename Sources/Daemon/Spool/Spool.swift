public import FileAccess

/// The folder through which notices leave: each is written aside, waited for, and published by one rename, so that a reader
/// never sees half of one.
public struct Spool<Files: FileSystem>: Sendable {
    private let root: String
    private let files: Files

    /// - Parameter root: The spool folder; notices appear in `new`, consumers move them to `cur`.
    public init(root: String, on files: Files) {
        self.root = root
        self.files = files
    }

    public func path(of notice: String) -> String { "\(root)/new/\(notice)" }

    /// Makes the folders and clears what an earlier run left half-written.
    public func prepare() throws(FileFailure) {
        for folder in ["tmp", "new", "cur"] { try files.makeFolder("\(root)/\(folder)") }
        try files.syncFolder(root)
        try files.syncFolder(parent(of: root))
        for entry in try files.list("\(root)/tmp") { try files.remove("\(root)/tmp/\(entry.name)") }
    }

    /// Whether a notice has been published, taken by a consumer or not.
    public func holds(_ notice: String) -> Bool {
        files.exists("\(root)/new/\(notice)") || files.exists("\(root)/cur/\(notice)")
    }

    /// Publishes a notice; one that is there already stays as it is.
    public func publish(_ notice: String, _ contents: [(name: String, bytes: [UInt8])]) throws(FileFailure) {
        guard !holds(notice) else {
            // It may be seen although the wait for the rename failed or was cut short; only what is on the disk counts.
            return try files.syncFolder("\(root)/new")
        }
        let aside = "\(root)/tmp/\(notice)"
        do throws(FileFailure) {
            try files.remove(aside)
            // On a disk that was full at the start the folders are not there yet.
            if !files.exists("\(root)/new") { try prepare() }
            try files.makeFolder(aside)
            for (name, bytes) in contents { try files.write(bytes, to: "\(aside)/\(name)") }
            try files.syncFolder(aside)
            try files.rename(aside, to: path(of: notice))
        } catch {
            try? files.remove(aside)
            throw error
        }
    }
}
