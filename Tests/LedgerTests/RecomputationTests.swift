import AirQuality
import Desk
import Ledger
import PlanModel
import Testing
import Warnings

/// What a decision rests on is what stood before its record, whatever came in later.
struct RecomputationTests {
    private let folder: TemporaryFolder
    private let ledger: Ledger
    private let at = Samples.start + 10

    init() throws {
        folder = try TemporaryFolder()
        ledger = try Ledger(path: folder.path())
        try ledger.append([.plan(Samples.plan())], knownAt: Samples.start.start)
    }

    private static let city = Samples.recomputable(
        stations: 0, areas: [Area(id: "a", name: "许昌市", code: "411000", stations: [], atLeast: nil)])

    private func add(
        _ rows: [(station: String, slot: HourSlot, values: [Pollutant: Int32])], withdrawing: [Withdrawal] = []
    ) throws {
        var batch = ObservationBatch()
        for row in rows {
            let index = batch.stations.firstIndex(of: row.station) ?? batch.stations.count
            if index == batch.stations.count { batch.stations.append(row.station) }
            var values = PollutantValues()
            for (pollutant, value) in row.values { values[pollutant] = value }
            batch.rows.append(ObservationRow(slot: Int32(row.slot.hours), station: Int32(index), values: values))
        }
        batch.withdrawals = withdrawing
        let name = "\(ledger.head)"
        try ledger.append(
            [.feed(FeedRecord(name: name, digest: ContentHash.hex(Array(name.utf8)), format: "f", observations: batch))],
            knownAt: at.start)
    }

    private func add(_ forecast: DayForecast...) throws {
        var batch = ForecastBatch()
        batch.days = forecast
        let name = "\(ledger.head)"
        try ledger.append(
            [.feed(FeedRecord(name: name, digest: ContentHash.hex(Array(name.utf8)), format: "f", forecasts: batch))],
            knownAt: at.start)
    }

    private func day(_ area: String, _ high: Int, ahead: Int = 1) -> DayForecast {
        let date = Zone.beijing.date(of: at).days + ahead
        return DayForecast(
            issued: (at - 3).start, received: (at - 2).start, area: area, date: LocalDate(days: date), low: 1, high: high,
            primary: [PollutantSet(.pm25), PollutantSet(.o3)])
    }

    /// - Returns: The record that sealed it.
    private func seal() throws -> Int64 { try ledger.append([Samples.sealed(at, [])], knownAt: at.start).seq }

    private func slice(before seq: Int64, _ plan: Plan = Samples.recomputable(stations: 2)) throws -> Recomputation {
        try ledger.recomputation(ofArea: "a", at: at, before: seq) { _ in plan }
    }

    @Test("corrections, fills, new rows and withdrawals that come later change no slice")
    func lateObservations() throws {
        try add([
            ("1000A", at - 1, [.pm25: 300_123, .pm10: 400_000]), ("1000A", at - 2, [.pm25: 7]), ("1001A", at - 2, [:]),
            ("1001A", at - 3, [.o3: 50]), ("1001A", at - 400, [.o3: 50]), ("9999A", at - 1, [.o3: 50]), ("1001A", at, [.o3: 1]),
        ])
        try add([("1000A", at - 2, [.pm25: 8])], withdrawing: [Withdrawal(slot: at - 3, station: "1001A", pollutant: .o3)])
        let seq = try seal()
        let before = try slice(before: seq).observations
        #expect(before.rows.map { HourSlot(Int($0.slot)) } == [at - 3, at - 2, at - 2, at - 1])
        #expect(before.rows.map { $0.values[.pm25] } == [-1, 8, -1, 300_123].map { $0 < 0 ? PollutantValues.missing : $0 })
        #expect(before.rows[0].values == PollutantValues())
        // A correction, a fill of what was missing, rows that were not there, a value that was withdrawn, a withdrawal.
        try add(
            [
                ("1000A", at - 1, [.pm25: 1]), ("1000A", at - 2, [.so2: 9, .pm25: 8]), ("1001A", at - 1, [.pm25: 5]),
                ("1001A", at - 3, [.o3: 60]),
            ], withdrawing: [Withdrawal(slot: at - 1, station: "1000A", pollutant: .pm10)])
        try add([("1000A", at - 1, [.pm25: 2]), ("1001A", at - 1, [.pm25: 6])])
        #expect(try slice(before: seq).observations == before)
        #expect(try slice(before: ledger.head.seq + 1).observations != before)
    }

    @Test("forecasts keep the order in which they came; later ones and those issued later are left out")
    func forecasts() throws {
        try add(day("a", 100), day("许昌", 110, ahead: 2))
        try add(day("许昌市", 120), day("elsewhere", 1), day("a", 130, ahead: -9))
        var early = day("a", 140)
        early.issued = (at + 1).start
        try add(early)
        let seq = try seal()
        try add(day("a", 150))
        let found = try slice(before: seq).forecasts.days
        #expect(found.map(\.high) == [100, 110, 120])
        #expect(found.map(\.area) == ["a", "a", "a"])
        #expect(found[0].received == (at - 2).start && found[0].primary == [PollutantSet(.pm25), PollutantSet(.o3)])
    }

    @Test("an area knows no forecast that came before its plan named it")
    func areaThatComesAndGoes() throws {
        let with = Samples.recomputable(stations: 2)
        let without = Samples.recomputable(stations: 0, areas: [])
        let versions = [Samples.plan("1"), Samples.plan("2"), Samples.plan("1")]
        func plan(_ hash: String) -> Plan? { hash == versions[1].hash ? without : with }
        try ledger.append([.plan(versions[0])], knownAt: at.start)
        try add(day("a", 100))
        try ledger.append([.plan(versions[1])], knownAt: at.start)
        try ledger.append([.plan(versions[2])], knownAt: at.start)
        try add(day("a", 120))
        let seq = try seal()
        let found = try ledger.recomputation(ofArea: "a", at: at, before: seq) { plan($0) }
        #expect(found.forecasts.days.map(\.high) == [120])
        let first = try ledger.recomputation(ofArea: "a", at: at, before: 4) { plan($0) }
        #expect(first.forecasts.days.map(\.high) == [100])
        #expect(throws: Irreproducible.self) { try ledger.recomputation(ofArea: "a", at: at, before: seq) { _ in nil } }
        #expect(throws: Irreproducible.self) { try ledger.recomputation(ofArea: "b", at: at, before: seq) { plan($0) } }
        #expect(throws: Irreproducible.self) { try ledger.recomputation(ofArea: "a", at: at, before: 1) { plan($0) } }
    }

    @Test("what a city publishes under several of its names is all known, in an order that does not go by the files")
    func publishedNames() throws {
        try add([("许昌", at - 5, [.pm25: 1])])
        try add([("411000", at - 1, [.pm25: 2]), ("许昌", at - 1, [.pm25: 3])])
        let seq = try seal()
        try add([("许昌市", at - 1, [.pm25: 4])])
        let found = try slice(before: seq, Self.city).observations
        #expect(found.stations == ["411000", "许昌"])
        #expect(found.rows.map { $0.values[.pm25] } == [1, 2, 3])
        #expect(found.rows.map(\.station) == [1, 0, 1])
    }

    @Test("the standing is that before the record")
    func standing() throws {
        try ledger.append(
            [Samples.sealed(at - 2, [Samples.decision(.issue, at: at - 2, from: nil, to: "red", episode: at - 2)])],
            knownAt: at.start)
        let seq = try ledger.append(
            [Samples.sealed(at, [Samples.decision(.lift, at: at, from: "red", to: nil, episode: at - 2)])], knownAt: at.start
        ).seq
        var expected = Standing()
        expected.apply(Samples.decision(.issue, at: at - 2, from: nil, to: "red", episode: at - 2))
        let area = Samples.decision(.issue, at: at - 2, from: nil, to: "red", episode: at - 2).area
        let plan = Samples.recomputable(
            stations: 0, areas: [Area(id: area, name: area, code: nil, stations: [], atLeast: nil)])
        let found = try ledger.recomputation(ofArea: area, at: at, before: seq) { _ in plan }
        #expect(found.standing == expected)
        #expect(try ledger.recomputation(ofArea: area, at: at, before: seq + 1) { _ in plan }.standing == Standing())
        #expect(try ledger.sealing(of: at)?.head.seq == seq)
        #expect(try ledger.sealing(of: at - 1) == nil)
    }
}
