import AirQuality
import ArgumentParser
import Assessments
import Ledger
import PlanModel
import Presentation
import Reports

/// `lantian assess`
struct AssessCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "assess", abstract: "Writes the assessment of an episode from a ledger.",
        discussion: """
            The timeline, forecasts against observations, lead times, hours per level, orders and computed reductions, exemptions, \
            approvals with waiting times, data gaps, and a plot. Without EPISODE that which ended last; --list names all. Reads \
            only; the daemon may run meanwhile. docs/reports.md says where each figure comes from. Exits 0, or 2 when it could not \
            run.
            """)

    @Argument(help: "The id of the notice that issued the warning, or its hour such as 2026-01-05T20:00.")
    var episode: String?

    @OptionGroup var options: ReportOptions

    @Flag(help: "Lists the episodes on record.")
    var list = false

    func run() throws {
        try ReportOptions.reading {
            let reader = try options.reader()
            let episodes = EpisodeReader(reader)
            let (plan, _) = try reader.plan()
            let area = try options.area.map { _ in try options.area(in: plan).id }
            let found = try episodes.episodes().filter { area == nil || $0.area == area }
            if list { return try write(found, plan) }
            let record = try episodes.record(of: try chosen(found, plan.zone))
            guard let assessment = Assessment(record) else {
                throw Console.cannotRun("the decisions of the episode on record do not begin with the issue of a warning")
            }
            if !record.isOver {
                Console.note("the episode is not over: this is how it stands at \(plan.zone.text(record.until))")
            }
            switch options.format {
            case .text: try options.write(assessment.text(options.style))
            case .json: try options.write(assessment.json)
            case .html: try options.write(assessment.html)
            }
        }
    }

    private func chosen(_ found: [EpisodeReader.Found], _ zone: Zone) throws -> EpisodeReader.Found {
        guard let episode else {
            guard let last = found.filter({ $0.end != nil }).max(by: { ($0.end ?? $0.start) < ($1.end ?? $1.start) }) else {
                throw Console.cannotRun(
                    found.isEmpty ? "no warning is on record" : "no warning on record is over yet: name one, as --list does")
            }
            if found.count > 1 { Console.note("\(found.count) episodes are on record (--list); this is \(last.id)") }
            return last
        }
        if let named = found.first(where: { $0.notices.contains(episode) }) { return named }
        let hour = Instant(episode, zone: zone)?.hourFloor
        let starting = found.filter { $0.start == hour }
        if starting.count > 1 { throw ValidationError("several warnings began at \(episode): choose one with --area") }
        guard let first = starting.first else {
            throw Console.cannotRun("no episode \(episode) is on record: lantian assess --list names those that are")
        }
        return first
    }

    private func write(_ found: [EpisodeReader.Found], _ plan: Plan) throws {
        let zone = plan.zone
        guard options.format == .text else {
            return try options.write(
                JSONWriter.object { json in
                    json.key("episodes")
                    json.array { json in
                        for episode in found {
                            json.object { json in
                                json.field("id", episode.id)
                                json.field("area", episode.area)
                                json.field("start", zone.text(episode.start))
                                json.field("end", optional: episode.end.map { zone.text($0) })
                                json.strings("levels", episode.levels)
                            }
                        }
                    }
                } + "\n")
        }
        var table = TextTable([.left, .left, .left, .left, .left])
        for episode in found {
            table.add([
                episode.area, zone.shortText(episode.start), episode.end.map { zone.shortText($0) } ?? "—",
                episode.levels.joined(separator: " "), episode.id,
            ])
        }
        try options.write(table.text)
    }
}
