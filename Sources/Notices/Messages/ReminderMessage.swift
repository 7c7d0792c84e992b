import AirQuality
import Desk
import PlanModel
import Warnings

extension Notice {
    static let reminderKind = "reminder"

    /// A reminder as its notice tells it.
    func message(_ reminder: Reminder) -> Message {
        switch reminder.matter {
        case .approval(let proposal, let level, let approver, let hours, let to):
            approvalReminder(reminder, proposal, level, PlainText.line(approver), hours, to.map { PlainText.line($0) })
        case .receipts(let notice, let missing): receiptReminder(reminder, notice, missing)
        case .end(let level, let documents, let end, let hours): endReminder(reminder, level, documents, end, hours)
        }
    }

    private func approvalReminder(
        _ reminder: Reminder, _ proposal: String, _ level: String?, _ approver: String, _ hours: Int, _ to: String?
    ) -> Message {
        let facts = level.map { LevelFacts(named: $0, in: plan) }
        let chinese = facts.map { "重污染天气\($0.name)预警" } ?? "重污染天气预警的解除"
        let english = facts.map { "the \($0.id) heavy-pollution warning" } ?? "the end of the heavy-pollution warning"
        return Message(
            kind: Self.reminderKind, id: reminder.id, at: reminder.at, subject: level ?? Decision.none,
            chineseTitle: "提醒：\(chinese)待批准", englishTitle: "\(english) waits for approval", chineseEvent: "待批准提醒",
            englishEvent: "Approval overdue",
            chineseLines: [
                "\(chinese)的建议已等待\(approver)批准\(hours)小时，尚未批准，也未驳回。",
                "无人答复不等于批准：批准之前不发布，现行预警级别保持不变。",
            ],
            englishLines: [
                "The proposal of \(english) has waited \(hours) h for \(approver); it is neither approved nor rejected.",
                "Silence is no approval: nothing is issued before it, and the level in force stays.",
            ],
            chineseTasks: ["请联系\(approver)，并以 lantian approve \(proposal) 或 lantian reject \(proposal) 记录答复。"],
            englishTasks: [
                "Reach \(approver), and record the answer: lantian approve \(proposal), or lantian reject \(proposal)."
            ],
            chineseAudience: to ?? "值班人员", englishAudience: to ?? "duty desk",
            scales: CAPScales(callToDesk: ()),
            fields: [("proposal", [proposal]), ("approver", [approver]), ("waitedHours", ["\(hours)"])]
                + (to.map { [("remind", [$0])] } ?? []))
    }

    private func endReminder(
        _ reminder: Reminder, _ level: String, _ documents: [String], _ end: HourSlot, _ hours: Int
    ) -> Message {
        let facts = LevelFacts(named: level, in: plan)
        let numbers = documents.map { PlainText.line($0, limit: 100) }
        let chinese = "重污染天气\(facts.name)预警"
        let time = plan.zone.chinese(end)
        return Message(
            kind: Self.reminderKind, id: reminder.id, at: reminder.at, subject: "end",
            chineseTitle: "提醒：\(chinese)将于\(time)截止", englishTitle: "the \(facts.id) heavy-pollution warning is about to end",
            chineseEvent: "预警将截止", englishEvent: "Warning about to end",
            chineseLines: ["\(chinese)（\(numbers.joined(separator: "、"))）将于\(time)截止，除非在此之前延长。", "截止后按本级判定的级别执行。"],
            englishLines: [
                "\(facts.id) by \(numbers.joined(separator: ", ")) ends at \(plan.zone.stamp(end)) unless it is extended.",
                "After that the city's own level stands.",
            ],
            chineseTasks: ["请与上级核实是否延长；延长的，以 lantian direct 按原文号录入新的截止时间。", "请会商研判截止后应执行的级别；需另行发布的，以 lantian declare 记录决定。"],
            englishTasks: [
                "Ask the superior office whether it is extended; if so, enter the new end under the same number: lantian direct.",
                "Decide by consultation which level is to stand after it; if another one, record it: lantian declare.",
            ],
            chineseAudience: "值班人员", englishAudience: "duty desk", scales: CAPScales(callToDesk: ()),
            fields: [
                ("level", [facts.id]), ("directive", numbers), ("end", [plan.zone.stamp(end)]), ("remindHours", ["\(hours)"]),
            ])
    }

    private func receiptReminder(_ reminder: Reminder, _ notice: String, _ missing: [String]) -> Message {
        let names = missing.map { PlainText.line($0, limit: 60) }
        return Message(
            kind: Self.reminderKind, id: reminder.id, at: reminder.at, subject: "receipts",
            chineseTitle: "提醒：\(missing.count)个接收单位逾期未签收", englishTitle: "\(missing.count) addressees have not acknowledged",
            chineseEvent: "逾期未签收", englishEvent: "Receipts overdue",
            chineseLines: ["通告 \(notice) 的下列接收单位逾期未签收：" + names.joined(separator: "、") + "。"],
            englishLines: ["These addressees of \(notice) have not acknowledged it in time: \(names.joined(separator: ", "))."],
            chineseTasks: ["请逐一核实送达情况；签收后以 lantian acknowledge 补录，以便日后举证。"],
            englishTasks: ["Make sure that it reached each of them, and record the receipts: lantian acknowledge."],
            chineseAudience: "值班人员", englishAudience: "duty desk", scales: CAPScales(callToDesk: ()),
            fields: [("notice", [notice]), ("missing", names)])
    }
}
