import AirQuality
import ArgumentParser
import FileAccess
import Glibc
import Lists
import PlanLanguage
import PlanModel
import PlanTesting
import Presentation
import Proofs

/// `lantian prove`
struct ProveCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "prove", abstract: "Proves of a plan that no clause is dead and no warning flaps, or shows a series.",
        discussion: """
            Assumes that forecasts come true and that no data is missing; docs/prove.md says what is proved and how. Where the \
            tables of the list lie beside the plan, also which rules are for nobody of it, and for whom rules differ. With two \
            folders: whether the new plan is never later and never lower than the old one. Exits 0 without findings, 1 with \
            findings, 2 when it could not run.
            """)

    @Argument(help: "Folder with the *.plan files; two: the old plan and the new one.")
    var folders: [String]

    @Option(help: "Hours ahead that forecasts reach, 1 to 240.")
    var reach = 168

    @Option(help: "Hours after a lift within which the same level again is flapping.")
    var within = 36

    @Option(
        name: .customLong("on"),
        help: "The date whose edition of HJ 633 and clock hold; default: of the pinned edition, else 2027-01-15.")
    var date: String?

    @Option(help: "Seconds after which what is open is called undecided.")
    var timeLimit = 10

    @Option(help: "Writes the series found as tests of the plan to this file.")
    var writeTest: String?

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
        let plans = try folders.map { try CheckedPlan.read($0) }
        let deadline = Deadline(seconds: timeLimit)
        let settings = ProofSettings(reach: reach, within: within, date: date.flatMap { LocalDate($0) })
        let list = plans.count == 1 ? readList(plans[0]) : nil
        guard let report = Self.report(plans.map(\.plan), list: list, settings, deadline), let last = plans.last else {
            throw Console.cannotRun("a plan has no area")
        }
        let places = ProofPlaces(last.folder.files)
        let style = Console.style(of: STDOUT_FILENO)
        switch format {
        case .text:
            Console.write(ProofText(zone: last.plan.zone, style: style) { places.place($0) }.text(report))
            Console.write("\n\(summary(report, style)), \(deadline.tenths / 10).\(deadline.tenths % 10) s\n")
        case .json: Console.write(ProofJSON(zone: last.plan.zone) { places.place($0) }.lines(report))
        }
        if let writeTest { try write(report, last.plan, to: writeTest) }
        if !report.findings.isEmpty { throw Console.failed }
    }

    /// nil where a plan has no area.
    ///
    /// - Parameter list: That of a single plan. It is asked first, and gets half of the time at most.
    static func report(
        _ plans: [Plan], list: EmissionList?, _ settings: ProofSettings, _ deadline: Deadline
    ) -> ProofReport? {
        guard let first = plans.first, let last = plans.last else { return nil }
        if plans.count > 1 {
            var prover = ComparisonProver(old: first, new: last, settings: settings) { deadline.isOver }
            return prover?.report()
        }
        var listProver = list.flatMap { ListProver(plan: first, list: $0) { deadline.isHalfOver } }
        guard var prover = Prover(plan: first, settings: settings, shouldStop: { deadline.isOver }) else { return nil }
        var report = prover.report()
        listProver?.add(to: &report)
        return report
    }

    /// The list beside a plan that gives orders; where it has errors, a note says so.
    private func readList(_ checked: CheckedPlan) -> EmissionList? {
        guard checked.plan.orders.tables != nil else { return nil }
        let read = ListReader.read(files: checked.folder.tables, plan: checked.plan)
        if read.list == nil { Console.note("the list is not asked, it has errors: see lantian list check \(folders[0])") }
        return read.list
    }

    /// Writes the witnesses as tests that the plan passes as it is.
    private func write(_ report: ProofReport, _ plan: Plan, to path: String) throws {
        var runner = PlanTestRunner(plan: plan, list: nil)
        var text = ""
        var count = 0
        for answer in report.findings {
            guard let witness = answer.witness else { continue }
            let tests = witness.tests(named: answer.message, of: plan, area: answer.area, reach: report.settings.reach)
            guard let test = tests.first(where: { runner.run($0).hasPassed }) else {
                Console.note("no test of: \(answer.message): run from its first hour on, the series leads elsewhere")
                continue
            }
            count += 1
            text += (text.isEmpty ? "" : "\n") + test.text(zone: plan.zone)
        }
        do throws(FileFailure) {
            try LocalFileSystem().replace(path, with: Array(text.utf8))
        } catch { throw Console.cannotRun(error.description) }
        Console.note("\(count) \(count == 1 ? "test" : "tests") written to \(path)")
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
    var isHalfOver: Bool { start.duration(to: .now) > limit / 2 }

    /// Tenths of seconds since the start.
    var tenths: Int { Int(start.duration(to: .now) / .milliseconds(100)) }
}
