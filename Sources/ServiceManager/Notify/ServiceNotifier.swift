import CSystemd
import Glibc

/// Tells systemd how the service is doing, in the protocol of sd_notify(3).
///
/// Where no service manager listens (`NOTIFY_SOCKET` unset) every call does nothing, so callers need no second code path.
/// Nothing is thrown: a manager that can no longer be reached notices by its watchdog, and the service has no better remedy.
/// Calls neither block for long nor start threads; the one loop that does the work calls them itself.
public struct ServiceNotifier: Sendable {
    /// How often at least ``watchdog()`` must be called, from `WATCHDOG_USEC`; nil where no watchdog is asked for.
    ///
    /// Call it at half this interval, as sd_watchdog_enabled(3) advises.
    public let watchdogInterval: Duration?

    private let send: @Sendable (String) -> Void

    /// Reads the watchdog's interval from the environment; the socket is looked up by libsystemd at each message.
    public init() {
        self.init(watchdogInterval: Self.watchdogIntervalOfEnvironment()) { message in _ = sd_notify(0, message) }
    }

    /// - Parameter send: takes one message, lines of `NAME=value`.
    init(watchdogInterval: Duration? = nil, send: @escaping @Sendable (String) -> Void) {
        self.watchdogInterval = watchdogInterval
        self.send = send
    }

    /// The service is up, or up again after a reload. Must follow every ``reloading(status:)``, after a refused one too:
    /// `systemctl reload` waits for it.
    public func ready(status text: String) {
        send("READY=1\nSTATUS=\(StatusText.clean(text))")
    }

    /// A reload begins. The time stamp lets systemd tell this reload from an earlier one.
    public func reloading(status text: String) {
        send("RELOADING=1\nMONOTONIC_USEC=\(Self.monotonicMicroseconds())\nSTATUS=\(StatusText.clean(text))")
    }

    /// One line for `systemctl status`. Control characters become blanks; a text that is too long is cut at a character.
    public func status(_ text: String) {
        send("STATUS=\(StatusText.clean(text))")
    }

    /// The service is about to end.
    public func stopping(status text: String) {
        send("STOPPING=1\nSTATUS=\(StatusText.clean(text))")
    }

    /// The loop that does the work has come round.
    public func watchdog() {
        send("WATCHDOG=1")
    }

    private static func watchdogIntervalOfEnvironment() -> Duration? {
        var microseconds: UInt64 = 0
        guard sd_watchdog_enabled(0, &microseconds) > 0, let signed = Int64(exactly: microseconds) else { return nil }
        return .microseconds(signed)
    }

    /// CLOCK_MONOTONIC in microseconds, as MONOTONIC_USEC of sd_notify(3) wants it.
    private static func monotonicMicroseconds() -> Int {
        var now = timespec()
        clock_gettime(CLOCK_MONOTONIC, &now)
        return Int(now.tv_sec) * 1_000_000 + Int(now.tv_nsec) / 1000
    }
}
