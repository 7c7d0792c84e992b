import AirQuality
import Foundation
import Ledger
import Testing
import Warnings

/// Figures, printed; `LANTIAN_BENCH=1 swift test -c release -Xswiftc -enable-testing --filter LedgerTests.Benchmarks`.
@Suite(.serialized, .enabled(if: ProcessInfo.processInfo.environment["LANTIAN_BENCH"] != nil)) struct Benchmarks {
    /// Prints wall time and processor time, of which the latter does not depend on what else the machine does.
    private func measure(_ title: String, _ count: Int = 1, _ work: () throws -> Void) rethrows {
        let processor = clock()
        let wall = try ContinuousClock().measure(work)
        let milliseconds = Double(clock() - processor) / Double(CLOCKS_PER_SEC) * 1000 / Double(count)
        print("\(title): wall \(wall / count), processor \(milliseconds) ms, times \(count)")
    }

    @Test func aNationalHour() throws {
        let folder = try TemporaryFolder()
        let ledger = try Ledger(path: folder.path())
        let feeds = (0..<48).map { Samples.feed(Samples.start + $0, stations: 1500) }
        try measure("append a feed of 1,500 rows", feeds.count) {
            for (index, feed) in feeds.enumerated() {
                try ledger.append([.feed(feed)], knownAt: (Samples.start + index).start)
            }
        }
        let again = (0..<8).map { Samples.feed(Samples.start + $0, stations: 1500, seed: 77 + $0) }
        try measure("append a feed of 1,500 rows that replaces every value", again.count) {
            for feed in again { try ledger.append([.feed(feed)], knownAt: (Samples.start + 60).start) }
        }
        var report = VerifyReport(head: .empty)
        try measure("verify \(ledger.head.seq) such records") { report = try ledger.verify() }
        #expect(report.isIntact)
    }

    @Test func aYear() throws {
        let folder = try TemporaryFolder()
        let ledger = try Ledger(path: folder.path())
        let hours = 8760
        try measure("append a feed of 7 rows, then a sealed hour with a decision in one of 24", hours) {
            for hour in 0..<hours {
                let at = Samples.start + hour
                try ledger.append([.feed(Samples.feed(at))], knownAt: at.start)
                let decisions = hour % 24 == 0 ? [Samples.decision(.issue, at: at, from: nil, to: "red", episode: at)] : []
                try ledger.append([Samples.sealed(at, decisions)], knownAt: at.start)
            }
        }
        let size = try FileManager.default.attributesOfItem(atPath: folder.path())[.size] as? Int ?? 0
        print("file: \(size >> 10) KiB, \(ledger.head.seq) records")
        var rows = 0
        try measure("walk through \(ledger.head.seq) records", Int(ledger.head.seq)) {
            try ledger.forEachRecord { record in
                if case .feed(let feed) = record.entry { rows += feed.observations.rows.count }
            }
        }
        #expect(rows == hours * 7)
        var report = VerifyReport(head: .empty)
        try measure("verify") { report = try ledger.verify() }
        #expect(report.isIntact)
        try measure("rebuild") { try ledger.rebuild() }
        try measure("open") { _ = try Ledger(path: folder.path(), readOnly: true).head }
        try measure("row counts", 100) { for _ in 0..<100 { _ = try ledger.rowCounts() } }
        print("peak memory: \(peakMemory() >> 10) MiB")
    }

    @Test func aLargeArchive() throws {
        let folder = try TemporaryFolder()
        let ledger = try Ledger(path: folder.path())
        var feed = Samples.feed(Samples.start, stations: 1500)
        for hour in 1..<200 {
            for row in feed.observations.rows[..<1500] {
                feed.observations.rows.append(
                    ObservationRow(slot: row.slot + Int32(hour), station: row.station, values: row.values))
            }
        }
        try measure("append one file of \(feed.observations.rows.count) rows") {
            try ledger.append([.feed(feed)], knownAt: Samples.start.start)
        }
        print("peak memory: \(peakMemory() >> 10) MiB")
    }

    /// In KiB.
    private func peakMemory() -> Int {
        let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
        let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") } ?? ""
        return Int(line.filter(\.isNumber)) ?? 0
    }
}
