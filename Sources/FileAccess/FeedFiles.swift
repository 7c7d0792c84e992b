public import Compression
public import Feeds
import Glibc

/// Feed files on the disk: found, unpacked and read.
public enum FeedFiles {
    /// Why a file could not be taken at all.
    public struct Unreadable: Error, Hashable, Sendable, CustomStringConvertible {
        public var path: String
        public var reason: String

        public init(path: String, reason: String) {
            self.path = path
            self.reason = reason
        }

        public var description: String { "\(path): \(reason)" }
    }

    /// The files that paths name: a folder stands for the files in it, in the order of their names, hidden ones left out.
    public static func expand(_ paths: [String]) throws(FileFailure) -> [String] {
        var files: [String] = []
        let fileSystem = LocalFileSystem()
        for path in paths {
            var status = stat()
            guard stat(path, &status) == 0 else { throw FileFailure("open", path) }
            guard status.st_mode & S_IFMT == S_IFDIR else {
                files.append(path)
                continue
            }
            for entry in try fileSystem.list(path) where !entry.name.hasPrefix(".") {
                switch entry.kind {
                case .file: files.append("\(path)/\(entry.name)")
                case .folder: files += try expand(["\(path)/\(entry.name)"])
                case .other: continue
                }
            }
        }
        return files
    }

    /// Reads one file, plain, gzip or xz by its content.
    public static func read(_ path: String) -> Result<FeedResult, Unreadable> {
        do {
            return .success(try read(LocalFileSystem().read(path, limit: FeedLimits.bytes), name: path))
        } catch let failure as FileFailure {
            return .failure(Unreadable(path: path, reason: failure.description))
        } catch {
            return .failure(Unreadable(path: path, reason: "\(error)"))
        }
    }

    /// Reads the bytes of a file, plain, gzip or xz by their content.
    public static func read(_ bytes: [UInt8], name: String) throws(DecompressionError) -> FeedResult {
        FeedReader.read(try unpacked(bytes), name: name)
    }

    /// The bytes of a file as they are once unpacked.
    public static func unpacked(_ bytes: [UInt8]) throws(DecompressionError) -> [UInt8] {
        let unpacked = bytes.withUnsafeBytes { bytes in
            Result { () throws(DecompressionError) in try Decompressor.unpack(bytes, limit: FeedLimits.bytes) }
        }
        return try unpacked.get() ?? bytes
    }

    /// Reads files on all cores and hands them over in the order of the paths, as soon as each is ready.
    public static func readAll(_ paths: [String], each: (Int, Result<FeedResult, Unreadable>) throws -> Void) rethrows {
        let workers = min(paths.count, max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))))
        guard workers > 1 else {
            for (index, path) in paths.enumerated() { try each(index, read(path)) }
            return
        }
        let queue = ReadQueue(paths: paths, ahead: workers + 1)
        let threads = (0..<workers).map { _ in ReadThread(queue) }
        defer {
            queue.stop()
            for thread in threads { thread.join() }
        }
        for index in paths.indices { try each(index, queue.take(index)) }
    }
}
