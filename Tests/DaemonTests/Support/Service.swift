import Foundation
import Testing

/// A running `lantiand`, the real program.
final class Service {
    let process: pid_t
    let socket: NotifySocket
    private let place: Place
    private let logPath: String
    private var end: Int32?

    /// Starts it.
    ///
    /// - Parameters:
    ///   - wrapper: A command that runs the program, and hands each `-E NAME=VALUE` on to it.
    ///   - usesTestClock: Whether the wall clock is that of the place, not the machine's.
    init(
        _ place: Place, wrapper: [String] = [], usesTestClock: Bool = true, arguments: [String] = [],
        environment additions: [String: String] = [:]
    ) throws {
        self.place = place
        socket = try NotifySocket(in: place.root)
        logPath = place.root + "/log-\(UUID().uuidString.prefix(6))"
        var own = additions.merging(["NOTIFY_SOCKET": socket.path]) { $1 }
        if usesTestClock { own.merge(try place.clock.environment()) { $1 } }
        var words = [
            Built.lantiand, "--plan", place.plan, "--state", place.state, "--inbox", place.inbox, "--spool", place.spool,
        ]
        words += arguments
        var environment = ProcessInfo.processInfo.environment
        if wrapper.isEmpty {
            environment.merge(own) { $1 }
        } else {
            words = wrapper + own.sorted { $0.key < $1.key }.flatMap { ["-E", "\($0.key)=\($0.value)"] } + words
        }
        process = try Self.spawn(words, environment, log: logPath)
    }

    deinit {
        guard end == nil else { return }
        kill(process, SIGKILL)
        waitpid(process, nil, 0)
    }

    private static func spawn(_ words: [String], _ environment: [String: String], log: String) throws -> pid_t {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_addopen(&actions, 1, log, O_WRONLY | O_CREAT | O_APPEND, 0o644)
        posix_spawn_file_actions_adddup2(&actions, 1, 2)
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var none = sigset_t()
        sigemptyset(&none)
        posix_spawnattr_setsigmask(&attributes, &none)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))
        var pid: pid_t = 0
        let arguments = words.map { strdup($0) } + [nil]
        let variables = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
        defer { for text in arguments + variables { free(text) } }
        let failure = posix_spawnp(&pid, words[0], &actions, &attributes, arguments, variables)
        try #require(failure == 0, "cannot start \(words[0]): \(String(cString: strerror(failure)))")
        return pid
    }

    var log: String { (try? String(contentsOfFile: logPath, encoding: .utf8)) ?? "" }

    /// Lines of the log that hold a text.
    func logged(_ text: String) -> Int { log.components(separatedBy: text).count - 1 }

    /// Whether it has ended; its status as ``status`` says it.
    var hasEnded: Bool {
        if end != nil { return true }
        var status: Int32 = 0
        guard waitpid(process, &status, WNOHANG) == process else { return false }
        end = status
        return true
    }

    /// The exit code, or the signal that killed it as a negative number.
    var status: Int32? { end.map { $0 & 0x7F == 0 ? ($0 >> 8) & 0xFF : -($0 & 0x7F) } }

    /// Waits until it has said that it is ready.
    @discardableResult
    func ready(sourceLocation: SourceLocation = #_sourceLocation) async throws -> Service {
        try await eventually("the service is ready\n\(log)", sourceLocation: sourceLocation) {
            try #require(!hasEnded, "it ended with \(status ?? 0) before it was ready:\n\(log)", sourceLocation: sourceLocation)
            return socket.messages.contains { $0.hasPrefix("READY=1") }
        }
        return self
    }

    func send(_ signal: Int32) { kill(process, signal) }

    /// Waits for its end.
    ///
    /// - Returns: Its ``status``.
    func ended(sourceLocation: SourceLocation = #_sourceLocation) async throws -> Int32 {
        try await eventually("the service ends", sourceLocation: sourceLocation) { hasEnded }
        return status ?? 0
    }

    /// Stops it in good order.
    func stop(sourceLocation: SourceLocation = #_sourceLocation) async throws {
        send(SIGTERM)
        let status = try await ended(sourceLocation: sourceLocation)
        #expect(status == 0, "\(log)", sourceLocation: sourceLocation)
    }

    /// Reloads, and waits until that is through.
    func reload() async throws {
        let before = socket.messages.count { $0.hasPrefix("RELOADING=1") }
        send(SIGHUP)
        try await eventually("the reload is through\n\(log)") {
            let messages = socket.messages
            guard messages.count(where: { $0.hasPrefix("RELOADING=1") }) > before else { return false }
            return messages.last { $0.hasPrefix("RELOADING=1") || $0.hasPrefix("READY=1") }?.hasPrefix("READY=1") ?? false
        }
    }
}
