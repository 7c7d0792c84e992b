import FileAccess
import Glibc

/// Folders of the service: there, its own, and with room on the disk.
struct FolderChecks {
    let folders: [(id: String, name: Diagnosis.Words, path: String)]

    func run() -> [Diagnosis] {
        var diagnoses: [Diagnosis] = []
        var disks: Set<UInt64> = []
        var owner: uid_t?
        for (id, name, path) in folders {
            var status = stat()
            guard stat(path, &status) == 0 else {
                diagnoses.append(missing(id, name, path, code: errno))
                continue
            }
            diagnoses.append(rights(id, name, path, status, owner: owner))
            owner = owner ?? status.st_uid
            if disks.insert(UInt64(status.st_dev)).inserted, let disk = disk(path) { diagnoses.append(disk) }
        }
        return diagnoses
    }

    private func missing(_ id: String, _ name: Diagnosis.Words, _ path: String, code: Int32) -> Diagnosis {
        let reason = String(cString: strerror(code))
        if code == EACCES {
            return .failure(
                id, name, .init("\(path) may not be looked into", "无权查看 \(path)"),
                help: .init("run this as root, or as the user of the daemon", "请以 root 或服务用户的身份运行"))
        }
        return .failure(
            id, name, .init("\(path): \(reason)", "\(path)：\(reason)"),
            help: .init("start the daemon, which makes the folder, or name the right one", "启动服务即会建立此目录；或指定正确的目录"))
    }

    private func rights(_ id: String, _ name: Diagnosis.Words, _ path: String, _ status: stat, owner: uid_t?) -> Diagnosis {
        let mode = String(status.st_mode & 0o7777, radix: 8)
        guard status.st_mode & S_IFMT == S_IFDIR else {
            return .failure(
                id, name, .init("\(path) is no folder", "\(path) 不是目录"),
                help: .init("move the file away and start the daemon", "移走该文件后启动服务"))
        }
        guard status.st_mode & 0o700 == 0o700 else {
            return .failure(
                id, name, .init("\(path) has mode \(mode): its owner cannot write", "\(path) 权限为 \(mode)：属主不能写入"),
                help: .init("chmod u+rwx \(path)", "chmod u+rwx \(path)"))
        }
        if status.st_mode & 0o002 != 0 {
            return .failure(
                id, name, .init("\(path) has mode \(mode): anybody can write there", "\(path) 权限为 \(mode)：任何人都能写入"),
                help: .init("chmod o-w \(path)", "chmod o-w \(path)"))
        }
        if let owner, status.st_uid != owner {
            return .warning(
                id, name,
                .init(
                    "\(path) belongs to user \(status.st_uid), the state folder to \(owner)",
                    "\(path) 属于用户 \(status.st_uid)，状态目录属于 \(owner)"),
                help: .init("chown it to the user of the daemon", "将属主改为服务用户"))
        }
        return .fine(id, name, .init("\(path), mode \(mode)", "\(path)，权限 \(mode)"))
    }

    /// Free space that lasts for months, and free space that lasts for days.
    private static let enough: UInt64 = 1 << 30
    private static let scarce: UInt64 = 100 << 20

    private func disk(_ path: String) -> Diagnosis? {
        var figures = statvfs()
        guard statvfs(path, &figures) == 0, figures.f_blocks > 0 else { return nil }
        let free = UInt64(figures.f_bavail) * UInt64(figures.f_frsize)
        let name = Diagnosis.Words("disk", "磁盘")
        let percent = Int(figures.f_bavail * 100 / figures.f_blocks)
        let text = Diagnosis.Words(
            "\(free >> 20) MiB (\(percent) %) free where \(path) lies", "\(path) 所在磁盘剩余 \(free >> 20) MiB（\(percent)%）")
        let help = Diagnosis.Words(
            "free space there: consumed notices in cur/ and files in done/ of the inbox may go to an archive",
            "请腾出空间：spool 的 cur/ 中已取走的通知和 inbox 的 done/ 中的文件可移入档案")
        // File systems without a fixed number of files say 0.
        if figures.f_files > 0, figures.f_favail * 100 / figures.f_files < 1 {
            return .failure(
                "disk", name,
                .init(
                    "the disk of \(path) has room for only \(figures.f_favail) more files",
                    "\(path) 所在磁盘只能再存 \(figures.f_favail) 个文件"),
                help: help)
        }
        if free < Self.scarce { return .failure("disk", name, text, help: help) }
        if free < Self.enough { return .warning("disk", name, text, help: help) }
        return .fine("disk", name, text)
    }
}
