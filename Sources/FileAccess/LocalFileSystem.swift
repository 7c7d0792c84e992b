import Glibc

/// The machine's own files.
public struct LocalFileSystem: FileSystem {
    private let waitsForDisk: Bool

    /// - Parameter waitsForDisk: Whether what is written is on the disk when a call returns; else a loss of power, though no crash
    ///   of the process, may lose it.
    public init(waitsForDisk: Bool = true) { self.waitsForDisk = waitsForDisk }

    public func list(_ folder: String) throws(FileFailure) -> [FolderEntry] {
        guard let stream = opendir(folder) else { throw FileFailure("list", folder) }
        defer { closedir(stream) }
        var entries: [FolderEntry] = []
        while true {
            errno = 0
            guard let entry = readdir(stream) else {
                guard errno == 0 else { throw FileFailure("list", folder) }
                break
            }
            let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
                String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
            }
            guard name != ".", name != ".." else { continue }
            var status = stat()
            guard stat("\(folder)/\(name)", &status) == 0 else { continue }
            entries.append(FolderEntry(name: name, kind: kind(status), size: Int(status.st_size)))
        }
        return entries.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
    }

    private func kind(_ status: stat) -> FolderEntry.Kind {
        switch status.st_mode & S_IFMT {
        case S_IFREG: .file
        case S_IFDIR: .folder
        default: .other
        }
    }

    public func readOwned(_ path: String, limit: Int) throws(FileFailure) -> (bytes: [UInt8], owner: UInt32?) {
        let flags = O_RDONLY | O_CLOEXEC | O_NONBLOCK
        var isLink = false
        let descriptor: Int32
        do throws(FileFailure) { descriptor = try open(path, flags | O_NOFOLLOW) } catch {
            guard error.code == ELOOP else { throw error }
            isLink = true
            descriptor = try open(path, flags)
        }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw FileFailure("read", path) }
        guard status.st_mode & S_IFMT == S_IFREG else { throw FileFailure("read", path, reason: "it is not a regular file") }
        guard Int(status.st_size) <= limit else {
            throw FileFailure("read", path, reason: "it has \(status.st_size) bytes, more than the \(limit) allowed")
        }
        var failure: Int32 = 0
        let size = Int(status.st_size)
        let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
            while count < size {
                let got = Glibc.read(descriptor, buffer.baseAddress.map { $0 + count }, size - count)
                if got > 0 {
                    count += got
                } else if got == 0 {
                    return
                } else if errno != EINTR {
                    failure = errno
                    return
                }
            }
        }
        guard failure == 0 else { throw FileFailure("read", path, code: failure) }
        return (bytes, isLink ? nil : status.st_uid)
    }

    private func open(_ path: String, _ flags: Int32, mode: mode_t = 0o660) throws(FileFailure) -> Int32 {
        while true {
            let descriptor = Glibc.open(path, flags, mode)
            if descriptor >= 0 { return descriptor }
            guard errno == EINTR else { throw FileFailure("open", path) }
        }
    }

    public func write(_ bytes: [UInt8], to path: String) throws(FileFailure) {
        let descriptor = try open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC)
        var failure: Int32 = 0
        var written = 0
        bytes.withUnsafeBytes { buffer in
            while written < buffer.count {
                let count = Glibc.write(descriptor, buffer.baseAddress.map { $0 + written }, buffer.count - written)
                if count >= 0 {
                    written += count
                } else if errno != EINTR {
                    failure = errno
                    return
                }
            }
        }
        if failure == 0, waitsForDisk, fsync(descriptor) != 0 { failure = errno }
        if close(descriptor) != 0, failure == 0 { failure = errno }
        guard failure == 0 else { throw FileFailure("write", path, code: failure) }
    }

    public func makeFolder(_ path: String) throws(FileFailure) {
        if mkdir(path, 0o770) == 0 || errno == EEXIST { return }
        guard errno == ENOENT else { throw FileFailure("create", path) }
        try makeFolder(parent(of: path))
        guard mkdir(path, 0o770) == 0 || errno == EEXIST else { throw FileFailure("create", path) }
    }

    public func rename(_ path: String, to new: String) throws(FileFailure) {
        guard Glibc.rename(path, new) == 0 else { throw FileFailure("rename to \(new)", path) }
        try syncFolder(parent(of: new))
        if parent(of: path) != parent(of: new) { try syncFolder(parent(of: path)) }
    }

    public func syncFolder(_ path: String) throws(FileFailure) {
        guard waitsForDisk else { return }
        let descriptor = try open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw FileFailure("sync", path) }
    }

    public func remove(_ path: String) throws(FileFailure) {
        if unlink(path) == 0 || errno == ENOENT { return }
        guard errno == EISDIR || errno == EPERM else { throw FileFailure("remove", path) }
        for entry in try list(path) { try remove("\(path)/\(entry.name)") }
        guard rmdir(path) == 0 || errno == ENOENT else { throw FileFailure("remove", path) }
    }

    public func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }
}
