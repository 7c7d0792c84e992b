import Foundation
import Testing

/// What the kernel says about a process.
struct ProcessFigures {
    let process: pid_t

    /// Kilobytes in memory.
    func resident() throws -> Int { try status("VmRSS:") }

    /// The most kilobytes that ever were in memory.
    func peak() throws -> Int { try status("VmHWM:") }

    private func status(_ key: String) throws -> Int {
        let text = try String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8)
        let line = try #require(text.split(separator: "\n").first { $0.hasPrefix(key) })
        return try #require(line.split(whereSeparator: \.isWhitespace).dropFirst().first.flatMap { Int($0) })
    }

    func descriptors() throws -> Int { try FileManager.default.contentsOfDirectory(atPath: "/proc/\(process)/fd").count }

    /// Milliseconds of processor time used so far.
    func processorTime() throws -> Int {
        let text = try String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8)
        let fields = try #require(text.split(separator: ")").last).split(separator: " ")
        let ticks = try #require(Int(fields[11])) + #require(Int(fields[12]))
        return ticks * 1000 / sysconf(Int32(_SC_CLK_TCK))
    }
}
