import AirQuality
import Desk
import FileAccess
import Glibc
import Ledger
import Logging
import Notices
import PlanModel
import Presentation
import Warnings

/// Plays an episode through the desk, unpaced, with ledger and spool of its own; every notice is marked as an exercise.
public struct DrillRun {
    private let episode: String
    private let folders: Daemon.Folders
    private let style = Style(isOn: isatty(STDOUT_FILENO) == 1 && getenv("NO_COLOR") == nil)
    private let isTerminal = isatty(STDERR_FILENO) == 1

    /// - Parameter episode: `sample`, or a folder of feed files.
    public init(episode: String, folders: Daemon.Folders) {
        self.episode = episode
        self.folders = folders
    }

    /// - Throws: ``StartFailure``, or what stopped the drill.
    public func run() throws {
        let plan = try StartFailure.naming(.plan) { try CheckedPlan.check(PlanFolder.read(folders.plan)).get() }
        let episode = try StartFailure.naming(.episode) {
            try self.episode == "sample" ? DrillEpisode.sample : DrillEpisode.recorded(in: self.episode, zone: plan.plan.zone)
        }
        let log = Logger(label: "drill") { _ in SwiftLogNoOpLogHandler() }
        let service = try StartFailure.naming(.state) {
            try LocalFileSystem().makeFolder(folders.state)
            let spool = Spool(root: folders.spool, on: LocalFileSystem())
            try spool.prepare()
            return try DeskService(
                plan: plan, ledger: Ledger(path: folders.ledger), spool: spool, isDrill: true, settings: .drill, log: log,
                now: episode.instants.lowerBound.start)
        }
        if let sealed = service.desk.lastSealed {
            throw StartFailure(part: .state, underlying: DrillOnRecord(state: folders.state, until: plan.plan.zone.text(sealed)))
        }
        let zone = plan.plan.zone
        let hours = episode.instants.upperBound - episode.instants.lowerBound + 1
        say(style.bold("演练 Exercise: \(episode.title)"))
        say(
            "\(plan.plan.name), \(zone.shortText(episode.instants.lowerBound)) to \(zone.shortText(episode.instants.upperBound)), \(hours) hours\n"
        )
        let decisions = try play(episode, service, FeedIntake(service: service, log: log))
        summarise(decisions, service, until: episode.instants.upperBound)
    }

    private func play(_ episode: DrillEpisode, _ service: DeskService<LocalFileSystem>, _ intake: FeedIntake<LocalFileSystem>)
        throws -> [Decision]
    {
        var decisions: [Decision] = []
        var next = 0
        let hours = episode.instants.upperBound - episode.instants.lowerBound + 1
        for hour in 0..<hours {
            let instant = episode.instants.lowerBound + hour
            let deadline = Sealing.deadline(of: instant, waitMinutes: service.desk.plan.waitMinutes)
            var now = instant.start
            // What has come in counts; then each file as it comes, until the hour is complete or the wait is over.
            while next < episode.arrivals.count,
                episode.arrivals[next].at <= (service.desk.isComplete(for: instant) ? now : deadline)
            {
                let arrival = episode.arrivals[next]
                now = max(now, arrival.at)
                if case .rejected(let reason) = try intake.take(
                    arrival.bytes, name: arrival.name, digest: ContentHash.hex(arrival.bytes), now: now)
                {
                    say(style.yellow("\(arrival.name): \(reason)"))
                }
                next += 1
            }
            if !service.desk.isComplete(for: instant) { now = deadline }
            let outcome = try service.seal(Sealing.Due(instant: instant), now: now)
            if let trouble = service.publishingTrouble {
                throw StartFailure(part: .spool, underlying: Trouble(description: trouble))
            }
            showProgress(hour + 1, hours)
            for decision in outcome.decisions {
                say(coloured(decision, service.desk.plan))
                if let orders = try service.orderLine(decision) { say("  orders: \(orders)") }
            }
            decisions += outcome.decisions
        }
        clearProgress()
        return decisions
    }

    private func coloured(_ decision: Decision, _ plan: Plan) -> String {
        let text = DecisionLine(decision, plan).text
        switch decision.kind {
        case .issue, .escalate: return style.red(text)
        case .downgrade: return style.yellow(text)
        case .lift, .cancel: return style.green(text)
        }
    }

    private func summarise(_ decisions: [Decision], _ service: DeskService<LocalFileSystem>, until last: HourSlot) {
        let plan = service.desk.plan
        let names = decisions.map { "\(service.noticeName($0))" }
        say("\n\(decisions.count) decisions; their notices (演练 / Exercise), each with notice.txt, notice.json and cap.xml:")
        for name in names { say("  \(folders.spool)/new/\(name)") }
        for episode in Episode.episodes(of: decisions) {
            let (warning, response) = episode.hours(until: last)
            func text(_ spans: [Episode.Span]) -> String {
                spans.map { span in "\(plan.levels.first { $0.id == span.level }?.name ?? span.level) \(span.hours) h" }.joined(
                    separator: ", ")
            }
            let end = episode.end.map(plan.zone.shortText) ?? "still in force"
            say("\nEpisode \(plan.zone.shortText(episode.start)) to \(end): warning \(text(warning)); response \(text(response))")
        }
        say("Ledger: \(folders.ledger), head \(service.ledger.head)")
    }

    // MARK: Output

    private func say(_ text: String) {
        clearProgress()
        print(text)
        fflush(nil)
    }

    private func showProgress(_ done: Int, _ total: Int) {
        guard isTerminal, done % 6 == 0 || done == total else { return }
        let width = 40
        let full = done * width / total
        let bar = String(repeating: "█", count: full) + String(repeating: "░", count: width - full)
        write(to: "\r\(bar) \(done)/\(total) h")
    }

    private func clearProgress() {
        if isTerminal { write(to: "\r\u{1B}[K") }
    }

    private func write(to text: String) {
        var text = text
        text.withUTF8 { _ = Glibc.write(STDERR_FILENO, $0.baseAddress, $0.count) }
    }
}

/// A drill is not played on top of another one.
struct DrillOnRecord: Error, CustomStringConvertible {
    var state: String
    var until: String

    var description: String { "\(state) holds a drill up to \(until): choose another folder or remove it" }
}

/// Trouble in words.
struct Trouble: Error, CustomStringConvertible {
    var description: String
}
