import AirQuality
import ArgumentParser
import Desk
import Feeds
import Glibc
import PlanModel
import Warnings

/// `lantian aqi`
struct AQICommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "aqi", abstract: "Prints the AQI computed from recorded data.",
        discussion:
            "One row per hour slot or natural day that lies between --from and --to; as CSV, JSON Lines, or text with a plot.")

    @OptionGroup var record: RecordOptions

    @Option(help: "The area, by id, code or name; needed where the plan has several.")
    var area: String?

    @Option(help: "A single station instead of an area.")
    var station: String?

    @Flag(help: "A row per hour slot, or per natural day.")
    var cycle: CycleChoice

    @Option(help: "Pin the edition of HJ 633: 2012 or 2026; without it the plan says.")
    var edition: EditionChoice?

    @Option(help: "csv, json or text.")
    var format = Format.text

    enum CycleChoice: String, EnumerableFlag { case hourly, daily }
    enum Format: String, ExpressibleByArgument, CaseIterable { case csv, json, text }
    enum EditionChoice: String, ExpressibleByArgument, CaseIterable {
        case edition2012 = "2012"
        case edition2026 = "2026"
    }

    func validate() throws {
        if area != nil, station != nil { throw ValidationError("--area and --station exclude one another") }
    }

    func run() throws {
        let plan = try record.plan()
        let subject = try subject(in: plan)
        let from = try record.bound(record.from, "from", plan.zone)
        let to = try record.bound(record.to, "to", plan.zone)
        var only = plan
        only.areas = [subject]
        var replay = Replay(plan: only)
        try RecordOptions.read(record.observations) { result in
            replay.add(result.observations, naming: result.slots)
        }
        guard let named = replay.slots else { throw Console.cannotRun("no row names a slot") }
        let slots = (from?.hours ?? named.lowerBound)..<max(from?.hours ?? named.lowerBound, to?.hours ?? named.upperBound)
        // A day or an 24 h mean may begin before the first slot asked for.
        let held = slots.lowerBound - 24..<slots.upperBound + 24
        let series = replay.observations.areaSeries(subject, held)
        let rows =
            cycle == .hourly ? hourlyRows(series, slots, plan) : dailyRows(series, slots, plan, isOpen: from == nil && to == nil)
        let report = AQIReport(rows: rows, cycle: cycle, zone: plan.zone, title: subject.name)
        switch format {
        case .csv: Console.write(report.csv)
        case .json: Console.write(report.json)
        case .text: Console.write(report.text(Console.style(of: STDOUT_FILENO)))
        }
    }

    private func subject(in plan: Plan) throws -> Area {
        if let station { return Area(id: station, name: station, code: nil, stations: [station], atLeast: 1) }
        let found = area.map { name in plan.areas.filter { $0.answers(to: name) } } ?? plan.areas
        guard let first = found.first else { throw ValidationError("the plan has no area \(area ?? "")") }
        guard found.count == 1 else {
            throw ValidationError("the plan has several areas: choose one with --area \(found.map(\.id).joined(separator: "|"))")
        }
        return first
    }

    private func rule(_ plan: Plan) -> EditionRule {
        switch edition {
        case .edition2012: .pinned(.edition2012)
        case .edition2026: .pinned(.edition2026)
        case nil: plan.edition
        }
    }

    private func hourlyRows(_ series: HourlySeries, _ slots: Range<Int>, _ plan: Plan) -> [AQIRow] {
        let calculator = IndexCalculator(rule: rule(plan), zone: plan.zone, requires: plan.requires)
        return slots.map { slot in
            AQIRow(
                start: HourSlot(slot), edition: calculator.edition(at: slot), index: calculator.hourly(series, at: slot),
                inputs: Pollutant.allCases.map { ($0, ReportedValue.hourly(series.value($0, at: slot), of: $0)) }, ozoneHour: nil,
                exactPM25: series.value(.pm25, at: slot), missingHours: missingHours(series, slot..<slot + 1))
        }
    }

    /// Natural days that lie between the bounds; without bounds, those that the record touches.
    private func dailyRows(_ series: HourlySeries, _ slots: Range<Int>, _ plan: Plan, isOpen: Bool) -> [AQIRow] {
        let calculator = IndexCalculator(rule: rule(plan), zone: plan.zone, requires: plan.requires)
        var rows: [AQIRow] = []
        guard !slots.isEmpty else { return rows }
        var date = plan.zone.date(of: HourSlot(slots.lowerBound))
        while true {
            let start = plan.zone.midnight(of: date).hours
            guard isOpen ? start < slots.upperBound : start + 24 <= slots.upperBound else { return rows }
            date = date + 1
            guard isOpen || start >= slots.lowerBound else { continue }
            let means = Pollutant.allCases.map { pollutant in
                (pollutant, pollutant == .o3 ? series.o3EightHourMaximum(from: start) : series.dayMean(pollutant, from: start))
            }
            rows.append(
                AQIRow(
                    start: HourSlot(start), edition: calculator.edition(at: start), index: calculator.daily(series, from: start),
                    inputs: means,
                    ozoneHour: series.o3HourMaximum(from: start), exactPM25: nil,
                    missingHours: missingHours(series, start..<start + 24)))
        }
    }

    private func missingHours(_ series: HourlySeries, _ slots: Range<Int>) -> [(Pollutant, Int)] {
        Pollutant.allCases.map { pollutant in (pollutant, slots.count - series.total(pollutant, over: slots).count) }
    }
}
