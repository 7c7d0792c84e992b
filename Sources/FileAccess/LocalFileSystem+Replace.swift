import Glibc

extension LocalFileSystem {
    /// Creates a file, or replaces it in one step with its mode kept: whoever reads it sees the old bytes or the new ones. Links
    /// stay links; a pipe or a device is written to.
    public func replace(_ path: String, with bytes: [UInt8]) throws(FileFailure) {
        var status = stat()
        var target = path
        var mode: mode_t?
        if stat(path, &status) == 0 {
            guard status.st_mode & S_IFMT == S_IFREG else { return try write(bytes, to: path) }
            guard let resolved = realpath(path, nil) else { throw FileFailure("write", path) }
            target = String(cString: resolved)
            free(resolved)
            mode = status.st_mode & 0o7777
        }
        let aside = "\(parent(of: target))/.\(lastName(of: target)).\(getpid())"
        do throws(FileFailure) {
            try write(bytes, to: aside)
            if let mode, chmod(aside, mode) != 0 { throw FileFailure("set the mode of", aside) }
            try rename(aside, to: target)
        } catch {
            unlink(aside)
            throw error
        }
    }
}
