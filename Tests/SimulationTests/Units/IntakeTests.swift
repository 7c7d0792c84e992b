import AirQuality
import Desk
import Feeds
import Testing

@testable import Daemon
@testable import FileAccess
@testable import Ledger

struct IntakeTests {
    private static let now = Instant(seconds: Make.start.start.seconds + 600)

    private func result(_ batch: ObservationBatch) -> FeedResult {
        FeedReader.read(Array(PlainLayoutWriter().text(batch).utf8), name: "feed")
    }

    @Test("rows of 30 days back to the hour ahead count, of what the plan reads")
    func sieve() throws {
        let desk = Desk(plan: try Make.plan())
        let slots = [-721, -720, -1, 0, 1, 2, 50]
        var batch = ObservationBatch()
        batch.stations = ["S1", "elsewhere"]
        for slot in slots {
            for station in 0...1 {
                var row = Make.observations(slot..<slot + 1).rows[0]
                row.station = Int32(station)
                batch.rows.append(row)
            }
        }
        let sifted = FeedSieve(desk: desk, times: Self.now...Self.now).sift(result(batch))
        #expect(sifted.observations.stations == ["S1"])
        #expect(sifted.observations.rows.map { Int($0.slot) - Make.start.hours } == [-720, -1, 0, 1])
        #expect(sifted.tooOld == 1)
        #expect(sifted.tooNew == 2)
        // Where the time is in doubt, what may be right at either time counts.
        let times = Instant(seconds: Self.now.seconds - 3600)...Instant(seconds: Self.now.seconds + 3600)
        let wide = FeedSieve(desk: desk, times: times).sift(result(batch))
        #expect(wide.observations.rows.map { Int($0.slot) - Make.start.hours } == [-721, -720, -1, 0, 1, 2])
    }

    @Test("withdrawals are sifted like rows, forecasts by area")
    func withdrawalsAndForecasts() throws {
        let desk = Desk(plan: try Make.plan())
        let withdrawals = [(-800, "S1"), (-3, "S1"), (-3, "elsewhere"), (9, "S1")].map {
            Withdrawal(slot: Make.start + $0.0, station: $0.1, pollutant: .pm25)
        }
        let feed = FeedReader.read(Array(PlainLayoutWriter().text(withdrawals).utf8), name: "feed")
        let sifted = FeedSieve(desk: desk, times: Self.now...Self.now).sift(feed)
        #expect(sifted.observations.withdrawals == [withdrawals[1]])
        let forecasts = Make.forecast(issued: 0, hours: 2, areas: ["北区", "elsewhere", "south"]).hours
        let other = FeedReader.read(Array(PlainLayoutWriter().text(forecasts).utf8), name: "feed")
        #expect(
            FeedSieve(desk: desk, times: Self.now...Self.now).sift(other).forecasts.hours.map(\.area) == [
                "北区", "北区", "south", "south",
            ])
    }

    @Test("while the clock may be behind, a file of hours to come waits; nothing of it is lost")
    func earlyFiles() throws {
        let path = Run.scratch(0)
        defer { Run.clear(path) }
        let files = MemoryFileSystem(Trouble())
        let service = try Make.service(path, files)
        let inbox = Inbox(root: "/inbox", on: files, service: service, log: Make.log, mayAct: { _ in true })
        try inbox.prepare()
        _ = service.readClock(wall: Self.now, steady: 0)
        files.deliver(Array(PlainLayoutWriter().text(Make.observations(-1..<0)).utf8), to: "/inbox/a")
        #expect(inbox.take("a", now: Self.now))
        // A day back, which the data on record contradicts; then a file that fits no time.
        _ = service.readClock(wall: Instant(seconds: Self.now.seconds - 86_400), steady: 10)
        files.deliver(Array(PlainLayoutWriter().text(Make.observations(30..<31)).utf8), to: "/inbox/b")
        #expect(!inbox.take("b", now: Self.now))
        #expect(files.exists("/inbox/b"))
        _ = service.readClock(wall: Instant(seconds: Self.now.seconds + 20), steady: 20)
        #expect(inbox.take("b", now: Self.now))
        #expect(files.exists("/inbox/done/b"))
    }
}
