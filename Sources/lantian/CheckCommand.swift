import ArgumentParser
import FileAccess
import Glibc
import Lists
import PlanLanguage
import Presentation
import Proofs
import Templates

/// `lantian check`
struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Checks the plan in a folder, and the list beside it.",
        discussion: "Exits 0 without errors, 1 with errors (with --strict: or warnings), 2 when it could not run.")

    @Argument(help: "Folder with the *.plan files.")
    var folder: String

    @Flag(help: "Take warnings for errors.")
    var strict = false

    @Flag(help: "Also prove what can be proved, within ten seconds: what is found is a warning.")
    var prove = false

    @Option(help: "text, or json for JSON Lines.")
    var format = OutputFormat.text

    func run() throws {
        let plan: PlanFolder
        do throws(FileFailure) { plan = try PlanFolder.read(folder) } catch { throw Console.cannotRun(error.description) }
        var result = plan.check()
        result.findings += TemplateSet.read(plan.templates, for: result.plan).findings
        if prove { result.findings += proofs(result, plan) }
        let style = Console.style(of: STDOUT_FILENO)
        switch format {
        case .json: Console.write(FindingJSON.lines(result.findings) + ListFindingJSON.lines(result.listFindings))
        case .text:
            Console.write(FindingRenderer(files: plan.files + plan.templates, colour: style.isOn).text(result.findings))
            Console.write(ListFindingText(folder: folder, colour: style.isOn).text(result.listFindings))
            Console.write(summary(result) + "\n")
        }
        let worst: Severity = strict ? .warning : .error
        if let found = result.worst, found >= worst { throw Console.failed }
    }

    /// What `lantian prove` finds of a plan without errors.
    private func proofs(_ result: FolderCheck, _ folder: PlanFolder) -> [Finding] {
        let deadline = Deadline(seconds: 10)
        guard let plan = result.plan, let report = ProveCommand.report([plan], list: result.list, ProofSettings(), deadline)
        else { return [] }
        let open = report.answers.count { $0.verdict == .undecided }
        if open > 0 { Console.note("\(open) questions were left undecided: lantian prove \(self.folder) --time-limit 60") }
        // That a level has no end, the checker says already.
        return ProofPlaces(folder.files).findings(report).filter { finding in
            finding.id != "never-ends" || !finding.message.contains("has no `end`")
        }
    }

    private func summary(_ result: FolderCheck) -> String {
        func count(_ severity: Severity) -> String {
            let number = result.count(severity)
            return "\(number) \(severity.rawValue)\(number == 1 ? "" : "s")"
        }
        let style = Console.style(of: STDOUT_FILENO)
        let verdict = result.hasErrors ? style.red("not usable") : style.green("usable")
        return "\(folder): \(verdict): \(count(.error)), \(count(.warning)), \(count(.note))"
    }
}
