import ArgumentParser
import FileAccess
import Glibc
import Lists
import PlanLanguage
import Presentation

/// `lantian check`
struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Checks the plan in a folder, and the list beside it.",
        discussion: "Exits 0 without errors, 1 with errors (with --strict: or warnings), 2 when it could not run.")

    @Argument(help: "Folder with the *.plan files.")
    var folder: String

    @Flag(help: "Take warnings for errors.")
    var strict = false

    @Option(help: "text, or json for JSON Lines.")
    var format = OutputFormat.text

    func run() throws {
        let plan: PlanFolder
        do throws(FileFailure) { plan = try PlanFolder.read(folder) } catch { throw Console.cannotRun(error.description) }
        let result = plan.check()
        let style = Console.style(of: STDOUT_FILENO)
        switch format {
        case .json: Console.write(FindingJSON.lines(result.findings) + ListFindingJSON.lines(result.listFindings))
        case .text:
            Console.write(FindingRenderer(files: plan.files, colour: style.isOn).text(result.findings))
            Console.write(ListFindingText(folder: folder, colour: style.isOn).text(result.listFindings))
            Console.write(summary(result) + "\n")
        }
        let worst: Severity = strict ? .warning : .error
        if let found = result.worst, found >= worst { throw Console.failed }
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
