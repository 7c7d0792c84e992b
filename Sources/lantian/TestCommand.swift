import ArgumentParser
import FileAccess
import Glibc
import PlanLanguage
import PlanModel
import PlanTesting
import Presentation

/// `lantian test`
struct TestCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "test", abstract: "Runs the tests of the plan in a folder.",
        discussion: """
            Tests stand in the *.plan files as test "name" { … }. They run hour by hour through the same desk as replays and the \
            service. Exits 0 where all pass, 1 where one fails or cannot be read, 2 when it could not run.
            """)

    @Argument(help: "Folder with the *.plan files.")
    var folder: String

    @Flag(
        help:
            "Say of each clause whether it was true, false and unknown in some test, and which rules of orders some test rests on."
    )
    var coverage = false

    @Flag(help: "Exit 1 where a clause was not true, false and unknown in some test, or no test rests on a rule of orders.")
    var requireFull = false

    @Flag(help: "Name the tests without running them.")
    var list = false

    @Option(help: "Only tests whose name holds this text.")
    var filter: String?

    @Option(help: "text, json, or junit for XML.")
    var format = Format.text

    enum Format: String, ExpressibleByArgument, CaseIterable { case text, json, junit }

    func run() throws {
        let files: PlanFolder
        do throws(FileFailure) { files = try PlanFolder.read(folder) } catch { throw Console.cannotRun(error.description) }
        let result = files.check()
        let errors = result.findings.filter { $0.severity == .error }
        Console.error(FindingRenderer(files: files.files, colour: Console.style(of: STDERR_FILENO).isOn).text(errors))
        guard let plan = result.plan else { throw Console.cannotRun("the plan in \(folder) has errors") }
        let tests = result.tests.filter { filter.map($0.name.contains) ?? true }
        if list {
            Console.write(tests.map { "\($0.place.file):\($0.place.line)  \($0.name)\n" }.joined())
            if !errors.isEmpty { throw Console.failed }
            return
        }
        if tests.isEmpty, errors.isEmpty {
            throw Console.cannotRun(
                filter.map { "no test of \(folder) has \($0) in its name" } ?? "\(folder) has no tests: write test \"…\" { … }")
        }
        var runner = PlanTestRunner(plan: plan, list: result.list, measuresCoverage: coverage || requireFull)
        var progress = Progress("testing")
        var results: [TestResult] = []
        for (index, test) in tests.enumerated() {
            results.append(runner.run(test))
            progress.update(index + 1, of: tests.count)
        }
        progress.finish()
        let report = TestReport(results: results, coverage: runner.coverage, zone: plan.zone, unreadable: errors.count)
        write(report)
        guard report.isWell, !requireFull || report.coverage?.isFull ?? false else { throw Console.failed }
    }

    private func write(_ report: TestReport) {
        let style = Console.style(of: STDOUT_FILENO)
        switch format {
        case .json: Console.write(report.json)
        case .junit: Console.write(report.junit(suite: folder))
        case .text:
            Console.write(report.text(style))
            if report.coverage != nil { Console.write("\n" + report.coverageText(style)) }
        }
    }
}
