import FileAccess
import Glibc

/// Who may act at the desk, and who may only write feeds.
struct GroupChecks {
    let state: String
    let inbox: String

    private let name = Diagnosis.Words("groups", "用户组")
    private var desk: ServiceGroup { .desk }
    private var feed: ServiceGroup { .feed }

    func run() -> [Diagnosis] {
        let found = [missing(), way(), sticky(), both(), nobody()].compactMap { $0 }
        guard found.isEmpty else { return found }
        let (acting, writing) = (desk.members.joined(separator: ", "), feed.members.joined(separator: ", "))
        return [
            .fine(
                "groups", name,
                .init(
                    "may act: \(acting); may only write feeds: \(writing.isEmpty ? "nobody" : writing)",
                    "可值班操作：\(acting)；只能写入数据：\(writing.isEmpty ? "无" : writing)"))
        ]
    }

    private func missing() -> Diagnosis? {
        let groups = [desk, feed].filter { $0.id == nil }.map(\.name)
        guard !groups.isEmpty else { return nil }
        let text = groups.joined(separator: ", ")
        return .warning(
            "groups", name, .init("the machine has no group \(text)", "系统中没有用户组 \(text)"),
            help: .init(
                "systemd-sysusers lantian.conf, then systemd-tmpfiles --create lantian.conf (make install does both)",
                "运行 systemd-sysusers lantian.conf，再运行 systemd-tmpfiles --create lantian.conf（make install 两者都做）"))
    }

    /// Whether feed writers reach the inbox.
    private func way() -> Diagnosis? {
        guard feed.id != nil else { return nil }
        let closed = [(path: state, needs: UInt16(1)), (inbox, 7)].filter { feed.rights(on: $0.path) & $0.needs != $0.needs }
        guard let first = closed.first else { return nil }
        return .warning(
            "groups", name,
            .init(
                "members of \(feed.name) cannot write feeds: they lack rights on \(first.path)",
                "\(feed.name) 组成员不能写入数据：缺少 \(first.path) 的权限"),
            help: .init("systemd-tmpfiles --create lantian.conf", "systemd-tmpfiles --create lantian.conf"))
    }

    private func sticky() -> Diagnosis? {
        var status = stat()
        guard feed.rights(on: inbox) & 2 != 0, stat(inbox, &status) == 0, status.st_mode & S_ISVTX == 0 else { return nil }
        return .warning(
            "groups", name,
            .init(
                "members of \(feed.name) can take away files of others, and the folders, in \(inbox)",
                "\(feed.name) 组成员可移走 \(inbox) 中他人的文件和目录"),
            help: .init("chmod +t \(inbox)", "chmod +t \(inbox)"))
    }

    private func both() -> Diagnosis? {
        let both = feed.members.filter(desk.members.contains)
        guard let first = both.first else { return nil }
        let text = both.joined(separator: ", ")
        return .warning(
            "groups", name,
            .init(
                "in \(feed.name) and in \(desk.name), so may approve as well: \(text)",
                "同属 \(feed.name) 和 \(desk.name)，因此也能批准：\(text)"),
            help: .init(
                "gpasswd -d \(first) \(desk.name), if it only writes feeds", "若只写入数据：gpasswd -d \(first) \(desk.name)"))
    }

    private func nobody() -> Diagnosis? {
        guard desk.id != nil, desk.members.isEmpty else { return nil }
        return .warning(
            "groups", name, .init("\(desk.name) has no member: only root may approve", "\(desk.name) 组没有成员：只有 root 能批准"),
            help: .init("usermod -aG \(desk.name) NAME", "usermod -aG \(desk.name) 账户名"))
    }
}
