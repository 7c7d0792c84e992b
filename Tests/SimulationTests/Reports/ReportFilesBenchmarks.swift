import AirQuality
import Foundation
import Reports
import Testing

@testable import Daemon
@testable import FileAccess
@testable import Ledger

/// Figures of the hourly work of reports on a long ledger, such as that of docs/bench/year, printed:
/// `LANTIAN_BENCH=LEDGER swift test -c release -Xswiftc -enable-testing --filter SimulationTests.ReportFilesBenchmarks`.
@Suite(.serialized, .enabled(if: ProcessInfo.processInfo.environment["LANTIAN_BENCH"]?.hasSuffix(".sqlite") == true))
struct ReportFilesBenchmarks {
    private func milliseconds(_ work: () throws -> Void) rethrows -> Double {
        let start = clock()
        try work()
        return Double(clock() - start) / Double(CLOCKS_PER_SEC) * 1000
    }

    @Test func hoursOfTheLastDays() throws {
        let path = try #require(ProcessInfo.processInfo.environment["LANTIAN_BENCH"])
        let files = MemoryFileSystem(Trouble())
        let reports = ReportFiles(folder: "/spool/reports", files: files)
        let episodes = EpisodeReader(RecordReader(try Ledger(path: path, readOnly: true)))
        for area in try episodes.episodes().map(\.area).prefix(1) {
            print("reading every episode: \(try milliseconds { _ = try episodes.episodes(ofArea: area) }) ms processor time")
            print("finding the last: \(try milliseconds { _ = try episodes.lastEnded(ofArea: area) { _ in false } }) ms")
        }
        let last = try #require(try Ledger(path: path, readOnly: true).lastSealed())
        try reports.write(from: Ledger(path: path, readOnly: true), at: last)
        var sums: [String: (hours: Int, milliseconds: Double)] = [:]
        for at in (last - 24).hours...last.hours {
            let before = files.names(in: "/spool/reports").count
            let took = try milliseconds { try reports.write(from: Ledger(path: path, readOnly: true), at: HourSlot(at)) }
            let made = files.names(in: "/spool/reports").count - before
            let kind = made == 0 ? "nothing due" : "\(made) files made"
            sums[kind, default: (0, 0)].hours += 1
            sums[kind, default: (0, 0)].milliseconds += took
        }
        for (kind, sum) in sums.sorted(by: { $0.key < $1.key }) {
            print("\(kind): \(sum.hours) hours, \(sum.milliseconds / Double(sum.hours)) ms processor time each")
        }
        #expect(!sums.isEmpty)
    }
}
