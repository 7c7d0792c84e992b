import Foundation
import TestSupport
import Testing

/// A wall clock that stands still until the test moves it on, so that no test depends on the hour in which it runs.
struct TestClock {
    private let file: FileHandle
    private let path: String

    /// The library that puts the clock before the system's.
    private static let library = Result {
        // Beside the programs, where it is replaced and not piled up.
        let path = Built.folder + "/lantian-test-clock.so"
        let made = try Command(
            "clang", "-shared", "-fPIC", "-O1", "-Wall", "-Werror", "-o", "\(path).\(getpid())",
            Built.root + "/Tests/DaemonTests/Clock/clock.c"
        ).run()
        try #require(made.status == 0, "\(made.output)")
        try #require(rename("\(path).\(getpid())", path) == 0)
        return path
    }

    init(in folder: String, at time: String) throws {
        path = folder + "/clock"
        try Data(count: 8).write(to: URL(fileURLWithPath: path))
        file = try #require(FileHandle(forUpdatingAtPath: path))
        try set(time)
    }

    /// - Parameter time: Local time of China, `2026-11-20 10:05`.
    func set(_ time: String) throws {
        var seconds = try ChinaTime.seconds(time)
        try file.seek(toOffset: 0)
        try file.write(contentsOf: Data(bytes: &seconds, count: 8))
    }

    /// What a process must have in its environment to see this clock.
    func environment() throws -> [String: String] {
        ["LD_PRELOAD": try Self.library.get(), "LANTIAN_TEST_CLOCK": path]
    }
}

/// Times as the tests write them.
enum ChinaTime {
    static func seconds(_ time: String) throws -> Int64 {
        let match = try #require(time.wholeMatch(of: /(\d{4})-(\d\d)-(\d\d) (\d\d):(\d\d)/), "`\(time)` is no time")
        var parts = tm()
        parts.tm_year = (Int32(match.1) ?? 0) - 1900
        parts.tm_mon = (Int32(match.2) ?? 0) - 1
        parts.tm_mday = Int32(match.3) ?? 0
        parts.tm_hour = Int32(match.4) ?? 0
        parts.tm_min = Int32(match.5) ?? 0
        return Int64(timegm(&parts)) - 8 * 3600
    }

    /// A date some days after another, `2026-11-20`.
    static func date(_ date: String, plus days: Int) throws -> String {
        var seconds = try Int(Self.seconds("\(date) 00:00")) + 8 * 3600 + days * 86_400
        var parts = tm()
        gmtime_r(&seconds, &parts)
        let (year, month, day) = (Int(parts.tm_year) + 1900, Int(parts.tm_mon) + 1, Int(parts.tm_mday))
        return "\(year)-\(FeedText.two(month))-\(FeedText.two(day))"
    }
}
