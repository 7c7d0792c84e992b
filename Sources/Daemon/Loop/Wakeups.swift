import CLinux
import FileAccess
import Glibc

/// What the loop waits for: files in the inbox, signals, or the time.
final class Wakeups {
    struct Events {
        /// Files that were renamed into the inbox or closed after writing, in order.
        var files: [String] = []
        /// The kernel dropped events, or spoke of a name that is no text: the inbox must be scanned.
        var needsScan = false
        var signals: [Int32] = []
    }

    /// What stops the service.
    private static let stops = [SIGTERM, SIGINT]

    private let inotify: Int32
    private let signals: Int32

    /// Blocks the signals that the loop takes in itself and watches a folder.
    init(inbox: String) throws(FileFailure) {
        inotify = inotify_init1(Int32(IN_NONBLOCK | IN_CLOEXEC))
        guard inotify >= 0 else { throw FileFailure("watch", inbox) }
        guard inotify_add_watch(inotify, inbox, UInt32(IN_CLOSE_WRITE | IN_MOVED_TO | IN_ONLYDIR)) >= 0 else {
            throw FileFailure("watch", inbox)
        }
        var set = Self.set([SIGHUP] + Self.stops)
        pthread_sigmask(SIG_BLOCK, &set, nil)
        signal(SIGPIPE, SIG_IGN)
        signals = signalfd(-1, &set, Int32(SFD_NONBLOCK | SFD_CLOEXEC))
        guard signals >= 0 else { throw FileFailure("wait for", "signals") }
    }

    deinit {
        close(inotify)
        close(signals)
    }

    /// Keeps requests to reload until the loop takes them; before that they would end the process.
    static func holdReloads() {
        var set = set([SIGHUP])
        pthread_sigmask(SIG_BLOCK, &set, nil)
    }

    private static func set(_ signals: [Int32]) -> sigset_t {
        var set = sigset_t()
        sigemptyset(&set)
        for signal in signals { sigaddset(&set, signal) }
        return set
    }

    /// Whether a signal to stop has come; ``wait(milliseconds:)`` will tell of it.
    var isStopPending: Bool {
        var pending = sigset_t()
        sigpending(&pending)
        return Self.stops.contains { sigismember(&pending, $0) == 1 }
    }

    /// Waits for at most some milliseconds.
    ///
    /// - Parameter others: What else ends the wait; who knows them looks by itself what has come.
    func wait(milliseconds: Int32, others: [pollfd] = []) -> Events {
        var descriptors =
            [pollfd(fd: inotify, events: Int16(POLLIN), revents: 0), pollfd(fd: signals, events: Int16(POLLIN), revents: 0)]
            + others
        var events = Events()
        guard poll(&descriptors, nfds_t(descriptors.count), milliseconds) > 0 else { return events }
        if descriptors[0].revents != 0 { readFiles(&events) }
        if descriptors[1].revents != 0 { readSignals(&events) }
        return events
    }

    private func readFiles(_ events: inout Events) {
        let capacity = 64 << 10
        var known: Set<String> = []
        withUnsafeTemporaryAllocation(byteCount: capacity, alignment: 8) { buffer in
            while true {
                let count = read(inotify, buffer.baseAddress, capacity)
                guard count > 0 else { return }
                var offset = 0
                let header = MemoryLayout<inotify_event>.size
                while offset + header <= count {
                    let event = buffer.loadUnaligned(fromByteOffset: offset, as: inotify_event.self)
                    let end = min(offset + header + Int(event.len), count)
                    if event.mask & UInt32(IN_Q_OVERFLOW | IN_IGNORED) != 0 { events.needsScan = true }
                    let bytes = buffer[(offset + header)..<end].prefix { $0 != 0 }
                    if let name = String(validating: bytes, as: UTF8.self) {
                        if !name.isEmpty, event.mask & UInt32(IN_ISDIR) == 0, known.insert(name).inserted {
                            events.files.append(name)
                        }
                    } else {
                        events.needsScan = true
                    }
                    offset = end
                }
            }
        }
    }

    private func readSignals(_ events: inout Events) {
        var info = signalfd_siginfo()
        while read(signals, &info, MemoryLayout<signalfd_siginfo>.size) == MemoryLayout<signalfd_siginfo>.size {
            events.signals.append(Int32(info.ssi_signo))
        }
    }
}
