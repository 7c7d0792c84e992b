import AirQuality
import ArgumentParser
import Explanations
import FileAccess
import Glibc
import Ledger
import PlanLanguage
import PlanModel

/// `lantian doctor`
struct DoctorCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor", abstract: "Looks whether the daemon has what it needs, and says what to do where not.",
        discussion: """
            Reads only: folders and their rights, the disk, the clock, the daemon, the plan, and the ledger. Exits 0 when all is \
            fine, 1 with warnings, 2 with failures. The defaults are the folders that systemd gives the daemon.
            """)

    @Option(help: "Folder with the *.plan files (default: $CONFIGURATION_DIRECTORY/plan, else /etc/lantian/plan).")
    var plan: String?

    @Option(help: "The state folder (default: $STATE_DIRECTORY, else /var/lib/lantian).")
    var state: String?

    @Option(help: "The inbox (default: STATE/inbox).")
    var inbox: String?

    @Option(help: "The spool (default: STATE/spool).")
    var spool: String?

    @Option(help: "text, or json for JSON Lines.")
    var format = OutputFormat.text

    func run() throws {
        let text = DiagnosisText(
            diagnoses: diagnoses(), language: Console.localeLanguage, style: Console.style(of: STDOUT_FILENO))
        switch format {
        case .text: Console.write(text.text)
        case .json: Console.write(text.json)
        }
        if text.diagnoses.contains(where: { $0.verdict == .failure }) { throw Console.cannotRun }
        if text.diagnoses.contains(where: { $0.verdict == .warning }) { throw Console.failed }
    }

    private func diagnoses() -> [Diagnosis] {
        let state = (try? StateFolder.named(state)) ?? "/var/lib/lantian"
        let inbox = inbox ?? state + "/inbox"
        let now = WallClock.now
        let folders = FolderChecks(folders: [
            ("state", .init("state folder", "状态目录"), state), ("inbox", .init("inbox", "收件目录"), inbox),
            ("spool", .init("spool", "发件目录"), spool ?? state + "/spool"),
        ])
        let (isRunning, daemon) = daemon(state)
        let checked = planCheck()
        var found = folders.run() + GroupChecks(state: state, inbox: inbox).run() + [daemon, checked.diagnosis]
        let zone = checked.plan?.zone ?? .beijing
        var newestData: HourSlot?
        do {
            let ledger = try Ledger(path: state + "/ledger.sqlite", readOnly: true)
            newestData = try ledger.health().newestData
            found += try LedgerChecks(
                ledger: ledger, zone: zone, now: now, isRunning: isRunning, planHash: checked.hash
            ).run()
            if let plan = checked.plan { found += try SourceChecks(ledger: ledger, plan: plan, now: now).run() }
        } catch let error as LedgerError {
            found.append(
                .failure(
                    "ledger", .init("ledger", "台账"), .init(error.what, error.what), help: .init(error.help, error.help)))
        } catch {
            found.append(
                .failure(
                    "ledger", .init("ledger", "台账"), .init("\(error)", "\(error)"),
                    help: .init("run lantian ledger verify \(state)", "请运行 lantian ledger verify \(state)")))
        }
        return found + InboxChecks(path: inbox, now: now.seconds).run()
            + ClockChecks(now: now, newestData: newestData, zone: zone).run()
    }

    private func daemon(_ state: String) -> (isRunning: Bool, Diagnosis) {
        let name = Diagnosis.Words("daemon", "服务")
        if (try? StateLock.isHeld(state)) == true {
            return (true, .fine("daemon", name, .init("it works on \(state)", "正在 \(state) 上运行")))
        }
        return (
            false,
            .failure(
                "daemon", name, .init("none works on \(state)", "\(state) 上没有服务运行"),
                help: .init(
                    "systemctl start lantiand; if it ends again, look into its journal", "systemctl start lantiand；若再次退出，请查看日志"))
        )
    }

    private func planCheck() -> (plan: Plan?, hash: String?, diagnosis: Diagnosis) {
        let path = plan ?? Self.configuredPlan
        let name = Diagnosis.Words("plan folder", "预案目录")
        let folder: PlanFolder
        do throws(FileFailure) { folder = try PlanFolder.read(path) } catch {
            return (
                nil, nil,
                .failure(
                    "plan", name, .init(error.description, error.description),
                    help: .init("name the folder with --plan, or give the right to read it", "请用 --plan 指定目录，或给予读取权限"))
            )
        }
        let check = folder.check()
        guard let plan = check.plan, !check.hasErrors else {
            let errors = check.count(.error)
            return (
                check.plan, nil,
                .failure(
                    "plan", name, .init("\(path): \(errors) errors", "\(path)：\(errors) 处错误"),
                    help: .init("lantian check \(path)", "lantian check \(path)"))
            )
        }
        let hash = ExplainCommand.version(of: folder, plan)
        let warnings = check.count(.warning)
        guard warnings > 0 else {
            return (plan, hash, .fine("plan", name, .init("\(path): \(plan.name)", "\(path)：\(plan.name)")))
        }
        return (
            plan, hash,
            .warning(
                "plan", name, .init("\(path): \(warnings) warnings", "\(path)：\(warnings) 处提醒"),
                help: .init("lantian check \(path)", "lantian check \(path)"))
        )
    }

    private static var configuredPlan: String {
        let value = getenv("CONFIGURATION_DIRECTORY").flatMap { String(validatingCString: $0) }
        return (value?.split(separator: ":").first.map(String.init) ?? "/etc/lantian") + "/plan"
    }
}
