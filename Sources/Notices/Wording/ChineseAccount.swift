import AirQuality
import Desk
import PlanModel
import Warnings

extension Account {
    static func chinese(_ notice: Notice) -> Account {
        switch notice.telling {
        case .decision(let decision): chinese(notice, notice.facts(decision))
        case .silence(let silence): chinese(notice, SilenceFacts(silence))
        case .supplement(let supplement): chinese(notice, SupplementFacts(supplement, in: notice.plan))
        case .message(let message): chinese(notice, message)
        }
    }

    private static func chinese(_ notice: Notice, _ facts: DecisionFacts) -> Account {
        var lines: [String] = []
        if let mark = notice.mark { lines.append(mark.chinese) }
        lines.append(
            "预警级别：\(facts.from?.name ?? "无") → \(facts.to?.name ?? "无")。判定时刻：\(notice.plan.zone.chinese(facts.decision.at))。")
        lines.append(ChineseWords.response(facts, notice.plan.zone) + "。")
        for group in facts.groups {
            let cites = group.cites(joinedBy: "、").map { "（依据\($0)）" } ?? ""
            lines.append("\(group.chineseName)\(cites)：" + group.evidence.finding.chinese(group.wording) + "。")
        }
        if let values = ChineseWords.values(facts.summary) { lines.append("数值：\(values)。") }
        lines.append("制定依据：《\(notice.planName)》。\(BasisWords.sentence(facts.basis, notice.plan.zone))")
        return Account(
            headline: notice.chineseHeadline, event: "重污染天气\(facts.subject?.name ?? "")预警", description: lines,
            instruction: ChineseWords.health(facts) + [ChineseWords.mandatory(facts, hasOrders: notice.orders != nil)])
    }

    private static func chinese(_ notice: Notice, _ facts: SupplementFacts) -> Account {
        let lines = (notice.mark.map { [$0.chinese] } ?? []) + ChineseWords.supplement(facts, notice.plan.zone)
        return Account(
            headline: notice.chineseHeadline, event: "重污染天气\(facts.level.name)预警", description: lines,
            instruction: [ChineseWords.supplementTask])
    }

    private static func chinese(_ notice: Notice, _ message: Message) -> Account {
        Account(
            headline: notice.chineseHeadline, event: message.chineseEvent,
            description: (notice.mark.map { [$0.chinese] } ?? []) + message.chineseLines,
            instruction: message.chineseTasks)
    }

    private static func chinese(_ notice: Notice, _ facts: SilenceFacts) -> Account {
        var lines: [String] = []
        if let mark = notice.mark { lines.append(mark.chinese) }
        lines += ChineseWords.silence(facts, notice)
        return Account(
            headline: notice.chineseHeadline, event: facts.chineseFeed + facts.chineseState, description: lines,
            instruction: ChineseWords.silenceTasks(facts))
    }
}

extension Evidence.Finding {
    /// The finding in one sentence.
    func chinese(_ wording: ClauseWording) -> String {
        switch self {
        case .all(let parts): parts.map { $0.chinese(wording) }.joined(separator: "；且 ")
        case .named(_, let inner): inner.chinese(wording)
        case .not(let text): "以下不成立：" + wording.chinese(negated: text)
        case .test(let test): wording.chinese(test)
        }
    }
}
