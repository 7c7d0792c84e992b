import FileAccess
import Glibc
import Warnings

/// The accounts of the machine.
enum Accounts {
    /// Who records, by the number that the kernel names; an account without an entry goes by its number.
    static func recorder(_ user: uid_t) -> Recorder {
        let name = getpwuid(user).flatMap { String(validatingCString: $0.pointee.pw_name) }
        return Recorder(user: name ?? "uid \(user)", id: user)
    }

    /// Whether an account may use the control socket: root, the daemon's own, and members of the socket's group, which is the
    /// process's where the machine has none of the name.
    static func mayAct(_ user: uid_t) -> Bool {
        user == 0 || user == geteuid() || ServiceGroup.isMember(user, of: ServiceGroup.desk.id ?? getegid())
    }
}
