import ArgumentParser
import Control
import Presentation

/// `lantian notice`
struct NoticeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "notice", abstract: "Shows the official text of a notice, and where its folder lies.")

    @Argument(help: "The notice's name.")
    var id: String

    @OptionGroup var control: ControlOptions

    func run() throws {
        try control.show(.notice(NoticeQuestion(notice: id)), NoticeReport.self) { report, words in
            guard report.subject != "draft" else {
                return report.text
                    + words.say("\na draft, not in force: it waits for approval\n", "\n草稿，尚未生效：等待批准\n")
            }
            let place =
                report.folder
                ?? words.say(
                    report.isPublished ? "moved on by whoever took it" : "not published yet",
                    report.isPublished ? "已被取走" : "尚未发出")
            return report.text + (report.isCut ? words.say("… (cut)\n", "……（已截断）\n") : "")
                + words.say("\nfolder: \(place); record \(report.record)\n", "\n文件夹：\(place)；第 \(report.record) 号记录\n")
        }
    }
}
