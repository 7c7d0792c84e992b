import Foundation

/// A small file system in memory; mounting one takes root.
final class SmallDisk {
    private let folder: TemporaryFolder

    /// Whether one can be mounted here.
    static let isPossible = geteuid() == 0 && (try? SmallDisk(kibibytes: 64)) != nil

    struct CannotMount: Error {}

    init(kibibytes: Int) throws {
        folder = try TemporaryFolder()
        guard mount("tmpfs", folder.url.path, "tmpfs", 0, "size=\(kibibytes)k") == 0 else { throw CannotMount() }
    }

    deinit { umount2(folder.url.path, Int32(MNT_DETACH)) }

    func path(_ name: String) -> String { folder.path(name) }

    /// Writes to a file until nothing more fits.
    func fill(_ path: String) {
        let file = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
        guard file >= 0 else { return }
        defer { close(file) }
        let block = [UInt8](repeating: 0, count: 4096)
        while write(file, block, block.count) > 0 {}
    }
}
