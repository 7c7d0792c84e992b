import AirQuality
import ArgumentParser
import Desk
import FileAccess
import Glibc
import Ledger
import Presentation

/// `lantian restore`
struct RestoreCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "restore", abstract: "Puts a backup into the place of the ledger; stop the daemon first.",
        discussion: """
            The backup is copied and checked before anything changes. The ledger that was there is kept beside it as \
            ledger.sqlite.replaced-TIME. Exits 0 when the ledger is restored; 1 when the backup is not whole, and 2 when it \
            cannot be read or a daemon runs: then nothing has changed.
            """)

    @Argument(help: "The file of the backup.")
    var file: String

    @Option(help: "The state folder (default: $STATE_DIRECTORY).")
    var state: String?

    func run() throws {
        let folder = try StateFolder.named(state)
        let ledger = folder + "/ledger.sqlite"
        let kept = "\(ledger).replaced-\(WallClock.now.compactText)"
        let hadLedger = access(ledger, F_OK) == 0
        let report: VerifyReport
        do {
            try LocalFileSystem().makeFolder(folder)
            let lock = try StateLock(folder)
            var progress = Progress("copying")
            report = try LedgerBackup.restore(file, to: ledger, keepingOldAs: kept) { progress.update($0, of: $1) }
            progress.finish()
            withExtendedLifetime(lock) {}
        } catch {
            throw Console.cannotRun("\(error)")
        }
        guard report.isIntact else {
            Console.note(Console.style(of: STDERR_FILENO).red("\(report)"))
            Console.note("nothing was changed: take another backup")
            throw Console.failed
        }
        Console.write("\(ledger): \(report.head.seq) records, head \(report.head)\n")
        if hadLedger { Console.write("the ledger that was there: \(kept)\n") }
        Console.write(
            """
            what has come in since lies in done/ of the inbox: move those files back into the inbox before the daemon starts; \
            what is on record already is not taken twice

            """)
    }
}
