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
        let language = Console.localeLanguage
        let words = LedgerWords(language: language)
        let folder = try StateFolder.named(state)
        let ledger = folder + "/ledger.sqlite"
        let kept = "\(ledger).replaced-\(WallClock.now.compactText)"
        let hadLedger = access(ledger, F_OK) == 0
        let report: VerifyReport
        do {
            try LocalFileSystem().makeFolder(folder)
            let lock = try StateLock(folder)
            var progress = Progress(language.pick("copying", "正在复制"))
            report = try LedgerBackup.restore(file, to: ledger, keepingOldAs: kept) { progress.update($0, of: $1) }
            progress.finish()
            withExtendedLifetime(lock) {}
        } catch {
            throw Console.cannotRun(words.text(error))
        }
        guard report.isIntact else {
            Console.note(Console.style(of: STDERR_FILENO).red(words.text(report)))
            Console.note(language.pick("nothing was changed: take another backup", "未作任何改动：请换用另一个备份"))
            throw Console.failed
        }
        Console.write(
            language.pick(
                "\(ledger): \(report.head.seq) records, head \(report.head)\n",
                "\(ledger)：共 \(report.head.seq) 条记录，链头 \(report.head)\n"))
        if hadLedger { Console.write(language.pick("the ledger that was there: \(kept)\n", "原台账保留为：\(kept)\n")) }
        Console.write(
            language.pick(
                "what has come in since lies in done/ of the inbox: move those files back into the inbox before the daemon starts; "
                    + "what is on record already is not taken twice\n",
                "备份之后收到的文件在收件目录的 done/ 中：请在启动服务前移回收件目录；已有记录的内容不会重复收取\n"))
    }
}
