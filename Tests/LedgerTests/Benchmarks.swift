import AirQuality
import Desk
import Foundation
import Ledger
import PlanModel
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

    /// What the evidence of a decision costs in a long ledger: two forecasts a day of 7 days and 168 hours, hourly data of 7 stations.
    @Test func evidenceOfADecision() throws {
        let folder = try TemporaryFolder()
        let ledger = try Ledger(path: folder.path())
        try ledger.append([.plan(Samples.plan("plan"))], knownAt: Samples.start.start)
        let days = 730
        var decisions: [(at: HourSlot, seq: Int64)] = []
        for day in 0..<days {
            let at = Samples.start + day * 24
            var entries: [LedgerEntry] = []
            for hour in 0..<24 { entries.append(.feed(Samples.feed(at + hour))) }
            for issue in 0..<2 { entries.append(.feed(Self.forecast(at + issue * 12))) }
            try ledger.append(entries, knownAt: at.start)
            decisions.append((at + 24, try ledger.append([Samples.sealed(at + 24, [])], knownAt: (at + 24).start).seq))
        }
        print("\(ledger.head.seq) records, \(try ledger.rowCounts()["hour_forecasts"] ?? 0) hourly forecasts")
        let plan = Samples.recomputable(stations: 7)
        for (title, places) in [("the last", [decisions[days - 1]]), ("one of the first", [decisions[30]])] {
            try measure("slice of \(title)", 10) {
                for _ in 0..<10 {
                    for place in places {
                        let slice = try ledger.recomputation(ofArea: "a", at: place.at, before: place.seq) { _ in plan }
                        #expect(slice.observations.rows.count == 312 * 7 && slice.forecasts.hours.count > 168)
                    }
                }
            }
        }
        let place = decisions[days - 1]
        try ledger.append([.feed(Samples.feed(place.at - 3, seed: 7))], knownAt: (place.at + 1).start)
        try measure("the same once a row of it was corrected", 10) {
            for _ in 0..<10 {
                let slice = try ledger.recomputation(ofArea: "a", at: place.at, before: place.seq) { _ in plan }
                #expect(slice.observations.rows.count == 312 * 7)
            }
        }
    }

    private static func forecast(_ issued: HourSlot) -> FeedRecord {
        var batch = ForecastBatch()
        let date = Zone.beijing.date(of: issued)
        for day in 0..<7 {
            batch.days.append(
                DayForecast(
                    issued: issued.start, area: "a", date: LocalDate(days: date.days + day), low: 50, high: 100, primary: []))
        }
        for hour in 0..<168 {
            batch.hours.append(
                HourForecast(issued: issued.start, area: "a", slot: issued + hour, aqi: 80, values: PollutantValues()))
        }
        return FeedRecord(
            name: "f", digest: ContentHash.hex(Array("\(issued)".utf8)), format: "plain-hour-forecasts", forecasts: batch)
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
