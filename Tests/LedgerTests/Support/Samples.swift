import AirQuality
import Desk
import Ledger
import Lists
import Warnings

/// Entries as a winter gives them.
enum Samples {
    static let start = HourSlot(411_000)

    static func plan(_ text: String = "plan \"许昌\"\n") -> PlanVersion {
        PlanVersion(files: [
            PlanFile(name: "plan.lantian", bytes: Array(text.utf8)), PlanFile(name: "lists/a.csv", bytes: [0xC4, 0xE3, 0x0A]),
        ])
    }

    static func values(_ seed: Int) -> PollutantValues {
        var values = PollutantValues()
        for (index, pollutant) in Pollutant.allCases.enumerated() where (seed + index) % 11 != 0 {
            values[pollutant] = Int32((seed * 37 + index * 1009) % 400_000)
        }
        return values
    }

    /// One hour of some stations.
    static func feed(_ slot: HourSlot, stations: Int = 7, seed: Int? = nil) -> FeedRecord {
        var batch = ObservationBatch()
        batch.stations = (0..<stations).map { "\(1000 + $0)A" }
        for station in 0..<stations {
            let values = values((seed ?? slot.hours) + station)
            batch.rows.append(ObservationRow(slot: Int32(slot.hours), station: Int32(station), values: values))
        }
        let name = "obs-\(slot.hours)-\(seed ?? 0).csv"
        return FeedRecord(
            name: name, digest: ContentHash.hex(Array(name.utf8)), format: "plainObservations", observations: batch,
            counts: .init(rows: stations, errors: 0, reports: 1, stale: 0))
    }

    static func forecast(_ slot: HourSlot) -> FeedRecord {
        var batch = ForecastBatch()
        for day in 0..<3 {
            batch.days.append(
                DayForecast(
                    issued: slot.start, received: day == 0 ? slot.start : nil, area: "许昌市", date: LocalDate(days: 17_125 + day),
                    low: 190, high: 220 + day, primary: [.init(.pm25), .init(.o3)]))
        }
        batch.hours.append(
            HourForecast(issued: slot.start, area: "xuchang", slot: slot + 1, aqi: 210, values: values(slot.hours)))
        batch.hours.append(HourForecast(issued: slot.start, area: "xuchang", slot: slot + 2, aqi: nil, values: values(1)))
        return FeedRecord(
            name: "f.csv", digest: ContentHash.hex(Array("f\(slot.hours)".utf8)), format: "plainDayForecasts", forecasts: batch)
    }

    static func evidence(_ level: String, elements: Int = 24) -> Evidence {
        let test = TestFinding(
            text: "forecast daily AQI > 200 for 24 h", quantity: "AQI", unit: nil, isRunAhead: true, start: start,
            hours: elements,
            elements: (0..<elements).map { index in
                ElementFinding(
                    start: start + index, hours: 1, value: index % 7 == 0 ? nil : Int64(231_000 + index),
                    certainty: index % 7 == 0 ? .missing : .atLeast, origin: .mixed, primary: [.init(.pm25)],
                    missingHours: index % 3)
            }, unknownElements: 1)
        return Evidence(
            level: level, clause: .issue, label: "forecast", cites: ["豫环攻坚办 3.2"],
            finding: .all([.named("heavy \"day\"", .test(test)), .not("not observed hourly AQI > 500")]))
    }

    static func decision(
        _ kind: Decision.Kind, at: HourSlot, from: String?, to: String?, episode: HourSlot, area: String = "xuchang"
    ) -> Decision {
        Decision(
            at: at, area: area, kind: kind, from: from, to: to, response: to == nil ? nil : at + 4,
            evidence: [evidence(to ?? from ?? "")], episode: episode)
    }

    static func sealed(_ at: HourSlot, _ decisions: [Decision] = [], _ silences: [Silence] = []) -> LedgerEntry {
        let ids =
            decisions.map { "d-\($0.at.hours)-\($0.area)" } + silences.map { "s-\($0.at.hours)-\($0.area)-\($0.feed.rawValue)" }
        return .sealed(SealedRecord(outcome: HourOutcome(at: at, decisions: decisions, silences: silences), notices: ids))
    }

    /// Every kind of record, several times where it matters: what most tests work on.
    static var story: [[LedgerEntry]] {
        let episode = start + 2
        let silent = Silence(area: "xuchang", feed: .forecasts, at: start + 3, last: start, isOver: false)
        var spoken = silent
        spoken.at = start + 5
        spoken.isOver = true
        return [
            [.plan(plan())],
            [.feed(feed(start)), .feed(forecast(start))],
            [sealed(start + 1)],
            [.feed(feed(start, seed: 5))],
            [sealed(episode, [decision(.issue, at: episode, from: nil, to: "yellow", episode: episode)])],
            [
                .published(notice: "d-\(episode.hours)-xuchang"),
                .refusedPlan(hash: plan("x").hash, findings: "a.plan:1:2: error: x"),
            ],
            [sealed(start + 3, [decision(.escalate, at: start + 3, from: "yellow", to: "red", episode: episode)], [silent])],
            [.plan(plan("plan \"许昌\" # 2\r\n")), .clockJump(from: (start + 3).start, to: (start + 4).start)],
            [.notEvaluated(from: start + 4, to: start + 4)],
            [.feed(withdrawal(start)), sealed(start + 5, [], [spoken])],
            [.facts(facts), supplement(at: start + 5, record: 15, episode: episode)],
            [sealed(start + 6, [decision(.lift, at: start + 6, from: "red", to: nil, episode: episode)])],
        ]
    }

    static let facts = FactsRecord(
        name: "facts.csv", digest: ContentHash.hex(Array("facts".utf8)),
        facts: [
            Fact(
                subject: "91411000MA4000001X", fact: "grade", value: "D", from: LocalDate(days: 17_125), until: nil,
                document: "许环〔2016〕9号"),
            Fact(
                subject: "91411000MA4000001X/L1", fact: "running", value: "否", from: LocalDate(days: -1),
                until: LocalDate(days: 17_130), document: ""),
        ], counts: .init(rows: 3, errors: 1, reports: 0, stale: 0))

    static func supplement(at: HourSlot, record: Int64, episode: HourSlot, cause: Supplement.Cause = .facts) -> LedgerEntry {
        let supplement = Supplement(
            area: "xuchang", at: at.start, level: "red", episode: episode, start: at, cause: cause, record: record)
        return .supplement(SupplementRecord(supplements: [supplement], notices: ["u-\(at.hours)-\(record)"]))
    }

    static func withdrawal(_ slot: HourSlot) -> FeedRecord {
        var batch = ObservationBatch()
        batch.withdrawals = [
            Withdrawal(slot: slot, station: "1002A", pollutant: .pm25), Withdrawal(slot: slot, station: "9999A", pollutant: .o3),
        ]
        return FeedRecord(
            name: "w.csv", digest: ContentHash.hex(Array("w".utf8)), format: "plainWithdrawals", observations: batch)
    }

    /// Writes the story; each step becomes known an hour after the one before.
    @discardableResult
    static func tell(_ ledger: Ledger) throws -> [LedgerHead] {
        try story.enumerated().map { index, entries in try ledger.append(entries, knownAt: (start + index).start) }
    }
}
