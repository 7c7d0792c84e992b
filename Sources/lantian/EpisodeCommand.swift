import AirQuality
import ArgumentParser
import FileAccess
import Ledger
import PlanModel
import Samples

/// `lantian episode`
struct EpisodeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "episode", abstract: "Writes an episode for a drill to the standard output.",
        subcommands: [Make.self, From.self])

    /// `lantian episode make`
    struct Make: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "make", abstract: "Makes an episode up for the areas and stations of a plan.",
            discussion: "The same options and plan give the same bytes. Play it with lantiand --drill FILE.")

        @Option(help: "Folder with the *.plan files.")
        var plan: String

        @Option(
            help: "ramp, plateau, double or spike.",
            transform: { text in
                guard let shape = EpisodeRecipe.Shape(rawValue: text) else {
                    throw ValidationError(
                        "it is one of \(EpisodeRecipe.Shape.allCases.map(\.rawValue).joined(separator: ", "))")
                }
                return shape
            })
        var shape = EpisodeRecipe.Shape.ramp

        @Option(help: "Highest PM2.5 in µg/m³ before the daily cycle, 50 to 900.")
        var peak = 300

        @Option(help: "Length in hours, 24 to 8784.")
        var hours = 240

        @Option(help: "How many episodes of the shape fill the length, each of at least 24 hours.")
        var episodes = 1

        @Option(help: "Per cent of station hours that are missing, 0 to 90.")
        var gaps = 1

        @Option(help: "Per cent by which the forecast of the day ahead errs, 0 to 90; it grows with every further day.")
        var forecastError = 10

        @Option(help: "What chance is drawn from.")
        var seed: UInt64 = 1

        @Option(help: "First day.")
        var start = "2026-01-05"

        func validate() throws {
            for (name, value, range) in [
                ("peak", peak, EpisodeRecipe.peaks), ("hours", hours, EpisodeRecipe.lengths),
                ("gaps", gaps, EpisodeRecipe.shares),
                ("forecast-error", forecastError, EpisodeRecipe.shares),
            ] where !range.contains(value) {
                throw ValidationError("--\(name) is from \(range.lowerBound) to \(range.upperBound)")
            }
            guard (1...max(1, hours / 24)).contains(episodes) else {
                throw ValidationError("--episodes is from 1 to \(max(1, hours / 24)) in \(hours) hours")
            }
            guard let date = LocalDate(start), (1990...2100).contains(date.civil.year) else {
                throw ValidationError("--start \(start) is no date such as 2026-01-05")
            }
        }

        func run() throws {
            guard let start = LocalDate(start) else { throw ValidationError("--start is no date") }
            let plan = try RecordOptions.checked(plan).plan
            var recipe = EpisodeRecipe(
                shape: shape, peak: peak, hours: hours, gaps: gaps, forecastError: forecastError, seed: seed, start: start)
            recipe.episodes = episodes
            EpisodeMaker(recipe, plan: plan).episode.bytes.withUnsafeBufferPointer { Console.write(bytes: $0) }
        }
    }

    /// `lantian episode from`
    struct From: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "from", abstract: "Takes the data of an episode out of a ledger, as it became known then.")

        @Option(help: "The ledger file, or the state folder that holds ledger.sqlite.")
        var ledger: String

        @Option(
            help: "First instant: 2016-12-16T20:00:00+08:00, or without offset in the time of China; a bare date is its midnight."
        )
        var from: String

        @Option(help: "Last instant, in the same forms.")
        var to: String

        func run() throws {
            let episode: EpisodeFile
            do {
                let ledger = try Ledger(path: LedgerCommand.file(ledger), readOnly: true)
                let bounds = RecordedDataOptions()
                guard let first = try bounds.bound(from, "from", .beijing), let last = try bounds.bound(to, "to", .beijing),
                    first <= last
                else { throw ValidationError("--from lies after --to") }
                episode = try LedgerEpisode(ledger: ledger, instants: first...last).episode()
            } catch let error as LedgerError {
                throw Console.cannotRun("\(error)")
            }
            guard !episode.arrivals.isEmpty else { throw Console.cannotRun("no data came in between \(from) and \(to)") }
            episode.bytes.withUnsafeBufferPointer { Console.write(bytes: $0) }
        }
    }
}
