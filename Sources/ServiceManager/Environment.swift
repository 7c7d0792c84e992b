import Glibc

/// This process' environment, read where it is needed: systemd sets it before the start, nothing here changes it.
enum Environment {
    static func value(of name: String) -> String? {
        getenv(name).map { String(cString: $0) }
    }
}
