/// The few file operations on which the daemon rests. A simulation stands in for the disk in tests.
public protocol FileSystem: Sendable {
    /// Entries of a folder by name, in the order of their bytes; hidden ones included.
    func list(_ folder: String) throws(FileFailure) -> [FolderEntry]
    /// The bytes of a regular file of at most `limit` bytes, and the number of the account that owns this very file; no owner
    /// where the path is a link, since anybody can make one to another's file.
    func readOwned(_ path: String, limit: Int) throws(FileFailure) -> (bytes: [UInt8], owner: UInt32?)
    /// Creates or replaces a file and waits until its bytes are on the disk.
    func write(_ bytes: [UInt8], to path: String) throws(FileFailure)
    /// Creates a folder with all above it; nothing where it is there.
    func makeFolder(_ path: String) throws(FileFailure)
    /// Renames a file or folder and waits until both parent folders are on the disk.
    func rename(_ path: String, to new: String) throws(FileFailure)
    /// Waits until a folder's entries are on the disk.
    func syncFolder(_ path: String) throws(FileFailure)
    /// Removes a file, or a folder with all below it; nothing where it is not there.
    func remove(_ path: String) throws(FileFailure)
    func exists(_ path: String) -> Bool
}

extension FileSystem {
    /// The bytes of a regular file of at most `limit` bytes.
    public func read(_ path: String, limit: Int) throws(FileFailure) -> [UInt8] { try readOwned(path, limit: limit).bytes }
}

/// An entry of a folder.
public struct FolderEntry: Hashable, Sendable {
    public enum Kind: Hashable, Sendable { case file, folder, other }

    public var name: String
    public var kind: Kind
    /// Bytes, for a file.
    public var size: Int

    public init(name: String, kind: Kind, size: Int) {
        self.name = name
        self.kind = kind
        self.size = size
    }
}

/// The folder part of a path.
public func parent(of path: String) -> String {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
}

/// The name part of a path.
public func lastName(of path: String) -> String {
    var path = path[...]
    while path.count > 1, path.hasSuffix("/") { path = path.dropLast() }
    return path.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(path[path.index(after: $0)...]) } ?? String(path)
}
