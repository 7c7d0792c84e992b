import AirQuality
import Desk
import Notices
import PlanLanguage
import PlanModel
import Testing
import Warnings

@testable import Daemon
@testable import FileAccess
@testable import Ledger

/// High values through desk, service, ledger and spool: of each station by itself, at most every so many hours, whatever restarts
/// and plans come between.
@Suite struct AlertTests {
    private static func plan(every: Int = 3, alerts: String? = nil) -> String {
        DutyService.plan("")
            + (alerts ?? """

                alert hot "污染高值预警" at area { when observed hourly PM2.5 > 75 ug/m3 for 2h at most every \(every)h say "排查" }
                """)
    }

    private func desk() throws -> DutyService { try DutyService(plan: Self.plan()) }

    private func alerts(_ desk: DutyService) -> [String] { desk.published.filter { $0.contains("-alert-hot-") } }

    @Test func itIsSaidAgainOnlyAfterTheLimit() throws {
        let desk = try desk()
        var counts: [Int] = []
        for value in [40, 90, 90, 90, 90, 95, 40, 90, 90] {
            try desk.pass(value)
            counts.append(alerts(desk).count)
        }
        #expect(counts == [0, 0, 1, 1, 1, 2, 2, 2, 3])
        #expect(desk.level == nil)
        #expect(try desk.service.ledger.verify() == VerifyReport(head: desk.service.ledger.head))
    }

    @Test func missingDataStartsNone() throws {
        let desk = try desk()
        for value in [90, nil, 90, nil, nil] { try desk.pass(value) }
        #expect(alerts(desk).isEmpty)
    }

    @Test func aRestartKeepsTheLimit() throws {
        let desk = try desk()
        for value in [90, 90] { try desk.pass(value) }
        try desk.restart()
        for value in [90, 90] { try desk.pass(value) }
        #expect(alerts(desk).count == 1)
        try desk.restart()
        try desk.pass(90)
        #expect(alerts(desk).count == 2)
    }

    @Test func theNoticeFollowsFromTheLedger() throws {
        let desk = try desk()
        for value in [40, 90, 95] { try desk.pass(value) }
        let name = try #require(alerts(desk).first)
        let notice = try #require(try desk.service.rendered(name))
        for file in NoticeRenderer.files(notice) {
            #expect(desk.files.bytes(at: "/spool/new/\(name)/\(file.name)") == file.bytes, "\(file.name)")
        }
        guard case .highValue(let value) = notice.matter else {
            Issue.record("no high value: \(notice.matter)")
            return
        }
        #expect(value.station == nil && value.at == Make.start + 3 && value.since == Make.start + 1)
        #expect(value.readings.map { $0.values.map(\.value) } == [[90_000, 95_000]])
        #expect(notice.earlier.isEmpty)
        let message = String(decoding: desk.files.bytes(at: "/spool/new/\(name)/sms.txt") ?? [], as: UTF8.self)
        #expect(message.hasPrefix("北市") && message.contains("PM2.5 95µg/m³") && message.utf16.count <= 71)
    }

    // MARK: The desk alone

    private static let three = """
        plan "three" { basis "x" zone "Asia/Shanghai" levels red }
        area north "北市" { stations N1, N2, N3 at least 2 }
        level red "红色" { issue when observed hourly PM2.5 > 4000 ug/m3 end when observed hourly PM2.5 <= 4000 ug/m3 approve automatically }

        """

    private static func checked(_ text: String) throws -> Plan {
        try #require(PlanFolder(files: [SourceFile(name: "p.plan", text: text)], tables: []).checkText().plan)
    }

    /// Values of one slot, nil where they are missing.
    private static func batch(_ slot: Int, _ values: [Int32?]) -> ObservationBatch {
        var batch = ObservationBatch()
        batch.stations = ["N1", "N2", "N3"]
        for (station, value) in values.enumerated() {
            guard let value else { continue }
            var row = PollutantValues()
            row[.pm25] = value
            batch.rows.append(ObservationRow(slot: Int32((Make.start + slot).hours), station: Int32(station), values: row))
        }
        return batch
    }

    private static func alerts(_ desk: inout Desk, _ hour: Int) -> [HighValue] {
        desk.apply(.hourSealed(Make.start + hour)).compactMap { if case .highValue(let value) = $0 { value } else { nil } }
    }

    @Test func aNewPlanWithTheSameAlertKeepsTheLimit() throws {
        func text(_ every: Int, _ id: String) -> String {
            Self.three + "alert \(id) \"高值\" at station { when observed hourly PM2.5 > 150% of area at most every \(every)h }"
        }
        var desk = Desk(plan: try Self.checked(text(6, "hot")))
        for slot in 0..<12 { _ = desk.apply(.observations(Self.batch(slot, [40_000, 40_000, 200_000]))) }
        #expect(Self.alerts(&desk, 1).map(\.station) == ["N3"])
        _ = desk.apply(.planSwapped(try Self.checked(text(6, "hot"))))
        #expect(Self.alerts(&desk, 2).isEmpty)
        // Taken out and put back, and shorter.
        _ = desk.apply(.planSwapped(try Self.checked(Self.three)))
        #expect(Self.alerts(&desk, 3).isEmpty)
        _ = desk.apply(.planSwapped(try Self.checked(text(4, "hot"))))
        #expect(Self.alerts(&desk, 4).isEmpty)
        #expect(Self.alerts(&desk, 5).count == 1)
        // Another alert has a limit of its own.
        _ = desk.apply(.planSwapped(try Self.checked(text(4, "other"))))
        #expect(Self.alerts(&desk, 6).count == 1)
    }

    @Test func aClockThatWentBackKeepsTheLimit() throws {
        let text = Self.three + "alert hot \"高值\" at station { when observed hourly PM2.5 > 150% of area at most every 4h }"
        var desk = Desk(plan: try Self.checked(text))
        for slot in 0..<24 { _ = desk.apply(.observations(Self.batch(slot, [40_000, 40_000, 200_000]))) }
        #expect(Self.alerts(&desk, 12).count == 1)
        for hour in [9, 10, 11, 12, 15] { #expect(Self.alerts(&desk, hour).isEmpty, "\(hour)") }
        #expect(Self.alerts(&desk, 16).count == 1)
    }

    @Test func aReplayTellsNothing() throws {
        let text = Self.three + "alert hot \"高值\" at station { when observed hourly PM2.5 > 10 ug/m3 at most every 1h }"
        var desk = Desk(plan: try Self.checked(text), settings: .replay(.issued, window: nil))
        _ = desk.apply(.observations(Self.batch(0, [40_000, 40_000, 40_000])))
        #expect(Self.alerts(&desk, 1).isEmpty)
    }

    @Test func itChangesNoDecision() throws {
        let alert = "alert hot \"高值\" at station { when observed hourly PM2.5 > 10 ug/m3 at most every 1h }"
        var plain = Desk(plan: try Self.checked(Self.three))
        var alerting = Desk(plan: try Self.checked(Self.three + alert))
        for hour in 1..<40 {
            let value: Int32 = hour % 9 < 4 ? 4_500_000 : 30_000
            for desk in 0..<2 {
                let event = DeskEvent.observations(Self.batch(hour - 1, [value, value, hour % 5 == 0 ? nil : value]))
                _ = desk == 0 ? plain.apply(event) : alerting.apply(event)
            }
            let effects = alerting.apply(.hourSealed(Make.start + hour))
            #expect(effects.contains { if case .highValue = $0 { true } else { false } })
            #expect(
                plain.apply(.hourSealed(Make.start + hour))
                    == effects.filter { if case .highValue = $0 { false } else { true } })
        }
    }

    // MARK: Against another way to the same

    /// What the rules say, from the values alone, without percentages, tables or timelines of the program.
    private struct Naive {
        /// Thousandths of µg/m³ by station and slot.
        var values: [[Int32?]] = []
        var last: [Int: Int] = [:]

        /// The value as it is published: a whole number, half to even.
        static func published(_ thousandths: Int64, of count: Int64 = 1) -> Int64 {
            let unit = 1000 * count
            let (whole, rest) = (thousandths / unit, thousandths % unit)
            if rest * 2 == unit { return whole % 2 == 0 ? whole : whole + 1 }
            return rest * 2 > unit ? whole + 1 : whole
        }

        func area(_ slot: Int) -> Int64? {
            let known = values[slot].compactMap { $0.map(Int64.init) }
            guard known.count >= 2 else { return nil }
            // The mean of stations is held in thousandths first, half to even.
            let (sum, count) = (known.reduce(0, +), Int64(known.count))
            var mean = sum / count
            let rest = sum % count * 2
            if rest > count || (rest == count && mean % 2 == 1) { mean += 1 }
            return Self.published(mean)
        }

        func station(_ station: Int, _ slot: Int) -> Int64? { values[slot][station].map { Self.published(Int64($0)) } }

        /// The stations that are due at an instant: above `floor` for two hours, and in the last one above the percentage.
        mutating func due(at hour: Int, floor: Int64, percent: Int64, every: Int) -> [Int] {
            var due: [Int] = []
            for station in 0..<3 where hour >= 2 {
                guard let before = self.station(station, hour - 2), let now = self.station(station, hour - 1),
                    let area = area(hour - 1), before > floor, now > floor, now * 100_000 > area * percent
                else { continue }
                if let last = last[station], hour - last < every { continue }
                last[station] = hour
                due.append(station)
            }
            return due
        }
    }

    @Test(arguments: 0..<12) func percentageAndLimitAreThoseOfTheRules(_ seed: Int) throws {
        var random = SeededRandom(seed: UInt64(seed) + 77)
        let percent = Int64([100_000, 120_000, 150_000, 133_333, 100_001, 110_500][seed % 6])
        let every = 1 + random.below(6)
        let floor = Int64(30 + random.below(20))
        let text = Comparison.text(thousandths: percent)
        let plan = try Self.checked(
            Self.three + """
                alert hot "高值" at station {
                    when observed hourly PM2.5 > \(floor) ug/m3 for 2h and observed hourly PM2.5 > \(text)% of area
                    at most every \(every)h
                }
                """)
        var desk = Desk(plan: plan)
        var naive = Naive()
        var found = 0
        for hour in 1...150 {
            let base = 30 + random.below(40)
            let values = (0..<3).map { _ -> Int32? in
                switch random.below(8) {
                case 0: nil
                case 1: Int32((base * 2 + random.below(60)) * 1000 + 500)
                // On the edge: the same value at every station.
                case 2...4: Int32(base * 1000)
                default: Int32(base * 1000 + random.below(3000) - 1500)
                }
            }
            naive.values.append(values)
            _ = desk.apply(.observations(Self.batch(hour - 1, values)))
            let told = Self.alerts(&desk, hour)
            let due = naive.due(at: hour, floor: floor, percent: percent, every: every)
            #expect(told.map(\.station) == due.map { "N\($0 + 1)" }, "hour \(hour), \(text)%, every \(every) h")
            for value in told {
                let slots = value.readings.flatMap { $0.values.map { $0.start - Make.start } }
                let station = Int(value.station?.dropFirst() ?? "") ?? 0
                #expect(
                    value.readings.flatMap(\.values).map(\.value)
                        == slots.map { naive.station(station - 1, $0).map { $0 * 1000 } })
                #expect(value.readings.flatMap(\.values).map(\.area) == slots.map { naive.area($0).map { $0 * 1000 } })
            }
            found += told.count
        }
        #expect(found > 0)
    }
}
