import CLinux
import Control
import FileAccess
import Glibc
import Logging

/// The control socket within the daemon's loop: it never waits for a client, and does a bounded amount of work a turn.
final class ControlServer {
    private let path: String
    private let log: Logger
    private var listener: ControlListener?
    private var connections: [ControlConnection] = []
    /// Who comes first this turn.
    private var turn = 0
    private var openAgain: Int64 = 0
    private var acceptAgain: Int64 = 0
    private var trouble: String?

    private static let maximumConnections = 32
    private static let maximumOfOneUser = 8
    /// Requests of one client, and of all, that are answered a turn.
    private static let requestsOfOne = 4
    private static let requestsOfAll = 32
    /// Seconds after which a socket that could not be opened is tried again.
    private static let retryInterval: Int64 = 30

    init(_ path: String, log: Logger) {
        self.path = path
        self.log = log
    }

    /// Opens the socket where it is not open; a failure is logged, and tried again later: the desk goes on without.
    func open(steady: Int64) {
        guard listener == nil, steady >= openAgain else { return }
        do {
            listener = try ControlListener(path)
            trouble = nil
            log.info("listening for commands", metadata: ["socket": "\(path)"])
        } catch {
            openAgain = steady + Self.retryInterval
            report("there is no control socket, so that nobody can approve", "\(error)")
        }
    }

    func close() {
        listener = nil
        connections = []
    }

    private func report(_ what: String, _ error: String) {
        if trouble != error { log.error("\(what)", metadata: ["error": "\(error)"]) }
        trouble = error
    }

    // MARK: Waiting

    /// What ends the loop's wait.
    func descriptors(steady: Int64) -> [pollfd] {
        let clients = connections.map { pollfd(fd: $0.descriptor, events: $0.events, revents: 0) }
        guard let listener, steady >= acceptAgain else { return clients }
        return clients + [pollfd(fd: listener.descriptor, events: Int16(POLLIN), revents: 0)]
    }

    /// Seconds until there is something to do by itself; nil where nothing is.
    func wait(steady: Int64) -> Int64? {
        if connections.contains(where: \.hasRequest) { return 0 }
        var times = connections.map(\.deadline)
        if listener == nil { times.append(openAgain) }
        if acceptAgain > steady { times.append(acceptAgain) }
        return times.min().map { max(0, $0 - steady) }
    }

    // MARK: Serving

    /// Takes clients in, answers requests and writes answers, as far as that goes without waiting.
    ///
    /// - Parameter answer: What answers a request of a user.
    func serve(steady: Int64, answer: ([UInt8], uid_t) -> ControlAnswer) {
        open(steady: steady)
        takeClients(steady)
        for connection in connections {
            connection.flush()
            connection.receive()
            connection.note(steady: steady)
        }
        answerAll(steady, answer)
        connections.removeAll { $0.isOver || $0.deadline <= steady }
    }

    private func answerAll(_ steady: Int64, _ answer: ([UInt8], uid_t) -> ControlAnswer) {
        guard !connections.isEmpty else { return }
        turn += 1
        var left = Self.requestsOfAll
        for place in connections.indices {
            let connection = connections[(place + turn) % connections.count]
            for _ in 0..<Self.requestsOfOne {
                do throws(LineSplitter.TooLong) {
                    guard left > 0 else { return }
                    guard let line = try connection.nextLine() else { break }
                    left -= 1
                    let reply = answer(line, connection.user)
                    if reply.endsConnection { connection.sendLast(reply.line) } else { connection.send(reply.line) }
                    connection.note(steady: steady, isNew: true)
                    if reply.isHeavy { return }
                } catch {
                    connection.sendLast(ControlReply.line(.lineTooLong(limit: error.limit)))
                }
            }
        }
    }

    private func takeClients(_ steady: Int64) {
        guard let listener, steady >= acceptAgain else { return }
        for _ in 0..<Self.maximumConnections * 2 {
            let descriptor: Int32
            do throws(FileFailure) {
                guard let next = try listener.accept() else { return }
                descriptor = next
            } catch {
                acceptAgain = steady + 1
                return report("a client cannot be taken", "\(error)")
            }
            var peer = linux_peer()
            let isKnown = linux_peer(descriptor, &peer) == 0
            let connection = ControlConnection(descriptor, user: peer.user, steady: steady)
            guard isKnown else { continue }
            guard connections.count < Self.maximumConnections,
                connections.count(where: { $0.user == peer.user }) < Self.maximumOfOneUser
            else {
                connection.sendLast(ControlReply.line(.busy))
                continue
            }
            connections.append(connection)
        }
    }
}
