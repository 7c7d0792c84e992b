import FileAccess

/// The folder through which feeds come in: what was taken goes to `done`, what cannot be read to `rejected`.
struct InboxFolder<Files: FileSystem>: Sendable {
    let root: String
    private let files: Files

    init(root: String, on files: Files) {
        self.root = root
        self.files = files
    }

    func prepare() throws(FileFailure) {
        for folder in ["done", "rejected"] { try files.makeFolder("\(root)/\(folder)") }
    }

    /// The names of files that wait; hidden ones and those of writers that rename when they have done are left out.
    func waiting() throws(FileFailure) -> [FolderEntry] {
        try files.list(root).filter { $0.kind == .file && Self.isFeed($0.name) }
    }

    static func isFeed(_ name: String) -> Bool {
        !name.hasPrefix(".") && ![".tmp", ".part", ".partial", "~"].contains { name.hasSuffix($0) }
    }

    func path(of name: String) -> String { "\(root)/\(name)" }

    func read(_ name: String, limit: Int) throws(FileFailure) -> [UInt8] { try files.read(path(of: name), limit: limit) }

    /// Files a feed away that is in the ledger.
    func finish(_ name: String, digest: String) throws(FileFailure) { try move(name, to: "done", digest) }

    /// Sets a file aside with the reason beside it.
    func reject(_ name: String, digest: String, reason: String) throws(FileFailure) {
        let kept = freeName(name, in: "rejected", digest)
        try files.write(Array((reason + "\n").utf8), to: "\(root)/rejected/\(kept).reason.txt")
        try files.rename(path(of: name), to: "\(root)/rejected/\(kept)")
    }

    private func move(_ name: String, to folder: String, _ digest: String) throws(FileFailure) {
        try files.rename(path(of: name), to: "\(root)/\(folder)/\(freeName(name, in: folder, digest))")
    }

    /// A name that replaces nothing: another file of the same name gets its digest appended.
    private func freeName(_ name: String, in folder: String, _ digest: String) -> String {
        guard files.exists("\(root)/\(folder)/\(name)") else { return name }
        return "\(name)-\(digest.prefix(12))"
    }
}
