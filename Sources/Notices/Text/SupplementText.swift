import AirQuality
import Desk
import PlanModel

/// The body of the official text of a supplementary notice.
enum SupplementText {
    static func write(_ facts: SupplementFacts, _ notice: Notice, _ page: inout Page) {
        let zone = notice.plan.zone
        let supplement = facts.supplement
        page.heading("一、事由")
        page.row("预警级别", "\(facts.level.name)（不变）")
        page.row("应急响应", "\(facts.level.chineseResponse)（不变）")
        page.row("变动", facts.chineseCause)
        page.row("获知时间", zone.chinese(supplement.at))
        page.row("执行时间", ChineseWords.start(facts, zone))
        page.row("本次过程", "自\(zone.chinese(supplement.episode))发布预警起")
        page.row("所依预案", "《\(notice.planName)》")
        OrdersText.write(notice.orders, heading: "二、减排指令与减排量", &page)
        page.heading("三、报送")
        page.sentence(ChineseWords.supplementTask)
    }
}
