import ArgumentParser
import Daemon
import Glibc
import Logging
import Presentation
import ServiceManager

/// The service.
@main
struct Lantiand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lantiand",
        abstract: "Watches a city's air by its emergency plan and writes notices into a spool folder.",
        discussion: """
            Feed files that are renamed into the inbox, or closed after writing, are taken in; each whole hour is evaluated once; \
            notices appear in SPOOL/new. SIGHUP reloads the plan, SIGTERM stops. The defaults are those that systemd sets.
            """,
        version: LantianVersion.text)

    @Option(help: "Folder with the *.plan files (default: $CONFIGURATION_DIRECTORY/plan).")
    var plan: String?

    @Option(help: "Folder of the ledger and of metrics.prom (default: $STATE_DIRECTORY).")
    var state: String?

    @Option(help: "Folder into which feeds come (default: STATE/inbox).")
    var inbox: String?

    @Option(help: "Folder of the notices (default: STATE/spool).")
    var spool: String?

    @Option(help: "The socket for commands (default: $RUNTIME_DIRECTORY/control.sock, else STATE/control.sock).")
    var control: String?

    @Option(help: "Play an episode as a drill and end: `sample`, a file of `lantian episode`, or a folder of feed files.")
    var drill: String?

    @Option(
        help: "How fast the drill's time goes, as 3600x: an hour a second. Default: as fast as it can.",
        transform: { text in
            guard let pace = DrillPace(text) else {
                throw ValidationError("it is a number from 1 to \(DrillPace.factors.upperBound), as in 3600x")
            }
            return pace
        })
    var pace: DrillPace?

    @Option(
        help: "State folder of the live service: a real decision, proposal or directive there ends the drill with exit code 3.")
    var watch: String?

    @Flag(help: "In the drill, ask on the terminal for what people have to approve; else it takes force at once.")
    var approveByHand = false

    @Option(help: "trace, debug, info, notice, warning, error or critical.")
    var logLevel = LogLevel.info

    enum LogLevel: String, ExpressibleByArgument, CaseIterable {
        case trace, debug, info, notice, warning, error, critical

        var level: Logger.Level {
            switch self {
            case .trace: .trace
            case .debug: .debug
            case .info: .info
            case .notice: .notice
            case .warning: .warning
            case .error: .error
            case .critical: .critical
            }
        }
    }

    func validate() throws {
        if drill == nil, pace != nil || watch != nil || approveByHand {
            throw ValidationError("--pace, --watch and --approve-by-hand belong to --drill")
        }
    }

    func run() throws {
        let state = try folder(state, "STATE_DIRECTORY", "--state")
        let folders = Daemon.Folders(
            plan: try plan ?? folder(nil, "CONFIGURATION_DIRECTORY", "--plan") + "/plan", state: state,
            inbox: inbox ?? state + "/inbox",
            spool: spool ?? state + "/spool",
            control: control ?? Self.folder("RUNTIME_DIRECTORY").map { $0 + "/control.sock" })
        do {
            if let drill {
                try DrillRun(
                    episode: drill, folders: folders, pace: pace, watching: watch, approvesAtOnce: !approveByHand
                ).run()
            } else {
                let log = ServiceLog.logger(identifier: "lantiand", level: logLevel.level)
                try Daemon(folders, notifier: ServiceNotifier(), log: log).run()
            }
        } catch let failure as StartFailure {
            ServiceLog.logger(identifier: "lantiand", level: .info).critical("\(failure)")
            throw ExitCode(failure.exitCode)
        } catch let interruption as DrillInterrupted {
            let style = Style(isOn: isatty(STDERR_FILENO) == 1 && getenv("NO_COLOR") == nil)
            let line = "\u{7}" + style.red("\(interruption)") + "\n"
            _ = write(STDERR_FILENO, line, line.utf8.count)
            throw ExitCode(DrillInterrupted.exitCode)
        }
    }

    /// A folder that systemd names; of several, separated by colons, the first is ours.
    private static func folder(_ variable: String) -> String? {
        getenv(variable).map { String(cString: $0) }?.split(separator: ":").first.map(String.init)
    }

    /// A folder as given, or as systemd names it in the environment.
    private func folder(_ given: String?, _ variable: String, _ option: String) throws -> String {
        if let folder = given ?? Self.folder(variable) { return folder }
        throw ValidationError("\(option) is missing, and $\(variable) is not set")
    }
}
