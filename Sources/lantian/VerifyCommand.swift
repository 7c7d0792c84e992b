import AirQuality
import ArgumentParser
import FileAccess
import Glibc
import Ledger
import Notices
import PlanModel
import Presentation
import Warnings

/// `lantian verify`
struct VerifyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify", abstract: "Makes the decisions of notices again from their folders, or all of a ledger's.",
        discussion: """
            Reads evidence/: the plan, the data as it was known, and what was in force; evaluates anew and compares with the \
            notice, without the ledger. With --ledger the chain of records is checked too, the heads that the notices name must \
            be in it, and every decision on record is made again. Exits 0 when all comes out the same, 1 when something differs, \
            2 when something cannot be read.
            """)

    @Argument(help: "Folders of notices, or their folders evidence.")
    var folders: [String] = []

    @Option(help: "Check this ledger, or that of this state folder, too.")
    var ledger: String?

    @Flag(help: "With --ledger: also make the hours again in which nothing was decided.")
    var everyHour = false

    @Option(help: "text, or json: one line a notice, and one for the ledger.")
    var format = OutputFormat.text

    func validate() throws {
        if folders.isEmpty, ledger == nil { throw ValidationError("give the folder of a notice, or --ledger") }
        if everyHour, ledger == nil { throw ValidationError("--every-hour goes with --ledger") }
    }

    func run() throws {
        var verdict = Verdict.same
        var heads: [LedgerHead] = []
        for (number, folder) in folders.enumerated() {
            guard let report = check(folder) else {
                verdict = .unreadable
                continue
            }
            switch format {
            case .text:
                if number > 0 { Console.write("\n") }
                Console.write(VerifyText(report: report, style: Console.style(of: STDOUT_FILENO)).text)
            case .json: Console.write(VerifyText(report: report, style: Style(isOn: false)).json + "\n")
            }
            verdict = max(verdict, Verdict(report.verdict))
            guard ledger != nil, let named = report.heads else { continue }
            for text in [named.before, named.after] {
                if let head = LedgerHead(text) {
                    heads.append(head)
                } else {
                    verdict = .unreadable
                    _ = Console.cannotRun("\(folder) names a head of the ledger that is none")
                }
            }
        }
        if let ledger { verdict = max(verdict, try check(ledger: ledger, heads)) }
        switch verdict {
        case .same: return
        case .different: throw Console.failed
        case .unreadable: throw Console.cannotRun
        }
    }

    /// The worst of several counts.
    private enum Verdict: Int, Comparable {
        case same, different, unreadable

        init(_ verdict: EvidenceReport.Verdict) {
            switch verdict {
            case .same: self = .same
            case .different: self = .different
            case .unreadable: self = .unreadable
            }
        }

        static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
    }

    /// nil where there is nothing to read; stderr says why.
    private func check(_ folder: String) -> EvidenceReport? {
        let files: NoticeFolder
        do throws(FileFailure) { files = try NoticeFolder.read(folder) } catch {
            _ = Console.cannotRun(error.description)
            return nil
        }
        if files.evidence.isEmpty {
            _ = Console.cannotRun("\(folder): \(Self.missing(files.notice ?? [:]))")
            return nil
        }
        var report = EvidenceCheck.standard.check(evidence: files.evidence, notice: files.notice)
        if files.notice == nil {
            report.notes.append("the notice itself was not compared: only its evidence is at hand")
        } else if let notice = report.notice, lastName(of: folder) != notice, ![".", ".."].contains(lastName(of: folder)) {
            report.notes.append("the folder has another name than the notice, \(notice.prefix(200))")
        }
        return report
    }

    private func check(ledger path: String, _ heads: [LedgerHead]) throws -> Verdict {
        var progress = Progress("verifying")
        let check: LedgerCheck
        do {
            let ledger = try Ledger(path: LedgerCommand.file(path), readOnly: true)
            let last = Int(ledger.head.seq)
            check = try LedgerCheck(ledger, heads: heads, everyHour: everyHour) { progress.update(Int($0), of: last) }
        } catch {
            progress.finish()
            throw Console.cannotRun("\(error)")
        }
        progress.finish()
        switch format {
        case .text: Console.write((folders.isEmpty ? "" : "\n") + check.text(Console.style(of: STDOUT_FILENO)))
        case .json: Console.write(check.json + "\n")
        }
        return !check.isSame ? .different : check.isIncomplete ? .unreadable : .same
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
                the notice carries no evidence. That of a feed's silence, of changed orders, of advice, of a high value and of a correction \
                decides no level, so that there is nothing to verify; of a decision it should lie in evidence/
                """
        }
    }
}

extension LedgerHead {
    /// `412:9f86d081…` with all 64 digits, as notices write it; nil for anything else.
    fileprivate init?(_ text: String) {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2, let seq = Int64(parts[0]), seq >= 0, parts[1].utf8.count == 64 else { return nil }
        self.init(seq: seq, hash: String(parts[1]))
    }
}
