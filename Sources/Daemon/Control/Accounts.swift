import FileAccess
import Glibc
import Warnings

/// The accounts of the machine.
enum Accounts {
    /// Who records, by the number that the kernel names; an account without an entry goes by its number.
    static func recorder(_ user: uid_t) -> Recorder {
        guard let entry = getpwuid(user)?.pointee, let name = String(validatingCString: entry.pw_name) else {
            return Recorder(user: "uid \(user)", id: user)
        }
        return Recorder(user: name, id: user, fullName: holder(entry))
    }

    /// The first field of the comment (GECOS) of an account's entry.
    private static func holder(_ entry: passwd) -> String? {
        guard let comment = entry.pw_gecos, let text = String(validatingCString: comment) else { return nil }
        let name = text.prefix { $0 != "," }.prefix(100)
        return name.allSatisfy(\.isWhitespace) ? nil : String(name)
    }

    /// Whether an account may use the control socket: root, the daemon's own, and members of the socket's group, which is the
    /// process's where the machine has none of the name.
    static func mayAct(_ user: uid_t) -> Bool {
        user == 0 || user == geteuid() || ServiceGroup.isMember(user, of: ServiceGroup.desk.id ?? getegid())
    }
}
