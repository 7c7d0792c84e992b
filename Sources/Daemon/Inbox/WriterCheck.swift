import Glibc

/// Tells whether a file that was found by a scan, not by an event, is complete.
struct WriterCheck {
    /// Seconds without a change after which a file counts as complete where the kernel does not tell.
    static let quietSeconds = 10

    /// Whether no writer has the file open. A read lease is only granted then; where leases are not for us, a file that has not
    /// changed for a while counts as complete.
    static func isComplete(_ path: String) -> Bool {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { return true }
        defer { close(descriptor) }
        return isComplete(descriptor)
    }

    /// The same for a file that is open for reading.
    static func isComplete(_ descriptor: Int32) -> Bool {
        let setLease: Int32 = 1024
        if fcntl(descriptor, setLease, F_RDLCK) == 0 {
            _ = fcntl(descriptor, setLease, F_UNLCK)
            return true
        }
        guard errno != EAGAIN else { return false }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { return true }
        return time(nil) - status.st_mtim.tv_sec >= quietSeconds
    }
}
