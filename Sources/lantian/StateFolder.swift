import ArgumentParser
import Glibc

/// The state folder of a daemon, as it is named to a command.
enum StateFolder {
    /// As given, or as systemd names it in the environment; of several folders there the first is the daemon's.
    static func named(_ given: String?) throws -> String {
        if let given { return given }
        if let value = getenv("STATE_DIRECTORY").flatMap({ String(validatingCString: $0) })?.split(separator: ":").first {
            return String(value)
        }
        throw ValidationError("--state is missing, and $STATE_DIRECTORY is not set")
    }
}
