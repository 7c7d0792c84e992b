import Foundation
import TestSupport
import Testing

/// Folders of a service's own, gone with the value.
final class Place {
    let root: String
    let clock: TestClock
    var state: String
    var spool: String
    var plan: String { root + "/plan" }
    var inbox: String { root + "/inbox" }
    var ledger: String { state + "/ledger.sqlite" }
    private var mounts: [String] = []

    /// - Parameter time: Where the wall clock stands, in local time of China.
    init(at time: String = "2026-11-20 10:02", plan text: String = TestPlan.text) throws {
        try Built.check()
        root = NSTemporaryDirectory() + "lantian-\(UUID().uuidString.prefix(8))"
        state = root + "/state"
        spool = root + "/spool"
        for folder in ["plan", "inbox", "outside"] {
            try FileManager.default.createDirectory(atPath: "\(root)/\(folder)", withIntermediateDirectories: true)
        }
        clock = try TestClock(in: root, at: time)
        try write(plan: text)
    }

    deinit {
        for mount in mounts { _ = try? Command("umount", "-l", mount).run() }
        try? FileManager.default.removeItem(atPath: root)
    }

    func write(plan text: String, file: String = "test.plan") throws {
        try text.write(toFile: "\(plan)/\(file)", atomically: true, encoding: .utf8)
    }

    /// Mounts a file system of a fixed size.
    func mount(_ path: String, options: String) throws {
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        let made = try Command("mount", "-t", "tmpfs", "-o", options, "tmpfs", path).run()
        try #require(made.status == 0, "\(made.output)")
        mounts.append(path)
    }

    // MARK: Feeds

    /// Renames a complete file into the inbox.
    func drop(_ text: String, as name: String) throws { try drop(Data(text.utf8), as: name) }

    func drop(_ bytes: Data, as name: String) throws {
        let aside = "\(root)/outside/feed"
        try bytes.write(to: URL(fileURLWithPath: aside))
        try #require(rename(aside, "\(inbox)/\(name)") == 0)
    }

    /// Names in a folder of the inbox, or in the inbox itself.
    func names(_ folder: String = "") -> [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: "\(inbox)/\(folder)")) ?? []).sorted()
    }

    func waitUntilTaken(_ name: String, into folder: String = "done", sourceLocation: SourceLocation = #_sourceLocation)
        async throws
    {
        try await eventually("\(name) in \(folder)", sourceLocation: sourceLocation) {
            names(folder).contains(name) && !names().contains(name)
        }
    }

    func reason(of name: String) throws -> String {
        try String(contentsOfFile: "\(inbox)/rejected/\(name).reason.txt", encoding: .utf8)
    }

    // MARK: What comes out

    var notices: [String] { ((try? FileManager.default.contentsOfDirectory(atPath: spool + "/new")) ?? []).sorted() }

    func waitForNotices(_ count: Int, sourceLocation: SourceLocation = #_sourceLocation) async throws {
        try await eventually("\(count) notices in \(spool)", sourceLocation: sourceLocation) { notices.count >= count }
    }

    /// Every file of the spool with its contents.
    func spooled() throws -> [String: String] {
        var contents: [String: String] = [:]
        for notice in notices {
            for file in try FileManager.default.subpathsOfDirectory(atPath: "\(spool)/new/\(notice)") where file.contains(".") {
                contents["\(notice)/\(file)"] = try String(contentsOfFile: "\(spool)/new/\(notice)/\(file)", encoding: .utf8)
            }
        }
        return contents
    }

    /// A query's rows, read beside the daemon.
    func query(_ sql: String) throws -> String {
        let run = try Command("sqlite3", "-readonly", "-cmd", ".timeout 5000", ledger, sql).run()
        try #require(run.status == 0, "\(run.output)")
        return run.output
    }

    /// Sequence number and hash of the last record.
    func head() throws -> String { try query("SELECT seq, hash FROM records ORDER BY seq DESC LIMIT 1") }

    func kinds() throws -> [String] { try query("SELECT kind FROM records ORDER BY seq").split(separator: "\n").map(String.init) }

    /// Checks the ledger by the tool.
    func verify(sourceLocation: SourceLocation = #_sourceLocation) throws {
        let run = try Command(Built.lantian, "ledger", "verify", state).run()
        #expect(run.status == 0, "\(run.output)", sourceLocation: sourceLocation)
    }

    var metrics: String { (try? String(contentsOfFile: state + "/metrics.prom", encoding: .utf8)) ?? "" }
}
