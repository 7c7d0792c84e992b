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
        try files.syncFolder(root)
        try files.syncFolder(parent(of: root))
    }

    /// The names of files that wait; hidden ones and those of writers that rename when they have done are left out.
    func waiting() throws(FileFailure) -> [FolderEntry] {
        try files.list(root).filter { $0.kind == .file && Self.isFeed($0.name) }
    }

    static func isFeed(_ name: String) -> Bool {
        !name.hasPrefix(".") && ![".tmp", ".part", ".partial", "~"].contains { name.hasSuffix($0) }
    }

    func path(of name: String) -> String { "\(root)/\(name)" }

    func read(_ name: String, limit: Int) throws(FileFailure) -> (bytes: [UInt8], owner: UInt32?) {
        try files.readOwned(path(of: name), limit: limit)
    }

    /// Files a feed away that is in the ledger.
    func finish(_ name: String, digest: String) throws(FileFailure) { try move(name, to: "done", digest) }

    /// Sets a file aside with the reason beside it.
    ///
    /// - Parameter digest: Of its content; nil where that could not be read.
    func reject(_ name: String, digest: String?, reason: String) throws(FileFailure) {
        let kept = freeName(name, in: "rejected", digest)
        try files.write(Array((reason + "\n").utf8), to: "\(root)/rejected/\(kept)\(Self.reason)")
        // The reason is on the disk before the file is in its place.
        try files.syncFolder("\(root)/rejected")
        try files.rename(path(of: name), to: "\(root)/rejected/\(kept)")
    }

    private func move(_ name: String, to folder: String, _ digest: String) throws(FileFailure) {
        try files.rename(path(of: name), to: "\(root)/\(folder)/\(freeName(name, in: folder, digest))")
    }

    /// A name that replaces nothing but the same content: another file of the same name gets its digest appended, or a number.
    private func freeName(_ name: String, in folder: String, _ digest: String?) -> String {
        let name = Self.shortened(name)
        func isFree(_ name: String) -> Bool {
            // Among the rejected, a name like that of a reason is kept for reasons.
            if folder == "rejected", name.hasSuffix(Self.reason) { return false }
            return !files.exists("\(root)/\(folder)/\(name)")
        }
        guard !isFree(name) else { return name }
        if let digest { return "\(name)-\(digest.prefix(12))" }
        var number = 2
        while !isFree("\(name)-\(number)") { number += 1 }
        return "\(name)-\(number)"
    }

    private static var reason: String { ".reason.txt" }

    /// A name of at most 200 bytes: a folder holds names of 255, and something may be appended.
    private static func shortened(_ name: String) -> String {
        guard name.utf8.count > 200 else { return name }
        var short = ""
        for scalar in name.unicodeScalars {
            guard short.utf8.count + UTF8.width(scalar) <= 200 else { break }
            short.unicodeScalars.append(scalar)
        }
        return short
    }
}
