import ArgumentParser
import Control
import Presentation

/// `lantian acknowledge`
struct AcknowledgeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "acknowledge", abstract: "Records that an addressee acknowledged a notice (签收).",
        discussion: "`lantian receipts` lists the receipts that are owed.")

    @Argument(help: "The notice's name.")
    var notice: String

    @Argument(help: "The office or county as the plan names it, or the id of an enterprise on the list.")
    var addressee: String

    @Option(help: "Who signed for it, as the addressee says.")
    var signedBy: String?

    @OptionGroup var control: ControlOptions

    func run() throws {
        let word = Acknowledgement(notice: notice, addressee: addressee, signedBy: signedBy)
        try control.show(.acknowledge(word), ReceiptReport.self) { report, words in
            let rest =
                report.missing == 0
                ? words.style.green(words.say("nobody has still to acknowledge it", "该通知已全部签收"))
                : words.say("\(report.missing) have still to acknowledge it", "该通知尚有 \(report.missing) 个单位未签收")
            return words.say("\(report.addressee) acknowledged \(report.notice)", "\(report.addressee)已签收 \(report.notice)")
                + "\n\(rest)\n"
                + words.say(
                    "record \(report.record), recorded by \(report.recordedBy) at \(words.time(report.recordedAt))\n",
                    "第 \(report.record) 号记录，\(report.recordedBy) 于 \(words.time(report.recordedAt)) 录入\n")
        }
    }
}

/// `lantian receipts`
struct ReceiptsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "receipts", abstract: "Lists who has still to acknowledge which notice, and until when.")

    @Option(help: "Only this notice.")
    var notice: String?

    @Option(help: "At most so many addressees of each notice (default 50, at most 500).")
    var limit: Int?

    @OptionGroup var control: ControlOptions

    func run() throws {
        try control.show(.receipts(ReceiptsQuestion(notice: notice, limit: limit)), Receipts.self) { report, words in
            guard !report.notices.isEmpty else { return words.say("no receipt is owed\n", "没有待签收的通知\n") }
            return report.notices.map(words.owed).joined(separator: "\n")
        }
    }
}

extension ControlText {
    fileprivate func owed(_ notice: OwedNotice) -> String {
        var text = style.bold(notice.notice) + "\n"
        text += say(
            "published \(time(notice.published)); \(notice.missing) have not acknowledged it, of \(notice.overdue) the time is over\n",
            "\(time(notice.published)) 发出；\(notice.missing) 个单位未签收，其中 \(notice.overdue) 个已逾期\n")
        for owed in notice.addressees {
            let line = say(
                "    \(owed.addressee)  until \(time(owed.deadline))", "    \(owed.addressee)  签收期限 \(time(owed.deadline))")
            text += (owed.isOverdue ? style.red(line + say(", overdue", "，已逾期")) : line) + "\n"
        }
        let rest = notice.missing - notice.addressees.count
        if rest > 0 { text += say("    and \(rest) more: give --limit\n", "    另有 \(rest) 个：请用 --limit\n") }
        return text
    }
}
