import Control
import Glibc

/// One client of the control socket. It never waits: what cannot be read or written now is left for later.
final class ControlConnection {
    private enum State { case idle, midLine, unread }

    let descriptor: Int32
    let user: uid_t
    private var input = LineSplitter(limit: ControlLimits.requestBytes)
    private var output: [UInt8] = []
    private var written = 0
    private var state = State.idle
    private var since: Int64
    /// The client sends no more.
    private var hasEnded = false
    /// The stream cannot be trusted: what is written goes out, nothing more is read.
    private var isClosing = false
    private var isBroken = false

    /// Takes over a descriptor.
    init(_ descriptor: Int32, user: uid_t, steady: Int64) {
        self.descriptor = descriptor
        self.user = user
        since = steady
    }

    deinit { close(descriptor) }

    // MARK: What it waits for

    private var isUnread: Bool { written < output.count }

    private var wantsInput: Bool { !hasEnded && !isClosing && !isUnread && input.count <= ControlLimits.requestBytes }

    var events: Int16 { Int16((wantsInput ? POLLIN : 0) | (isUnread ? POLLOUT : 0)) }

    /// Whether a request waits to be answered.
    var hasRequest: Bool { !isBroken && !isClosing && !isUnread && (input.hasLine || input.count > ControlLimits.requestBytes) }

    var isOver: Bool { isBroken || !isUnread && (isClosing || hasEnded && !input.hasLine) }

    /// The second at which patience with the client ends.
    var deadline: Int64 {
        switch state {
        case .idle: since + 60
        case .midLine: since + 10
        case .unread: since + 30
        }
    }

    /// Notes what the client is at; a trickle of bytes changes nothing of it.
    func note(steady: Int64, isNew: Bool = false) {
        let now: State = isUnread ? .unread : input.count > 0 ? .midLine : .idle
        guard now != state || isNew else { return }
        state = now
        since = steady
    }

    // MARK: Reading and writing

    /// Reads what there is, a bounded amount at a time.
    func receive() {
        guard wantsInput else { return }
        withUnsafeTemporaryAllocation(byteCount: ControlLimits.requestBytes, alignment: 1) { buffer in
            let count = recv(descriptor, buffer.baseAddress, buffer.count, 0)
            switch count {
            case 1...: input.append(buffer[..<count])
            case 0: hasEnded = true
            default: if errno != EAGAIN, errno != EINTR { isBroken = true }
            }
        }
    }

    /// The next whole line.
    func nextLine() throws(LineSplitter.TooLong) -> [UInt8]? { hasRequest ? try input.next() : nil }

    func send(_ line: [UInt8]) {
        output.append(contentsOf: line)
        flush()
    }

    /// Sends a last line, after which the connection ends.
    func sendLast(_ line: [UInt8]) {
        isClosing = true
        send(line)
    }

    func flush() {
        while isUnread, !isBroken {
            let count = output.withUnsafeBytes { bytes in
                Glibc.send(
                    descriptor, bytes.baseAddress.map { $0 + written }, bytes.count - written, Int32(MSG_NOSIGNAL))
            }
            guard count >= 0 else {
                if errno == EINTR { continue }
                if errno != EAGAIN { isBroken = true }
                return
            }
            written += count
        }
        output.removeAll(keepingCapacity: false)
        written = 0
    }
}
