import AirQuality
import PlanModel

/// The body of the official text of a message.
enum MessageText {
    static func write(_ message: Message, _ notice: Notice, _ page: inout Page) {
        page.heading("一、情况")
        page.row("接收", message.chineseAudience)
        page.row("时间", notice.plan.zone.chinese(message.at))
        numbered(message.chineseLines, &page)
        page.heading("二、" + notice.tasksHeading)
        numbered(message.chineseTasks, &page)
    }

    private static func numbered(_ lines: [String], _ page: inout Page) {
        for (index, line) in lines.enumerated() { page.sentence(line, mark: "\(index + 1). ") }
    }
}
