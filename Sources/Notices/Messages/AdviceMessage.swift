import AirQuality
import Desk
import PlanModel
import Warnings

extension Notice {
    static let adviceKind = "advice"

    /// What stands above the tasks of a notice that is no decision.
    var tasksHeading: String { if case .bulletin = matter { "健康提示" } else { "请办理" } }

    /// What a notice tells that is no decision and orders nothing; nil: it is another one.
    var message: Message? { if case .message(let message) = telling { message } else { nil } }

    /// Advice to the public as its notice tells it.
    func message(_ bulletin: Bulletin) -> Message {
        let name = PlainText.line(bulletin.name, limit: 60)
        let text = PlainText.line(bulletin.text, limit: 500)
        let time = plan.zone.chinese(bulletin.at)
        let stamp = plan.zone.stamp(bulletin.at)
        let advice = plan.advice.first { $0.id == bulletin.advice }
        let chineseCause: String
        let englishCause: String
        switch (bulletin.isOver, advice) {
        case (false, let advice):
            let condition = advice.map { (PlainText.line($0.condition.chinese), PlainText.line($0.condition.text)) }
            chineseCause = "\(time)起，符合“\(name)”的条件\(condition.map { "（\($0.0)）" } ?? "")。"
            englishCause = "As of \(stamp), the condition of this advice holds\(condition.map { ": \($0.1)" } ?? "")."
        case (true, nil):
            chineseCause = "\(time)起，现行预案不再作此提示，“\(name)”结束。"
            englishCause = "As of \(stamp), the plan in force no longer gives this advice: it is over."
        case (true, _):
            chineseCause = "\(time)起，不再符合“\(name)”的条件，该提示结束。"
            englishCause = "As of \(stamp), the condition of this advice no longer holds: it is over."
        }
        let isObserved = advice?.condition.tests.allSatisfy { $0.source == .observed } ?? true
        return Message(
            kind: Self.adviceKind, id: bulletin.id, at: bulletin.at.start, subject: bulletin.advice,
            chineseTitle: bulletin.isOver ? "结束\(name)" : "发布\(name)",
            englishTitle: "health advice \(PlainText.line(bulletin.advice, limit: 60)) "
                + (bulletin.isOver ? "is over" : "issued"),
            chineseEvent: name, englishEvent: "Health advice",
            chineseLines: [chineseCause, "本提示不启动应急响应，不改变现行预警级别。"],
            englishLines: [englishCause, "It starts no emergency response and changes no warning level."],
            chineseTasks: [bulletin.isOver ? "请留意当前空气质量，合理安排户外活动。" : text],
            englishTasks: [
                bulletin.isOver ? "Plan outdoor activity by the current air quality." : "In the words of the plan: \(text)"
            ],
            chineseAudience: "社会公众", englishAudience: "the public",
            scales: CAPScales(advice: bulletin.isOver, isObserved: isObserved),
            fields: [("advice", [PlainText.line(bulletin.advice, limit: 60)]), ("name", [name]), ("state", [bulletin.state])])
    }
}
