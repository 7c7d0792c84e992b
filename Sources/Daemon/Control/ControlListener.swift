import CLinux
import FileAccess
import Glibc

/// The control socket's listening end; its file goes with it.
final class ControlListener {
    let path: String
    let descriptor: Int32

    /// Takes the place of a socket that an earlier run left behind.
    ///
    /// - Throws: ``FileFailure``, or ``ControlSocketInUse``.
    init(_ path: String) throws {
        self.path = path
        try Self.clear(path)
        let descriptor = try Self.socket(path)
        do throws(FileFailure) {
            let bound = try UnixAddress(path).with { bind(descriptor, $0, $1) }
            // Nobody can connect before it listens, by which time it has its mode.
            guard bound == 0, chmod(path, 0o660) == 0 else { throw FileFailure("listen on", path) }
            // As a service it has the group from its process, and may not ask for another.
            if let group = ServiceGroup.desk.id, group != getegid() { _ = chown(path, uid_t.max, group) }
            guard listen(descriptor, 64) == 0 else { throw FileFailure("listen on", path) }
        } catch {
            close(descriptor)
            throw error
        }
        self.descriptor = descriptor
    }

    deinit {
        close(descriptor)
        unlink(path)
    }

    private static func socket(_ path: String) throws(FileFailure) -> Int32 {
        let flags = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue | SOCK_NONBLOCK.rawValue)
        let descriptor = Glibc.socket(AF_UNIX, flags, 0)
        guard descriptor >= 0 else { throw FileFailure("listen on", path) }
        return descriptor
    }

    /// Removes a socket to which nobody listens any more; anything else is left alone.
    private static func clear(_ path: String) throws {
        var status = stat()
        guard lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFSOCK else { return }
        let probe = try socket(path)
        defer { close(probe) }
        guard try UnixAddress(path).with({ connect(probe, $0, $1) }) != 0, errno == ECONNREFUSED else {
            throw ControlSocketInUse(path: path)
        }
        unlink(path)
    }

    /// The next client; nil where none waits.
    ///
    /// - Throws: what keeps clients from being taken.
    func accept() throws(FileFailure) -> Int32? {
        let connection = linux_accept(descriptor)
        if connection >= 0 { return connection }
        switch errno {
        case EAGAIN, EINTR, ECONNABORTED: return nil
        default: throw FileFailure("take a client of", path)
        }
    }
}

/// Another process listens.
struct ControlSocketInUse: Error, CustomStringConvertible {
    var path: String

    var description: String { "another process listens on \(path): end it, or give this daemon a --control of its own" }
}

/// A path as an address of a socket.
struct UnixAddress {
    private var address = sockaddr_un()

    init(_ path: String) throws(FileFailure) {
        address.sun_family = sa_family_t(AF_UNIX)
        guard path.utf8.count < MemoryLayout.size(ofValue: address.sun_path) else {
            throw FileFailure("listen on", path, code: ENAMETOOLONG)
        }
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8) }
    }

    func with<Value>(_ body: (UnsafePointer<sockaddr>, socklen_t) -> Value) -> Value {
        withUnsafePointer(to: address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { body($0, socklen_t(MemoryLayout<sockaddr_un>.size)) }
        }
    }
}
