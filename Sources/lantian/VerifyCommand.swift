import AirQuality
import ArgumentParser
import FileAccess
import Glibc
import Notices
import PlanModel
import Presentation
import Warnings

/// `lantian verify`
struct VerifyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify", abstract: "Makes the decision of a notice again from its folder, without the ledger.",
        discussion: """
            Reads evidence/: the plan, the data as it was known, and what was in force; evaluates anew and compares with the \
            notice. Exits 0 when the decision comes out the same, 1 when something differs, 2 when the evidence cannot be read.
            """)

    @Argument(help: "The folder of a notice, or its folder evidence.")
    var folder: String

    @Option(help: "text or json.")
    var format = OutputFormat.text

    func run() throws {
        let files: NoticeFolder
        do throws(FileFailure) { files = try NoticeFolder.read(folder) } catch { throw Console.cannotRun(error.description) }
        if files.evidence.isEmpty { throw Console.cannotRun("\(folder): \(Self.missing(files.notice ?? [:]))") }
        var report = EvidenceCheck.standard.check(evidence: files.evidence, notice: files.notice)
        if files.notice == nil {
            report.notes.append("the notice itself was not compared: only its evidence is at hand")
        } else if let notice = report.notice, lastName(of: folder) != notice, ![".", ".."].contains(lastName(of: folder)) {
            report.notes.append("the folder has another name than the notice, \(notice.prefix(200))")
        }
        switch format {
        case .text: Console.write(VerifyText(report: report, style: Console.style(of: STDOUT_FILENO)).text)
        case .json: Console.write(VerifyText(report: report, style: Style(isOn: false)).json + "\n")
        }
        switch report.verdict {
        case .same: return
        case .different: throw Console.failed
        case .unreadable: throw Console.cannotRun
        }
    }

    private static func missing(_ notice: [String: [UInt8]]) -> String {
        if notice.isEmpty { return "it is no notice: there is neither evidence nor notice.json" }
        switch NoticeBasis.kind(of: notice["notice.json"] ?? []) {
        case "consultation":
            return """
                the notice was declared by a person on consultation, not by conditions of the plan: there is nothing to make again. \
                Its reason, its signature and what the rules said beside it stand in notice.json, decision.basis
                """
        case "directive":
            return """
                the notice stands on directives of a superior office, not on conditions of the plan: there is nothing to make again. \
                The numbers of the documents stand in notice.json, decision.basis
                """
        default:
            return """
                the notice carries no evidence. That of a feed's silence and of changed orders decides no level, so that there is \
                nothing to verify; of a decision it should lie in evidence/
                """
        }
    }
}
