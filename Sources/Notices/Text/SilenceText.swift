import AirQuality
import Desk
import PlanModel

/// The body of the official text of a feed's silence.
enum SilenceText {
    static func write(_ facts: SilenceFacts, _ notice: Notice, _ page: inout Page) {
        page.heading("一、情况")
        page.row("数据", facts.chineseFeed)
        page.row("状态", facts.chineseState)
        page.row("判定时刻", notice.plan.zone.chinese(facts.silence.at))
        for (index, line) in ChineseWords.silence(facts, notice).enumerated() { page.sentence(line, mark: "\(index + 1). ") }
        page.heading("二、请值班人员")
        for (index, line) in ChineseWords.silenceTasks(facts).enumerated() { page.sentence(line, mark: "\(index + 1). ") }
    }
}
