import AirQuality
import Foundation
import Testing

@testable import Ledger

@Suite struct RecordTests {
    @Test func everyKindComesBackAsItWentIn() throws {
        let folder = try TemporaryFolder()
        let ledger = try Ledger(path: folder.path())
        try Samples.tell(ledger)
        var read: [LedgerEntry] = []
        var times: [Instant] = []
        try ledger.forEachRecord { record in
            read.append(record.entry)
            times.append(record.knownAt)
            #expect(record.seq == Int64(read.count))
        }
        #expect(read == Samples.story.flatMap { $0 })
        #expect(times == times.sorted())
        #expect(try ledger.verify() == VerifyReport(head: ledger.head, fault: nil))
    }

    @Test func aWalkStartsWhereItIsToldAndSeesWhatItAdds() throws {
        let folder = try TemporaryFolder()
        let ledger = try Ledger(path: folder.path())
        let heads = try Samples.tell(ledger)
        var seen: [Int64] = []
        try ledger.forEachRecord(from: 12) { record in
            seen.append(record.seq)
            if record.seq == 12 {
                try ledger.append([.clockJump(from: Instant(seconds: 0), to: Instant(seconds: 1))], knownAt: record.knownAt)
            }
        }
        let last = try #require(heads.last).seq + 1
        #expect(seen == Array(12...last))
        try ledger.forEachRecord(from: last + 1) { _ in Issue.record("there is no such record") }
    }

    @Test func extremeValuesSurvive() throws {
        let folder = try TemporaryFolder()
        let ledger = try Ledger(path: folder.path())
        var feed = Samples.feed(HourSlot(Int(Int32.max)), stations: 2, seed: 1)
        feed.name = "a\"b\n\u{0}\u{2028}文.csv"
        feed.observations.rows[0].slot = Int32.min
        feed.observations.rows[1].values = PollutantValues()
        feed.observations.rows[0].values[.co] = Int32.max
        feed.forecasts.days = [
            DayForecast(
                issued: Instant(seconds: .min), received: Instant(seconds: .max), area: "", date: LocalDate(days: -1), low: .min,
                high: .max, primary: [])
        ]
        try ledger.append([.feed(feed)], knownAt: Instant(seconds: .max))
        var read: [LedgerEntry] = []
        try ledger.forEachRecord { read.append($0.entry) }
        #expect(read == [.feed(feed)])
        #expect(try ledger.verify().isIntact)
    }

    @Test func sourcesSurviveAndRowsWithoutOneAreCodedAsBefore() throws {
        let folder = try TemporaryFolder()
        let ledger = try Ledger(path: folder.path())
        let plain = Samples.forecast(Samples.start)
        var named = Samples.forecast(Samples.start + 1)
        for index in named.forecasts.days.indices { named.forecasts.days[index].source = index == 0 ? "市站" : "" }
        for index in named.forecasts.hours.indices { named.forecasts.hours[index].source = ["省站", "", "市站"][index % 3] }
        try ledger.append([.feed(plain), .feed(named)], knownAt: Samples.start.start)
        var read: [LedgerEntry] = []
        try ledger.forEachRecord { read.append($0.entry) }
        #expect(read == [.feed(plain), .feed(named)])
        #expect(try ledger.verify().isIntact)
        let bodies = try [plain, named].map { try RecordCoder().body(of: .feed($0)) }
        #expect(!bodies[0].contains("ources\""))
        #expect(bodies[1].contains("\"sources\":["))
    }

    @Test func aPlanHasTheHashOfItsNamesAndContents() {
        let one = PlanVersion(files: [PlanFile(name: "b", bytes: [2]), PlanFile(name: "a", bytes: [1])])
        #expect(one.hash == ContentHash.hex(Array("1 a 1\n\u{1}1 b 1\n\u{2}".utf8)))
        #expect(one == PlanVersion(files: one.files.reversed()))
        #expect(one.hash != PlanVersion(files: [PlanFile(name: "a", bytes: [1]), PlanFile(name: "b", bytes: [3])]).hash)
    }

    @Test func theSameContentTwiceChangesNothing() throws {
        let folder = try TemporaryFolder()
        let ledger = try Ledger(path: folder.path())
        let head = try #require(try Samples.tell(ledger).last)
        var feed = Samples.feed(Samples.start)
        #expect(try ledger.hasSeen(digest: feed.digest))
        #expect(try !ledger.hasSeen(digest: ContentHash.hex([])))
        feed.name = "the same under another name.csv"
        let known = (Samples.start + 99).start
        let again: [LedgerEntry] = [
            .feed(feed), .plan(Samples.plan("plan \"许昌\" # 2\r\n")), .published(notice: "d-411002-xuchang"),
        ]
        #expect(try ledger.append(again, knownAt: known) == head)
        let fresh = Samples.feed(Samples.start + 50)
        #expect(try ledger.append([.feed(fresh), .feed(fresh)], knownAt: known).seq == head.seq + 1)
        #expect(try ledger.append([], knownAt: known) == ledger.head)
        #expect(try ledger.verify().isIntact)
    }

    @Test func aLargeFileIsTakenWhole() throws {
        let folder = try TemporaryFolder()
        let ledger = try Ledger(path: folder.path())
        let feed = Samples.feed(Samples.start, stations: 2000)
        try ledger.append([.feed(feed)], knownAt: Samples.start.start)
        #expect(try ledger.rowCounts()["observations"] == 2000)
        try ledger.forEachRecord { #expect($0.entry == .feed(feed)) }
    }
}
