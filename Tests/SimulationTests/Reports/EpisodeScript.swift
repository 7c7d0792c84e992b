import AirQuality
import Desk
import Lists
import PlanLanguage
import Testing
import Warnings

@testable import Daemon
@testable import FileAccess
@testable import Ledger

/// Two episodes played through a service with a list, approvals, a directive, gaps and forecasts: the record that reports are made of.
final class EpisodeScript {
    let path: String
    let service: DeskService<MemoryFileSystem>

    /// µg/m³ by hour; what follows is as the last.
    private static let stretches: [(hours: Int, value: Int)] = [
        (12, 60), (18, 180), (24, 290), (72, 60), (20, 190), (24, 50),
    ]
    static let hours = stretches.reduce(0) { $0 + $1.hours }

    /// - Parameter eachHour: Called after every hour, with its number.
    init(eachHour: (EpisodeScript, Int) throws -> Void = { _, _ in }) throws {
        path = Run.scratch(0)
        let spool = Spool(root: "/spool", on: MemoryFileSystem(Trouble()))
        try spool.prepare()
        service = try DeskService(
            plan: CheckedPlan.check(Self.folder).get(), ledger: Ledger(path: path), spool: spool, isDrill: false, log: Make.log,
            now: Make.start.start)
        for hour in 1...Self.hours {
            try pass(hour)
            try eachHour(self, hour)
        }
    }

    deinit { Run.clear(path) }

    static var folder: PlanFolder {
        let approve = "approve by \"总指挥\" within 1h otherwise remind \"值班室\"\n    respond 6h before onset"
        let text = SimulationPlans.text(.oneArea).replacing("respond 6h before onset", with: approve)
            .replacing("    zone \"", with: "    report at 6:00, 9:00, 17:00\n    zone \"")
        let tables = SimulationList.tables(.oneArea).map { table -> TableFile in
            var text = String(decoding: table.bytes, as: UTF8.self)
            if table.name == "whitelist.csv" { text += SimulationList.codes[0] + "\n" }
            // A name that would be markup.
            text = text.replacing("企业3", with: "<b>企业3</b> & \u{202E}Co")
            return TableFile(name: table.name, bytes: Array(text.utf8))
        }
        return PlanFolder(files: [SourceFile(name: "city.plan", text: text)], tables: tables)
    }

    private static func value(_ hour: Int) -> Int {
        var left = hour
        for stretch in stretches {
            if left < stretch.hours { return stretch.value + left % 5 }
            left -= stretch.hours
        }
        return stretches.last?.value ?? 0
    }

    private static func values(_ pm25: Int) -> PollutantValues {
        var values = PollutantValues()
        values[.pm25] = Int32(pm25 * 1000)
        values[.pm10] = Int32(pm25 * 1200)
        return values
    }

    /// The instant that ends an hour.
    static func instant(_ hour: Int) -> HourSlot { Make.start + hour }

    private func pass(_ hour: Int) throws {
        let slot = hour - 1
        let now = Instant(seconds: Self.instant(hour).start.seconds + 600)
        var batch = ObservationBatch()
        batch.stations = ["S1", "S2"]
        for station in 0..<2 where !(slot == 20 && station == 0) && slot != 21 {
            batch.rows.append(
                ObservationRow(
                    slot: Int32((Make.start + slot).hours), station: Int32(station),
                    values: Self.values(Self.value(slot) + 6 * station)))
        }
        try service.take(Make.feed("hour \(hour)", batch, slot % 12 == 0 ? Self.forecast(slot) : ForecastBatch()), now: now)
        try service.beginHour(now: now)
        _ = try service.seal(Sealing.Due(instant: Self.instant(hour)), now: now)
        try act(hour, Instant(seconds: now.seconds + 1500))
    }

    /// 72 h, some µg/m³ too high.
    private static func forecast(_ slot: Int) -> ForecastBatch {
        var batch = ForecastBatch()
        for ahead in 0..<72 {
            batch.hours.append(
                HourForecast(
                    issued: (Make.start + slot).start, area: "north", slot: Make.start + slot + ahead, aqi: nil,
                    values: values(value(slot + ahead) + 4 + ahead / 6)))
        }
        return batch
    }

    private func act(_ hour: Int, _ now: Instant) throws {
        let recorder = Recorder(user: "duty", id: 1000)
        if hour == 40 {
            let directive = Directive(
                document: "豫环〔2026〕9号", office: "省指挥部", areas: ["north"], demand: .atLeast("orange"), from: Self.instant(42),
                until: Self.instant(66), basis: "区域应急联动")
            _ = try service.act(.direct(directive), by: recorder, now: now)
        }
        // Approved two hours after it was proposed.
        if let waiting = service.desk.proposals.first, now.hourFloor - waiting.decision.at >= 2 {
            let signature = Signature(name: "王市长", post: "总指挥", document: "许环〔2026〕1号", channel: .telephone)
            _ = try service.act(.approve(proposal: waiting.decision.id, signature), by: recorder, now: now)
        }
    }
}
