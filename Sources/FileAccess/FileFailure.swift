import Glibc

/// A file operation that the system refused.
public struct FileFailure: Error, Hashable, Sendable, CustomStringConvertible {
    /// What was tried, such as `open`.
    public var operation: String
    public var path: String
    /// The system's error number; 0 where the refusal is our own.
    public var code: Int32
    private var reason: String

    /// The failure that `errno` states.
    public init(_ operation: String, _ path: String) { self.init(operation, path, code: errno) }

    public init(_ operation: String, _ path: String, code: Int32) {
        self.operation = operation
        self.path = path
        self.code = code
        reason = String(cString: strerror(code))
    }

    public init(_ operation: String, _ path: String, reason: String) {
        self.operation = operation
        self.path = path
        code = 0
        self.reason = reason
    }

    /// Whether the disk, the quota or the count of files is exhausted.
    public var isNoSpace: Bool { code == ENOSPC || code == EDQUOT }

    public var isMissing: Bool { code == ENOENT }

    public var description: String { "cannot \(operation) \(path): \(reason)" }
}
