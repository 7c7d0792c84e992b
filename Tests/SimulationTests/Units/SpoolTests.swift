import Testing

@testable import Daemon
@testable import FileAccess

/// A notice on its way out, with a fault at every step.
struct SpoolTests {
    private static let contents: [(name: String, bytes: [UInt8])] = [
        ("notice.txt", Array("text".utf8)), ("notice.html", Array("<p>n</p>".utf8)), ("notice.json", Array("{}".utf8)),
        ("cap.xml", Array("<alert/>".utf8)),
        ("orders.csv", [1]), ("orders.json", [2]), ("orders/东区.csv", [3]), ("orders/西区.csv", [4]),
        ("evidence/decision.json", [5]), ("evidence/plan/city.plan", [6]), ("evidence/plan/市.plan", [7]),
    ]

    private func whole(_ files: MemoryFileSystem, _ notice: String) -> Bool {
        Self.contents.allSatisfy { files.bytes(at: "/spool/new/\(notice)/\($0.name)") == $0.bytes }
    }

    @Test("published, and then nothing more")
    func publishes() throws {
        let files = MemoryFileSystem(Trouble())
        let spool = Spool(root: "/spool", on: files)
        try spool.prepare()
        try spool.publish("n", Self.contents)
        #expect(whole(files, "n"))
        #expect(files.names(in: "/spool/tmp").isEmpty)
        // A second publication of the name changes nothing, wherever the consumer has put it.
        try spool.publish("n", [("notice.txt", [1])])
        #expect(whole(files, "n"))
        files.consume("/spool/new/n", to: "/spool/cur/n")
        try spool.publish("n", Self.contents)
        #expect(files.names(in: "/spool/new").isEmpty)
    }

    @Test(
        "killed at each step, with and without the power lost, it is published once after the restart", arguments: [false, true])
    func crashes(losesPower: Bool) throws {
        for step in 1...100 {
            let trouble = Trouble()
            let files = MemoryFileSystem(trouble)
            let spool = Spool(root: "/spool", on: files)
            try spool.prepare()
            trouble.set { $0.stepsToCrash = step }
            let isDone = (try? spool.publish("n", Self.contents)) != nil
            trouble.set {
                $0.stepsToCrash = nil
                $0.isDead = false
            }
            if losesPower {
                var random = SeededRandom(seed: UInt64(step))
                files.losePower(&random)
            }
            #expect(files.violations.isEmpty)
            // What is visible is whole, and what was reported is there.
            #expect(!files.exists("/spool/new/n") || whole(files, "n"), "step \(step)")
            if isDone { #expect(whole(files, "n"), "step \(step)") }
            try spool.prepare()
            try spool.publish("n", Self.contents)
            #expect(whole(files, "n"), "step \(step)")
            #expect(files.names(in: "/spool/tmp").isEmpty)
        }
    }

    @Test("a failed wait is not taken for done: after a loss of power the notice is there", arguments: 1...5)
    func failedSync(step: Int) throws {
        let trouble = Trouble()
        let files = MemoryFileSystem(trouble)
        let spool = Spool(root: "/spool", on: files)
        try spool.prepare()
        trouble.set { $0.stepsToFailedSync = step }
        // As the service does: again until it is reported as done.
        while (try? spool.publish("n", Self.contents)) == nil {}
        for seed in 0..<20 {
            var random = SeededRandom(seed: UInt64(seed))
            files.losePower(&random)
            #expect(whole(files, "n"))
        }
    }

    @Test("a full disk leaves nothing half-written, also where it was full from the start", arguments: [false, true])
    func fullDisk(fromStart: Bool) throws {
        let trouble = Trouble()
        let files = MemoryFileSystem(trouble)
        let spool = Spool(root: "/spool", on: files)
        if !fromStart { try spool.prepare() }
        trouble.set { $0.spoolIsFull = true }
        if fromStart { #expect(throws: FileFailure.self) { try spool.prepare() } }
        #expect(throws: FileFailure.self) { try spool.publish("n", Self.contents) }
        #expect(files.names(in: "/spool/new").isEmpty)
        #expect(files.names(in: "/spool/tmp").isEmpty)
        trouble.set { $0.spoolIsFull = false }
        try spool.publish("n", Self.contents)
        #expect(whole(files, "n"))
    }

    @Test(
        "a name that leads elsewhere is refused, and leaves nothing",
        arguments: [
            "../x", "/x", "a/b/c/d", "orders/..", "a//b", "a/../b", "orders/", ".x", "orders/.x", "a\nb", "", "orders/a\u{0}",
        ])
    func badNames(name: String) throws {
        let files = MemoryFileSystem(Trouble())
        let spool = Spool(root: "/spool", on: files)
        try spool.prepare()
        #expect(throws: FileFailure.self) { try spool.publish("n", Self.contents + [(name, [1])]) }
        #expect(files.names(in: "/spool/new").isEmpty && files.names(in: "/spool/tmp").isEmpty)
    }
}
