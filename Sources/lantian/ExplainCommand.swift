import AirQuality
import ArgumentParser
import Desk
import Explanations
import Feeds
import FileAccess
import Glibc
import Ledger
import Lists
import PlanLanguage
import PlanModel
import Presentation
import Warnings

/// `lantian explain`
struct ExplainCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain", abstract: "Says why a level stands at an hour, and why another does not.",
        discussion: """
            Replays recorded data up to the hour and shows every condition as a tree: what it found, what it lacks, and how far \
            what holds may move. Exits 0 when it could explain, 2 when it could not.

            With the id of a notice, or with --ledger and --at, the hour is made again from the ledger alone, by the plan and the \
            data as they were known then, and compared with what was decided: exits 1 where it does not come out the same.
            """)

    @Argument(help: "A notice on record: its decision is made again from the ledger.")
    var notice: String?

    @Option(help: "The ledger file, or the state folder that holds ledger.sqlite (default: $STATE_DIRECTORY).")
    var ledger: String?

    @OptionGroup var record: RecordOptions

    @Option(
        help: "The hour to explain: 2016-12-16T20:00:00+08:00, or without offset in the plan's zone; a bare date is its midnight."
    )
    var at: String?

    @Option(parsing: .upToNextOption, help: "Forecast files or folders, each forecast known at its issue time or `received`.")
    var forecasts: [String] = []

    @Option(help: "Instead of files: perfect (what was recorded came true) or persistence (the last 24 h repeat).")
    var forecast: ReplayCommand.ForecastChoice?

    @Option(help: "The area, by id, code or name; default: every area of the plan.")
    var area: String?

    @Option(help: "Only this level, by id or name.")
    var level: String?

    @Option(help: "text, or json for one object an area.")
    var format = OutputFormat.text

    @Option(help: "zh or en; default: by the locale.")
    var language: LanguageChoice?

    @Option(help: "Columns of a line; default: the terminal's.")
    var width: Int?

    func validate() throws {
        if forecast != nil, !forecasts.isEmpty { throw ValidationError("--forecasts and --forecast exclude one another") }
        if notice != nil || ledger != nil {
            if record.planFolder != nil || !record.observations.isEmpty || !forecasts.isEmpty || forecast != nil {
                throw ValidationError("a ledger holds its own plan and data: leave out --plan, --observations and forecasts")
            }
            if notice == nil, at == nil { throw ValidationError("name a notice, or an hour with --at") }
            if notice != nil, at != nil || area != nil { throw ValidationError("a notice names its own hour and area") }
        }
        if let width, !(20...1000).contains(width) { throw ValidationError("--width is from 20 to 1000") }
    }

    /// Days before the hour from which the replay starts, so that the level in force is the right one; where the record begins
    /// later, the replay begins with it (semantics §9).
    private static let daysBefore = 30

    func run() throws {
        if notice != nil || ledger != nil { return try explainLedger() }
        var (plan, folder) = try record.planAndFolder()
        if let area {
            plan.areas = plan.areas.filter { $0.answers(to: area) }
            guard !plan.areas.isEmpty else { throw Console.cannotRun("the plan has no area \(area)") }
        }
        let levels = try levels(plan)
        guard let instant = try record.bound(at, "at", plan.zone) else { throw ValidationError("--at is missing") }
        let (desk, from) = try desk(plan, from: record.bound(record.from, "from", plan.zone), at: instant)
        let places = ClausePlaces(files: folder.files)
        let version = Self.version(of: folder, plan)
        let text = explanation(
            plan, version: version, places: places, origin: .replay(from: from, forecasts: origin))
        for (number, area) in plan.areas.enumerated() {
            guard let trace = desk.trace(ofArea: area.id, at: instant) else { continue }
            if number > 0, format == .text { Console.write("\n") }
            switch format {
            case .text: Console.write(text.text(trace, levels: levels))
            case .json:
                Console.write(ExplanationJSON(plan: plan, version: version, places: places).line(trace, levels: levels) + "\n")
            }
        }
    }

    /// The hash by which the ledger names the same text.
    static func version(of folder: PlanFolder, _ plan: Plan) -> String {
        let files = (folder.files + folder.templates).map { file in
            PlanFile(name: file.name.split(separator: "/").last.map(String.init) ?? file.name, bytes: file.bytes)
        }
        return PlanVersion(files: files + folder.tables(of: plan).map { PlanFile(name: $0.name, bytes: $0.bytes) }).hash
    }

    private var origin: ExplanationOrigin.Forecasts {
        switch forecast {
        case .perfect: .perfect
        case .persistence: .persistence
        case nil: .issued
        }
    }

    func explanation(
        _ plan: Plan, version: String? = nil, places: ClausePlaces = ClausePlaces(), origin: ExplanationOrigin? = nil
    ) -> ExplanationText {
        ExplanationText(
            plan: plan, language: language?.language ?? Console.localeLanguage, style: Console.style(of: STDOUT_FILENO),
            width: width ?? Console.width(of: STDOUT_FILENO), version: version.map { String($0.prefix(12)) }, places: places,
            origin: origin)
    }

    func levels(_ plan: Plan) throws -> Set<String>? {
        guard let level else { return nil }
        guard let found = plan.levels.first(where: { $0.id == level || $0.name == level }) else {
            throw Console.cannotRun("the plan has no level \(level): it has \(plan.levels.map(\.id).joined(separator: ", "))")
        }
        return [found.id]
    }

    /// The desk as it stood just before the hour, and where its replay begins.
    private func desk(_ plan: Plan, from: HourSlot?, at instant: HourSlot) throws -> (desk: Desk, from: HourSlot) {
        if let from, from > instant { throw ValidationError("--from lies after --at") }
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
        let earliest = max(instant - Self.daysBefore * 24, replay.slots.map { HourSlot($0.lowerBound) } ?? instant)
        let from = from ?? min(earliest, instant)
        guard let start = replay.start(choice, from: from, to: instant) else {
            throw Console.cannotRun("there is nothing to explain")
        }
        var desk = start.desk
        for hour in start.instants.dropLast() { _ = desk.apply(.hourSealed(HourSlot(hour))) }
        return (desk, from)
    }
}
