import Foundation

/// What is done with the ledger's file as a file.
extension LedgerFile {
    /// Creates the empty file with its mode, which SQLite gives to the files beside it too, and makes its name durable.
    static func create(_ path: String) throws {
        let file = Foundation.open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, mode)
        guard file >= 0 else {
            if errno == EEXIST { return }
            throw failure(path, errno)
        }
        defer { Foundation.close(file) }
        guard fchmod(file, mode) == 0 else { throw failure(path, errno) }
        try syncFolder(of: path)
    }

    private static func failure(_ path: String, _ number: Int32) -> LedgerError {
        let said = String(cString: strerror(number))
        switch number {
        case ENOSPC, EDQUOT:
            return LedgerError(
                .noSpace, "the disk of \(path) is full, the ledger cannot be created", help: "free some space there")
        case EACCES, EPERM, EROFS:
            return LedgerError(
                .notWritable, "\(path) cannot be created (\(said))",
                help: "give the user of the daemon the right to write in its folder")
        default:
            return LedgerError(
                .cannotOpen, "\(path) cannot be created (\(said))", help: "check that its folder exists and is no file")
        }
    }

    private static func syncFolder(of path: String) throws {
        let folder = Foundation.open((path as NSString).deletingLastPathComponent.orCurrent, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard folder >= 0 else { throw failure(path, errno) }
        defer { Foundation.close(folder) }
        guard fsync(folder) == 0 else { throw failure(path, errno) }
    }

    /// Which file stands at a path, whatever its name; nil where none does.
    static func identity(_ path: String) -> [UInt64]? {
        var status = stat()
        return stat(path, &status) == 0 ? [UInt64(status.st_dev), UInt64(status.st_ino)] : nil
    }

    /// Renames a file and waits until that is on the disk.
    static func rename(_ path: String, to new: String) throws {
        guard Foundation.rename(path, new) == 0 else { throw failure(new, errno) }
        try syncFolder(of: new)
    }

    /// Removes a database with what SQLite keeps beside it.
    static func remove(_ path: String) {
        for suffix in ["", "-wal", "-shm", "-journal"] { unlink(path + suffix) }
    }

    /// Gives a database a second name, and takes away what SQLite keeps beside the first: a new file of that name would be
    /// taken for the one that the log belongs to. Nothing where there is no database.
    static func keep(_ path: String, as kept: String) throws {
        for suffix in ["-wal", "-journal", ""] {
            guard link(path + suffix, kept + suffix) == 0 || errno == ENOENT else { throw failure(kept + suffix, errno) }
        }
        try syncFolder(of: kept)
        for suffix in ["-wal", "-shm", "-journal"] { unlink(path + suffix) }
        try syncFolder(of: path)
    }
}

extension String {
    fileprivate var orCurrent: String { isEmpty ? "." : self }
}
