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

    /// Where a published notice lies; nil where it lies neither in `new` nor in `cur`.
    func folder(of notice: String) -> String? {
        ["\(root)/new/\(notice)", "\(root)/cur/\(notice)"].first { files.exists($0) }
    }

    /// Publishes a notice; one that is there already stays as it is.
    ///
    /// - Parameter contents: Files of the folder, `NAME`, or up to two levels below it, `FOLDER/FOLDER/NAME`.
    public func publish(_ notice: String, _ contents: [(name: String, bytes: [UInt8])]) throws(FileFailure) {
        guard !holds(notice) else {
            // It may be seen although the wait for the rename failed or was cut short; only what is on the disk counts.
            return try files.syncFolder("\(root)/new")
        }
        try place(notice, contents, at: path(of: notice))
    }

    // MARK: Drafts

    /// Names of the drafts that wait for approval.
    public func drafts() throws(FileFailure) -> [String] {
        guard files.exists("\(root)/pending") else { return [] }
        return try files.list("\(root)/pending").map(\.name)
    }

    /// Puts a draft where those who approve look for it; it is no notice, and consumers of `new` never see it.
    public func putDraft(_ name: String, _ contents: [(name: String, bytes: [UInt8])]) throws(FileFailure) {
        try files.makeFolder("\(root)/pending")
        try place(name, contents, at: "\(root)/pending/\(name)")
    }

    /// Where a draft lies; nil where there is none.
    func folder(ofDraft name: String) -> String? {
        let path = "\(root)/pending/\(name)"
        return files.exists(path) ? path : nil
    }

    public func removeDraft(_ name: String) throws(FileFailure) { try files.remove("\(root)/pending/\(name)") }

    // MARK: Writing

    /// Writes a folder aside, waits for it, and brings it to its place by one rename.
    private func place(_ name: String, _ contents: [(name: String, bytes: [UInt8])], at path: String) throws(FileFailure) {
        let aside = "\(root)/tmp/\(name)"
        do throws(FileFailure) {
            try files.remove(aside)
            // On a disk that was full at the start the folders are not there yet.
            if !files.exists("\(root)/new") { try prepare() }
            try files.makeFolder(aside)
            for folder in try Self.folders(of: contents) { try files.makeFolder("\(aside)/\(folder)") }
            for (name, bytes) in contents { try files.write(bytes, to: "\(aside)/\(name)") }
            for folder in try Self.folders(of: contents) { try files.syncFolder("\(aside)/\(folder)") }
            try files.syncFolder(aside)
            try files.rename(aside, to: path)
        } catch {
            try? files.remove(aside)
            throw error
        }
    }

    /// The folders that the names ask for, each once and after the one that holds it.
    ///
    /// - Throws: ``FileFailure`` for a name that would lead elsewhere: parts of it come from lists.
    private static func folders(of contents: [(name: String, bytes: [UInt8])]) throws(FileFailure) -> [String] {
        var folders: [String] = []
        for (name, _) in contents {
            let parts = name.split(separator: "/", omittingEmptySubsequences: false)
            guard parts.count <= 3, parts.allSatisfy(isSafe) else {
                throw FileFailure("write", name, reason: "a notice may not hold a file of that name")
            }
            for depth in 1..<max(parts.count, 1) {
                let folder = parts.prefix(depth).joined(separator: "/")
                if folders.last != folder, !folders.contains(folder) { folders.append(folder) }
            }
        }
        return folders
    }

    private static func isSafe(_ part: Substring) -> Bool {
        !part.isEmpty && !part.hasPrefix(".") && part.utf8.count <= 255 && part.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F }
    }
}
