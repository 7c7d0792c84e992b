import Glibc
import Synchronization
import Testing

@testable import ServiceManager

/// libsystemd reads the environment itself, so these bodies run in processes of their own.
@Suite struct ServiceNotifierTests {
    @Test func everyStateReachesTheServiceManager() async {
        await #expect(processExitsWith: .success) {
            let manager = try #require(NotifySocket())
            defer { manager.close() }
            setenv("NOTIFY_SOCKET", manager.path, 1)
            setenv("WATCHDOG_USEC", "30000000", 1)
            setenv("WATCHDOG_PID", "\(getpid())", 1)

            let notifier = ServiceNotifier()
            #expect(notifier.watchdogInterval == .seconds(30))

            notifier.ready(status: "xuchang: yellow")
            #expect(manager.receive() == ["READY=1", "STATUS=xuchang: yellow"])
            notifier.status("许昌市：橙色")
            #expect(manager.receive() == ["STATUS=许昌市：橙色"])
            notifier.watchdog()
            #expect(manager.receive() == ["WATCHDOG=1"])
            notifier.stopping(status: "stopping")
            #expect(manager.receive() == ["STOPPING=1", "STATUS=stopping"])
            #expect(manager.receive() == [])
        }
    }

    @Test func reloadCarriesTheMonotonicClock() async {
        await #expect(processExitsWith: .success) {
            let manager = try #require(NotifySocket())
            defer { manager.close() }
            setenv("NOTIFY_SOCKET", manager.path, 1)
            let before = monotonicMicroseconds()
            ServiceNotifier().reloading(status: "reading the plan")
            let after = monotonicMicroseconds()
            let lines = manager.receive()
            try #require(lines.count == 3)
            #expect(lines[0] == "RELOADING=1")
            #expect(lines[2] == "STATUS=reading the plan")
            try #require(lines[1].hasPrefix("MONOTONIC_USEC="))
            let stamp = try #require(Int(lines[1].dropFirst("MONOTONIC_USEC=".count)))
            #expect((before...after).contains(stamp))
        }
    }

    @Test func withoutAServiceManagerNothingHappens() async {
        await #expect(processExitsWith: .success) {
            unsetenv("NOTIFY_SOCKET")
            unsetenv("WATCHDOG_USEC")
            let notifier = ServiceNotifier()
            #expect(notifier.watchdogInterval == nil)
            notifier.ready(status: "up")
            notifier.watchdog()
        }
    }

    @Test func anotherProcessesWatchdogIsNotOurs() async {
        await #expect(processExitsWith: .success) {
            setenv("WATCHDOG_USEC", "30000000", 1)
            setenv("WATCHDOG_PID", "1", 1)
            #expect(ServiceNotifier().watchdogInterval == nil)
        }
    }

    @Test func aStatusCannotCarryFurtherAssignments() {
        let sent = Mutex<[String]>([])
        let notifier = ServiceNotifier { message in sent.withLock { $0.append(message) } }
        notifier.status("area \"x\nMAINPID=1\r\nREADY=1\u{0}\"")
        #expect(sent.withLock { $0 } == ["STATUS=area \"x MAINPID=1 READY=1 \""])
    }

    @Test func aLongStatusIsCutAtACharacter() {
        let cut = StatusText.clean(String(repeating: "蓝", count: 4000))
        #expect(cut == String(repeating: "蓝", count: StatusText.byteLimit / 3))
    }
}

private func monotonicMicroseconds() -> Int {
    var now = timespec()
    clock_gettime(CLOCK_MONOTONIC, &now)
    return now.tv_sec * 1_000_000 + now.tv_nsec / 1000
}
