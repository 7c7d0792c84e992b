import CLinux
import Glibc

/// A group of the machine that says what an account may do with the service's files and its socket.
public struct ServiceGroup: Hashable, Sendable {
    public let name: String

    /// Its members use the control socket, take notices from the spool, and hand over files of requests.
    public static let desk = ServiceGroup(name: "lantian")
    /// Its members put feeds into the inbox, and nothing else.
    public static let feed = ServiceGroup(name: "lantian-feed")

    /// Its number; nil where the machine has no such group.
    public var id: UInt32? { getgrnam(name)?.pointee.gr_gid }

    /// Whether an account that the machine knows is in a group, by its entry or as one of the members.
    public static func isMember(_ user: UInt32, of group: UInt32) -> Bool {
        guard let entry = getpwuid(user)?.pointee else { return false }
        var count: Int32 = 64
        while true {
            var groups = [gid_t](repeating: 0, count: Int(count))
            let room = count
            if getgrouplist(entry.pw_name, entry.pw_gid, &groups, &count) >= 0 {
                return groups.prefix(Int(count)).contains(group)
            }
            // It says how many there are; the entry must not change under a longer look.
            guard count > room else { return false }
        }
    }
}

extension ServiceGroup {
    /// The names of the accounts that its entry lists, by name; those whose first group it is are not among them.
    public var members: [String] {
        guard var next = getgrnam(name)?.pointee.gr_mem else { return [] }
        var names: [String] = []
        while let member = next.pointee {
            names.append(String(cString: member))
            next += 1
        }
        return names.sorted()
    }

    /// What its members may do with a file or folder by the group's own entry in the access control list, as in a mode: 4 read,
    /// 2 write, 1 execute. 0 where the list does not name it.
    public func rights(on path: String) -> UInt16 {
        guard let id else { return 0 }
        var list = [UInt8](repeating: 0, count: 4096)
        let size = getxattr(path, "system.posix_acl_access", &list, list.count)
        // A version of four bytes, then entries of tag, rights and id (linux/posix_acl_xattr.h).
        guard size >= 4 else { return 0 }
        var own: UInt16 = 0
        var mask: UInt16 = 7
        for start in stride(from: 4, through: size - 8, by: 8) {
            let entry = list[start..<start + 8].map { UInt32($0) }
            let rights = UInt16(entry[2] | entry[3] << 8)
            let account = entry[4] | entry[5] << 8 | entry[6] << 16 | entry[7] << 24
            switch entry[0] | entry[1] << 8 {
            case Self.groupTag where account == id: own = rights
            case Self.maskTag: mask = rights
            default: break
            }
        }
        return own & mask
    }

    private static let groupTag: UInt32 = 0x08
    private static let maskTag: UInt32 = 0x10
}
