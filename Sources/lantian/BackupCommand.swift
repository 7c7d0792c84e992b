import ArgumentParser
import Glibc
import Ledger
import Presentation

/// `lantian backup`
struct BackupCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup", abstract: "Copies the ledger into one file, while the daemon runs, and checks the copy.",
        discussion: """
            The copy is of one moment. It is written beside FILE, checked from the first record to the last, and only then \
            renamed to FILE. Exits 0 when the backup is whole, 1 when the copy is not what it should be, 2 when there is none.
            """)

    @Argument(help: "The file of the backup.")
    var file: String

    @Option(help: "The state folder that holds ledger.sqlite, or the ledger file (default: $STATE_DIRECTORY).")
    var state: String?

    @Flag(help: "Replace FILE where it is there.")
    var force = false

    func run() throws {
        let ledger = LedgerCommand.file(try StateFolder.named(state))
        let report: VerifyReport
        do {
            var progress = Progress("copying")
            report = try LedgerBackup.make(of: ledger, at: file, replaces: force) { progress.update($0, of: $1) }
            progress.finish()
        } catch {
            throw Console.cannotRun("\(error)")
        }
        guard let fault = report.fault else {
            Console.write("\(file): \(report.head.seq) records, head \(report.head)\n")
            return
        }
        let style = Console.style(of: STDERR_FILENO)
        Console.note(style.red("\(report)"))
        Console.note(
            fault.isOfRecords
                ? "no backup was made: the ledger itself is not whole; bring back the last good backup with `lantian restore`"
                : "\(file) was made: its records are whole, and `lantian restore` makes the tables anew; so does, with the daemon "
                    + "stopped, `lantian ledger rebuild`")
        throw Console.failed
    }
}
