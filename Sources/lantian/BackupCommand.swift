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
        let language = Console.localeLanguage
        let words = LedgerWords(language: language)
        let ledger = LedgerCommand.file(try StateFolder.named(state))
        let report: VerifyReport
        do {
            var progress = Progress(language.pick("copying", "正在复制"))
            report = try LedgerBackup.make(of: ledger, at: file, replaces: force) { progress.update($0, of: $1) }
            progress.finish()
        } catch {
            throw Console.cannotRun(words.text(error))
        }
        guard let fault = report.fault else {
            Console.write(
                language.pick(
                    "\(file): \(report.head.seq) records, head \(report.head)\n",
                    "\(file)：共 \(report.head.seq) 条记录，链头 \(report.head)\n"))
            return
        }
        let style = Console.style(of: STDERR_FILENO)
        Console.note(style.red(words.text(report)))
        Console.note(
            fault.isOfRecords
                ? language.pick(
                    "no backup was made: the ledger itself is not whole; bring back the last good backup with `lantian restore`",
                    "未生成备份：台账本身不完整；请用 lantian restore 恢复最近的完好备份")
                : language.pick(
                    "\(file) was made: its records are whole, and `lantian restore` makes the tables anew; so does, with the daemon "
                        + "stopped, `lantian ledger rebuild`",
                    "已生成 \(file)：记录完整，lantian restore 会重建各表；停止服务后运行 lantian ledger rebuild 亦可"))
        throw Console.failed
    }
}
