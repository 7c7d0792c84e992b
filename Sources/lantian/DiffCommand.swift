import AirQuality
import ArgumentParser
import Backtests
import FileAccess
import Glibc
import Lists
import PlanModel
import Presentation
import Warnings

/// `lantian diff`
struct DiffCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "diff", abstract: "Shows what another plan would have decided over recorded data.",
        discussion: """
            Replays both plans over the same record and pairs what they decide. Episodes of the two that overlap in time belong \
            together. Among them, decisions in one direction (up: issue, escalate; down: downgrade, lift) that lead to the same \
            level are paired, the nearest first, up to 240 h apart; then those that lead to another level, up to 24 h apart; the \
            rest is added or gone. Levels are matched by id, else by name. Where both plans have lists, it names who would have \
            been ordered otherwise, each plan at its highest level of the episode.

            Exits 0 where nothing differs, 1 where something does, 2 when it could not run.
            """)

    @Argument(help: "Folder with the old plan.")
    var old: String

    @Argument(help: "Folder with the new plan.")
    var new: String

    @OptionGroup var data: RecordedDataOptions

    @OptionGroup var forecasts: ForecastOptions

    @Option(help: "Only this area, by id, code or name.")
    var area: String?

    @Option(help: "text, or json for one object.")
    var format = OutputFormat.text

    @Option(help: "Write a timeline of the record and of both plans' levels to this SVG file.")
    var plot: String?

    func run() throws {
        let (before, after) = (try read(old), try read(new))
        var batches: [ForecastBatch] = []
        var runs = try ReplayRun.start([before.plan, after.plan], data, forecasts) { batch in
            if plot != nil { batches.append(batch) }
        }
        var results: [PlanRun] = []
        for (index, side) in [before, after].enumerated() {
            var decisions: [Decision] = []
            runs[index].run("replaying the \(index == 0 ? "old" : "new") plan") { decisions += $0 }
            results.append(PlanRun(plan: side.plan, decisions: decisions, last: runs[index].last, list: side.list))
        }
        var progress = Progress("comparing orders")
        let comparison = PlanComparison(old: results[0], new: results[1]) { progress.update($0, of: $1) }
        progress.finish()
        if let plot { try PlotFile(plot, forecasts, batches).write(results, runs[1]) { _ in nil } }
        switch format {
        case .text: Console.write(head(runs) + ComparisonText(comparison, style: Console.style(of: STDOUT_FILENO)).text)
        case .json: Console.write(json(runs, comparison) + "\n")
        }
        if comparison.differs { throw Console.failed }
    }

    private func read(_ folder: String) throws -> (plan: Plan, list: EmissionList?) {
        var (plan, check, _) = try RecordOptions.checked(folder)
        if plan.orders.tables != nil, check.list == nil {
            Console.error(
                ListFindingText(folder: folder, colour: Console.style(of: STDERR_FILENO).isOn)
                    .text(check.listFindings.filter { $0.severity == .error }))
            throw Console.cannotRun("the list in \(folder) has errors")
        }
        if let area {
            plan.areas = plan.areas.filter { $0.answers(to: area) }
            guard !plan.areas.isEmpty else { throw ValidationError("the plan in \(folder) has no area \(area)") }
        }
        return (plan, check.list)
    }

    private func head(_ runs: [ReplayRun]) -> String {
        let zone = runs[1].plan.zone
        let span = "\(zone.shortText(HourSlot(runs[1].instants.lowerBound))) to \(zone.shortText(runs[1].last))"
        return "old: \(runs[0].plan.name)  \(old)\nnew: \(runs[1].plan.name)  \(new)\n\(span), \(forecasts.description)\n\n"
    }

    private func json(_ runs: [ReplayRun], _ comparison: PlanComparison) -> String {
        JSONWriter.object { json in
            json.field("old", old)
            json.field("new", new)
            json.field("from", runs[1].plan.zone.text(HourSlot(runs[1].instants.lowerBound)))
            json.field("to", runs[1].plan.zone.text(runs[1].last))
            json.field("forecast", forecasts.forecast?.rawValue ?? "issued")
            ComparisonJSON(comparison).write(&json)
        }
    }
}
