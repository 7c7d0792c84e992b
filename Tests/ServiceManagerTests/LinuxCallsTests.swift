import CLinux
import Glibc
import Testing

/// The wrappers of CLinux do what their system calls promise.
@Suite struct LinuxCallsTests {
    @Test func aTakenNameIsNotReplaced() throws {
        var template = Array("/tmp/lantian-rename-XXXXXX".utf8CString)
        try #require(mkdtemp(&template) != nil)
        let folder = open(template, O_RDONLY | O_DIRECTORY)
        try #require(folder >= 0)
        defer {
            unlinkat(folder, "taken", AT_REMOVEDIR)
            close(folder)
            rmdir(template)
        }
        try #require(mkdirat(folder, "new", 0o700) == 0)
        try #require(mkdirat(folder, "taken", 0o700) == 0)
        #expect(linux_rename_new(folder, "new", folder, "taken") == -1)
        #expect(errno == EEXIST)
        try #require(unlinkat(folder, "taken", AT_REMOVEDIR) == 0)
        #expect(linux_rename_new(folder, "new", folder, "taken") == 0)
        #expect(linux_syncfs(folder) == 0)
    }

    @Test func aPeerIsKnownByItsProcess() throws {
        var ends: [Int32] = [-1, -1]
        try #require(socketpair(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0, &ends) == 0)
        defer { for end in ends { close(end) } }
        var peer = linux_peer()
        try #require(linux_peer(ends[0], &peer) == 0)
        #expect(peer.process == getpid())
        #expect(peer.user == getuid())
        #expect(peer.group == getgid())
    }

    @Test func aPipeDoesNotBlock() throws {
        var ends: [Int32] = [-1, -1]
        try #require(linux_pipe(&ends) == 0)
        defer { for end in ends { close(end) } }
        var byte: UInt8 = 0
        #expect(read(ends[0], &byte, 1) == -1)
        #expect(errno == EAGAIN)
        #expect(fcntl(ends[0], F_GETFD) & FD_CLOEXEC == FD_CLOEXEC)
    }

    @Test func aBlockedSignalIsReadFromADescriptor() async {
        await #expect(processExitsWith: .success) {
            var signals = sigset_t()
            sigemptyset(&signals)
            sigaddset(&signals, SIGHUP)
            try #require(pthread_sigmask(SIG_BLOCK, &signals, nil) == 0)
            let descriptor = signalfd(-1, &signals, Int32(SFD_NONBLOCK | SFD_CLOEXEC))
            try #require(descriptor >= 0)
            var received = signalfd_siginfo()
            let size = MemoryLayout<signalfd_siginfo>.size
            #expect(read(descriptor, &received, size) == -1)
            try #require(pthread_kill(pthread_self(), SIGHUP) == 0)
            try #require(read(descriptor, &received, size) == size)
            #expect(received.ssi_signo == UInt32(SIGHUP))
        }
    }

    @Test func aTimerTellsWhenTheClockIsSet() {
        // Setting the clock is not a test's business; that the kernel takes the flag is.
        let timer = timerfd_create(CLOCK_REALTIME, Int32(TFD_NONBLOCK | TFD_CLOEXEC))
        defer { close(timer) }
        var farAhead = itimerspec()
        farAhead.it_value.tv_sec = .max
        #expect(timerfd_settime(timer, Int32(TFD_TIMER_ABSTIME) | linux_timer_cancel_on_set, &farAhead, nil) == 0)
    }
}
