import Glibc
import Warnings

/// The accounts of the machine.
enum Accounts {
    /// Who records, by the number that the kernel names; an account without an entry goes by its number.
    static func recorder(_ user: uid_t) -> Recorder {
        let name = getpwuid(user).flatMap { String(validatingCString: $0.pointee.pw_name) }
        return Recorder(user: name ?? "uid \(user)", id: user)
    }
}
