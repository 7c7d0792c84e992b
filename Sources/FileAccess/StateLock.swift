import Glibc

/// Keeps a second daemon off the same state: two would both seal, publish, and write one ledger. It ends with the process.
public final class StateLock {
    private let descriptor: Int32

    /// - Throws: ``StateInUse``, or ``FileFailure``.
    public init(_ folder: String) throws {
        descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw FileFailure("open", folder) }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            let code = errno
            close(descriptor)
            throw code == EWOULDBLOCK ? StateInUse(folder: folder) : FileFailure("lock", folder, code: code)
        }
    }

    deinit { close(descriptor) }

    /// Whether somebody works on a state. The lock is tried for an instant, in which a daemon that starts is told to come again.
    public static func isHeld(_ folder: String) throws -> Bool {
        do {
            _ = try StateLock(folder)
            return false
        } catch is StateInUse {
            return true
        }
    }
}

/// Another daemon works on the state.
public struct StateInUse: Error, CustomStringConvertible {
    public var folder: String

    public var description: String { "another lantiand works on \(folder): end it, or give this one a --state of its own" }
}
