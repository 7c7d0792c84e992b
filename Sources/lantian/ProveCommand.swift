import AirQuality
import ArgumentParser
import FileAccess
import Glibc
import PlanLanguage
import PlanModel
import Presentation
import Proofs

/// `lantian prove`
struct ProveCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "prove", abstract: "Proves of a plan that no clause is dead and no warning flaps, or shows a series.",
        discussion: """
            Assumes that forecasts come true and that no data is missing; docs/prove.md says what is proved and how. With two \
            folders: whether the new plan is never later and never lower than the old one. Exits 0 without findings, 1 with \
            findings, 2 when it could not run.
            """)

    @Argument(help: "Folder with the *.plan files; two: the old plan and the new one.")
    var folders: [String]

    @Option(help: "Hours ahead that forecasts reach, 1 to 240.")
    var reach = 168

    @Option(help: "Hours after a lift within which the same level again is flapping.")
    var within = 36

    @Option(name: .customLong("on"), help: "The date whose edition of HJ 633 and clock hold; default: of the pinned edition, else 2027-01-15.")
    var date: String?

    @Option(help: "Seconds after which what is open is called undecided.")
    var timeLimit = 10

    @Option(help: "text, or json for JSON Lines.")
    var format = OutputFormat.text

    func validate() throws {
        guard (1...2).contains(folders.count) else { throw ValidationError("give one folder, or two to compare") }
        guard (1...240).contains(reach) else { throw ValidationError("--reach is 1 to 240") }
        guard (1...240).contains(within) else { throw ValidationError("--within is 1 to 240") }
        guard (1...86_400).contains(timeLimit) else { throw ValidationError("--time-limit is 1 to 86400") }
        if let date, LocalDate(date) == nil { throw ValidationError("--on \(date) is no date such as 2027-01-15") }
    }

    func run() throws {
        let plans = try folders.map { try CheckedPlan.read($0).plan }
        let deadline = Deadline(seconds: timeLimit)
        let settings = ProofSettings(reach: reach, within: within, date: date.flatMap { LocalDate($0) })
        guard var prover = Prover(plan: plans[0], settings: settings, shouldStop: { deadline.isOver }) else {
            throw Console.cannotRun("the plan in \(folders[0]) has no area")
        }
        let report = prover.report()
        let style = Console.style(of: STDOUT_FILENO)
        Console.write(ProofText(zone: plans[0].zone, style: style) { _ in nil }.text(report))
        Console.write("\n\(summary(report, style)), \(deadline.tenths / 10).\(deadline.tenths % 10) s\n")
        if !report.findings.isEmpty { throw Console.failed }
    }

    private func summary(_ report: ProofReport, _ style: Style) -> String {
        let found = report.findings.count
        let open = report.answers.count { $0.verdict == .undecided }
        let proved = report.answers.count { $0.verdict == .proved }
        let verdict = found > 0 ? style.red("\(found) found") : style.green("nothing found")
        return "\(folders.joined(separator: " → ")): \(verdict), \(proved) proved, \(open) undecided"
    }
}

/// A plan folder whose plan has no errors.
struct CheckedPlan {
    var folder: PlanFolder
    var plan: Plan

    /// Reads and checks a folder; errors go to stderr.
    static func read(_ path: String) throws -> CheckedPlan {
        let folder: PlanFolder
        do throws(FileFailure) { folder = try PlanFolder.read(path) } catch { throw Console.cannotRun(error.description) }
        let result = folder.checkText()
        guard let plan = result.plan else {
            let errors = result.findings.filter { $0.severity == .error }
            Console.note(FindingRenderer(files: folder.files, colour: Console.style(of: STDERR_FILENO).isOn).text(errors))
            throw Console.cannotRun("the plan in \(path) has errors")
        }
        return CheckedPlan(folder: folder, plan: plan)
    }
}

/// An instant of the monotonic clock.
struct Deadline: Sendable {
    private let start = ContinuousClock.now
    private let limit: Duration

    init(seconds: Int) { limit = .seconds(seconds) }

    var isOver: Bool { start.duration(to: .now) > limit }

    /// Tenths of seconds since the start.
    var tenths: Int { Int(start.duration(to: .now) / .milliseconds(100)) }
}
