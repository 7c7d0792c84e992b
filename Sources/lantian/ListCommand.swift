import AirQuality
import ArgumentParser
import FileAccess
import Glibc
import Lists
import Orders
import PlanLanguage
import PlanModel
import Presentation

/// `lantian list`
struct ListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "The emission-reduction list of a plan folder.",
        subcommands: [CheckList.self, ListSampleCommand.self, ListDiffCommand.self])
}

/// `lantian list check`
struct CheckList: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Checks the tables of the list, and counts what they have.",
        discussion: """
            The plan beside them says which tables, levels, counties and industries there are. Exits 0 without errors, 1 with \
            errors (with --strict: or warnings), 2 when it could not run.
            """)

    @Argument(help: "Folder with the *.plan files and the tables.")
    var folder: String

    @Flag(help: "Take warnings for errors.")
    var strict = false

    @Option(help: "text, or json for JSON Lines.")
    var format = OutputFormat.text

    func run() throws {
        let plan: PlanFolder
        do throws(FileFailure) { plan = try PlanFolder.read(folder) } catch { throw Console.cannotRun(error.description) }
        let result = plan.check()
        guard let checked = result.plan else {
            throw Console.cannotRun("\(folder): the plan itself has errors; lantian check names them")
        }
        guard checked.orders.tables != nil else {
            throw Console.cannotRun("\(folder): the plan names no list: write enterprises from \"enterprises.csv\"")
        }
        let style = Console.style(of: STDOUT_FILENO)
        switch format {
        case .json: Console.write(ListFindingJSON.lines(result.listFindings))
        case .text:
            Console.write(ListFindingText(folder: folder, colour: style.isOn).text(result.listFindings))
            if let list = result.list {
                Console.write(ListSummary(list).text + "\n")
                writeWatches(checked, list)
            }
            let verdict = result.list == nil ? style.red("not usable") : style.green("usable")
            Console.write("\(folder): \(verdict): \(counts(result.listFindings))\n")
        }
        let worst: ListFinding.Severity = strict ? .warning : .error
        if result.listFindings.contains(where: { $0.severity >= worst }) { throw Console.failed }
    }

    /// What the plan wants to be told about the list, as of today.
    private func writeWatches(_ plan: Plan, _ list: EmissionList) {
        let today = plan.zone.date(of: Instant(seconds: Int64(time(nil))).hourFloor)
        let style = Console.style(of: STDOUT_FILENO)
        let lines = WatchReport(plan: plan, list: list, on: today).lines(plan, list)
        if lines.isEmpty { return }
        Console.write(lines.map { ($0.isMet ? $0.text : style.yellow($0.text)) + "\n" }.joined() + "\n")
    }

    private func counts(_ findings: [ListFinding]) -> String {
        ListFinding.Severity.allCases.reversed().map { severity in
            let number = findings.count { $0.severity == severity }
            return "\(number) \(severity.rawValue)\(number == 1 ? "" : "s")"
        }.joined(separator: ", ")
    }
}
