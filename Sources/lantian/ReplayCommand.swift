import AirQuality
import ArgumentParser
import Desk
import Feeds
import Glibc
import PlanModel
import Warnings

/// `lantian replay`
struct ReplayCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "replay", abstract: "Replays recorded data hour by hour and prints each decision.",
        discussion: """
            The same code decides as in the daemon. Bad rows are reported on stderr and do not end the run.
            """)

    @OptionGroup var record: RecordOptions

    @Option(parsing: .upToNextOption, help: "Forecast files or folders, each forecast known at its issue time or `received`.")
    var forecasts: [String] = []

    @Option(help: "Instead of files: perfect (what was recorded came true) or persistence (the last 24 h repeat).")
    var forecast: ForecastChoice?

    @Option(help: "Only this area, by id, code or name.")
    var area: String?

    @Option(help: "text, or json for JSON Lines.")
    var format = OutputFormat.text

    enum ForecastChoice: String, ExpressibleByArgument, CaseIterable { case perfect, persistence }

    func validate() throws {
        if forecast != nil, !forecasts.isEmpty { throw ValidationError("--forecasts and --forecast exclude one another") }
    }

    func run() throws {
        var plan = try record.plan()
        if let area {
            plan.areas = plan.areas.filter { $0.answers(to: area) }
            guard !plan.areas.isEmpty else { throw ValidationError("the plan has no area \(area)") }
        }
        let from = try record.bound(record.from, "from", plan.zone)
        let to = try record.bound(record.to, "to", plan.zone)
        var replay = Replay(plan: plan)
        try RecordOptions.read(record.observations) { result in
            replay.add(result.observations, naming: result.slots)
            replay.add(result.forecasts)
        }
        try RecordOptions.read(forecasts) { replay.add($0.forecasts) }
        let choice: Replay.Forecast =
            switch forecast {
            case .perfect: .perfect
            case .persistence: .persistence
            case nil: .issued
            }
        guard let (desk, instants) = replay.start(choice, from: from, to: to) else {
            throw Console.cannotRun("there is nothing to replay: no row names a slot, or --from lies after --to")
        }
        let decisions = run(desk, instants, plan)
        if format == .text {
            Console.write(ReplayReport(plan: plan, decisions: decisions, desk: desk, last: HourSlot(instants.upperBound)).text)
        }
    }

    private func run(_ start: Desk, _ instants: ClosedRange<Int>, _ plan: Plan) -> [Decision] {
        var desk = start
        var decisions: [Decision] = []
        var lines = ""
        var progress = Progress("replaying")
        for instant in instants {
            if instant % 1000 == 0 { progress.update(instant - instants.lowerBound, of: instants.count) }
            let effects = desk.apply(.hourSealed(HourSlot(instant)))
            if effects.isEmpty { continue }
            let made = effects.compactMap { effect -> Decision? in
                if case .decided(let decision) = effect { decision } else { nil }
            }
            if format == .json {
                for decision in made.sorted(by: { $0.area.utf8.lexicographicallyPrecedes($1.area.utf8) }) {
                    lines += DecisionJSON.line(decision, plan) + "\n"
                }
                if lines.utf8.count > 1 << 16 {
                    Console.write(lines)
                    lines = ""
                }
            }
            decisions += made
        }
        progress.finish()
        Console.write(lines)
        return decisions
    }
}
