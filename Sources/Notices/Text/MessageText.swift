import AirQuality
import PlanModel

/// The body of the official text of a message.
enum MessageText {
    static func write(_ message: Message, _ notice: Notice, _ page: inout Page) {
        page.heading("一、情况")
        if !notice.isForAddressees { page.row("接收", message.chineseAudience) }
        if message.rows.isEmpty { page.row("时间", notice.plan.zone.chinese(message.at)) }
        for row in message.rows { page.row(row.label, row.value) }
        numbered(message.chineseLines, &page)
        page.heading("二、" + notice.tasksHeading)
        numbered(message.chineseTasks, &page)
    }

    private static func numbered(_ lines: [String], _ page: inout Page) {
        for (index, line) in lines.enumerated() { page.sentence(line, mark: "\(index + 1). ") }
    }
}
