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

/// Plays an episode through the desk with ledger and spool of its own; every notice is marked as an exercise.
public struct DrillRun {
    private let episode: String
    private let folders: Daemon.Folders
    private let pace: DrillPace?
    private let watched: String?
    private let approvesAtOnce: Bool
    private let style = Style(isOn: isatty(STDOUT_FILENO) == 1 && getenv("NO_COLOR") == nil)
    private let isTerminal = isatty(STDERR_FILENO) == 1

    /// - Parameters:
    ///   - episode: `sample`, a file of `lantian episode`, or a folder of feed files.
    ///   - pace: How fast its time goes; nil: as fast as it can be evaluated.
    ///   - watched: The state folder of the live service; what is real there interrupts the drill.
    ///   - approvesAtOnce: Whether what the plan lets people approve takes force at once; else it waits for a line on the
    ///     standard input.
    public init(
        episode: String, folders: Daemon.Folders, pace: DrillPace? = nil, watching watched: String? = nil,
        approvesAtOnce: Bool = true
    ) {
        self.episode = episode
        self.folders = folders
        self.pace = pace
        self.watched = watched
        self.approvesAtOnce = approvesAtOnce
    }

    /// - Throws: ``StartFailure``, ``DrillInterrupted``, or what stopped the drill.
    public func run() throws {
        let plan = try StartFailure.naming(.plan) { try CheckedPlan.check(PlanFolder.read(folders.plan)).get() }
        let episode = try StartFailure.naming(.episode) {
            try DrillEpisode.named(self.episode, zone: plan.plan.zone)
        }
        let log = Logger(label: "drill") { _ in SwiftLogNoOpLogHandler() }
        let lock = try StartFailure.naming(.state) {
            try LocalFileSystem().makeFolder(folders.state)
            return try StateLock(folders.state)
        }
        defer { withExtendedLifetime(lock) {} }
        let watch = try StartFailure.naming(.state) {
            try watched.map { try LiveWatch(state: $0, drill: folders.state, zone: plan.plan.zone) }
        }
        let service = try StartFailure.naming(.state) {
            // A drill that a loss of power ends is played again: waiting for the disk would take most of its time.
            let ledger = try Ledger(path: folders.ledger, waitsForDisk: false)
            if ledger.head == .empty {
                try ledger.append([.drill(episode: episode.title)], knownAt: episode.instants.lowerBound.start)
            }
            let spool = Spool(root: folders.spool, on: LocalFileSystem(waitsForDisk: false))
            try spool.prepare()
            return try DeskService(
                plan: plan, ledger: ledger, spool: spool, isDrill: true, settings: approvesAtOnce ? .drill : .live, log: log,
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
        let clock = DrillClock(pace)
        let reach = { (now: Instant) in
            try clock.wait(until: now.seconds - episode.instants.lowerBound.start.seconds) {
                if let alarm = try watch?.alarm() { throw DrillInterrupted(cause: alarm) }
            }
        }
        let decisions: [Decision]
        do { decisions = try play(episode, service, FeedIntake(service: service, log: log), reach: reach) } catch {
            clearProgress()
            throw error
        }
        summarise(decisions, service, until: episode.instants.upperBound)
    }

    /// - Parameter reach: Waits until a time of the drill has come.
    private func play(
        _ episode: DrillEpisode, _ service: DeskService<LocalFileSystem>, _ intake: FeedIntake<LocalFileSystem>,
        reach: (Instant) throws -> Void
    ) throws -> [Decision] {
        var decisions: [Decision] = []
        var next = 0
        let hours = episode.instants.upperBound - episode.instants.lowerBound + 1
        for hour in 0..<hours {
            let instant = episode.instants.lowerBound + hour
            let deadline = Sealing.deadline(of: instant, waitMinutes: service.desk.plan.waitMinutes)
            var now = instant.start
            try reach(now)
            // What has come in counts; then each file as it comes, until the hour is complete or the wait is over.
            while next < episode.arrivals.count,
                episode.arrivals[next].at <= (service.desk.isComplete(for: instant) ? now : deadline)
            {
                let arrival = episode.arrivals[next]
                now = max(now, arrival.at)
                try reach(now)
                if case .rejected(let reason) = try intake.take(
                    arrival.bytes, name: arrival.name, digest: ContentHash.hex(arrival.bytes), now: now)
                {
                    say(style.yellow("\(arrival.name): \(reason)"))
                }
                next += 1
            }
            if !service.desk.isComplete(for: instant) { now = deadline }
            try reach(now)
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
            if !approvesAtOnce { decisions += try approve(service, now: now) }
        }
        clearProgress()
        return decisions
    }

    /// Asks for what waits, and does what the answer says; at the end of the input nobody answers any more.
    private func approve(_ service: DeskService<LocalFileSystem>, now: Instant) throws -> [Decision] {
        var decisions: [Decision] = []
        for entry in service.waiting.inOrder where entry.since == now {
            let decision = entry.proposal.decision
            say(
                "演练 \(service.desk.plan.zone.shortText(decision.at)) \(decision.kind.rawValue) to \(decision.to ?? Decision.none) waits for "
                    + "\(entry.proposal.approver): `approve NAME`, `reject REASON`, or an empty line to let it wait")
            guard let answer = DrillAnswer(readLine() ?? "", proposal: decision.id) else { continue }
            do {
                let receipt = try service.act(answer.matter, by: .init(user: "drill", id: getuid()), now: now)
                for decision in receipt.outcome.decisions { say(coloured(decision, service.desk.plan)) }
                decisions += receipt.outcome.decisions
            } catch let refusal as ActRefusal {
                say(style.yellow("refused: \(refusal)"))
            }
        }
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
        say(
            "\n\(decisions.count) decisions; their notices (演练 / Exercise), each with notice.txt, notice.html, notice.json and cap.xml:"
        )
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

/// Something real has come up: the drill is over.
public struct DrillInterrupted: Error, CustomStringConvertible {
    public var cause: String

    public static let exitCode: Int32 = 3

    public var description: String {
        "演练中止，出现真实事件 DRILL INTERRUPTED BY WHAT IS REAL: \(cause)"
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
