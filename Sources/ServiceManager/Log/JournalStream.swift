import Glibc

/// Whether a stream leads to the journal.
enum JournalStream {
    /// True if systemd connected `descriptor` to the journal: it then sets `JOURNAL_STREAM` to the device and inode of the
    /// stream, and a redirection since shows by other numbers (systemd.exec(5)).
    ///
    /// - Parameter variable: the value of `JOURNAL_STREAM`, nil where it is unset.
    static func carries(descriptor: Int32, variable: String?) -> Bool {
        guard let variable else { return false }
        let parts = variable.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2, let device = UInt64(parts[0]), let inode = UInt64(parts[1]) else { return false }
        var file = stat()
        guard fstat(descriptor, &file) == 0 else { return false }
        return UInt64(file.st_dev) == device && UInt64(file.st_ino) == inode
    }
}
