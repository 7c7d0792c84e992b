import AirQuality
import ArgumentParser
import Backtests
import Feeds
import Glibc
import PlanModel
import Presentation
import Warnings

/// `lantian replay`
struct ReplayCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "replay", abstract: "Replays recorded data hour by hour and prints each decision.",
        discussion: """
            The same code decides as in the daemon. Bad rows are reported on stderr and do not end the run.
            """)

    @OptionGroup var record: RecordOptions

    @OptionGroup var forecasts: ForecastOptions

    @Option(help: "Only this area, by id, code or name.")
    var area: String?

    @Option(help: "text, or json for JSON Lines.")
    var format = OutputFormat.text

    @OptionGroup var scoring: ScoreOptions

    @Option(help: "Write a timeline of the record and of the levels to this SVG file.")
    var plot: String?

    typealias ForecastChoice = ForecastOptions.Choice

    func run() throws {
        var plan = try record.plan()
        if let area {
            plan.areas = plan.areas.filter { $0.answers(to: area) }
            guard !plan.areas.isEmpty else { throw ValidationError("the plan has no area \(area)") }
        }
        let events = try scoring.events(for: plan)
        var batches: [ForecastBatch] = []
        var run = try ReplayRun.start([plan], record.data, forecasts) { batch in
            if plot != nil { batches.append(batch) }
        }[0]
        let decisions = decide(&run)
        let result = PlanRun(plan: plan, decisions: decisions, last: run.last)
        let first = HourSlot(run.instants.lowerBound)
        if let plot {
            try PlotFile(plot, forecasts, batches).write([result], run) { area in
                events.map { IssuedWarning.bands($0, area: area.id, plan: plan, from: first, to: run.last) }
            }
        }
        let score = events.map { WarningScore(result, events: $0, basis: scoring.scoreBy.basis, from: first) }
        switch format {
        case .text:
            Console.write(ReplayReport(plan: plan, decisions: decisions, desk: run.desk, last: run.last).text)
            if let score { Console.write(ScoreText(score, plan: plan, style: Console.style(of: STDOUT_FILENO)).text) }
        case .json:
            guard let score else { return }
            Console.write(
                JSONWriter.object { json in
                    json.key("score")
                    ScoreJSON(score, plan: plan).write(&json)
                } + "\n")
        }
    }

    /// Runs the replay; as JSON, decisions are written as they fall.
    private func decide(_ run: inout ReplayRun) -> [Decision] {
        let plan = run.plan
        var decisions: [Decision] = []
        var lines = ""
        run.run { made in
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
        Console.write(lines)
        return decisions
    }
}
