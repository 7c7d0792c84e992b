import AirQuality
import PlanModel
import Warnings

/// The body of a decision's official text.
enum DecisionText {
    static func write(_ facts: DecisionFacts, _ notice: Notice, _ page: inout Page) {
        decision(facts, notice, &page)
        basis(facts, notice, &page)
        measures(facts, notice, &page)
        OrdersText.write(notice.orders, heading: "四、减排指令与减排量", &page)
        duties(facts, notice, &page)
    }

    // MARK: 一、决定

    private static func decision(_ facts: DecisionFacts, _ notice: Notice, _ page: inout Page) {
        let zone = notice.plan.zone
        page.heading("一、决定")
        page.row("预警级别", "\(facts.from?.name ?? "无") → \(facts.to?.name ?? "无")")
        page.row("应急响应", ChineseWords.response(facts, zone))
        page.row("判定时刻", zone.chinese(facts.decision.at))
        if let hour = facts.decision.approvedIn { page.row("生效时刻", zone.chinese(hour)) }
        if !facts.isEnd { page.row("结束时间", "另行通告") }
        if facts.decision.kind != .issue { page.row("本次过程", "自\(zone.chinese(facts.decision.episode))发布预警起") }
        if let period = facts.period {
            let hours = period.upperBound - period.lowerBound
            let span = "\(zone.chinese(period.lowerBound))至\(zone.chinese(period.upperBound))"
            page.row("预计时段", facts.isUpward ? "\(span)（触发条款所及\(hours)小时，其后以最新预报为准）" : "\(span)（结束条款所及\(hours)小时）")
        }
        severity(facts, &page)
        for row in BasisWords.rows(facts.basis, zone) { page.row(row.label, row.value) }
        let basis = notice.plan.basis.map { PlainText.line($0) }.filter { !$0.isEmpty }
        page.row("所依预案", "《\(notice.planName)》" + (basis.isEmpty ? "" : "（\(basis.joined(separator: "、"))）"))
    }

    private static func severity(_ facts: DecisionFacts, _ page: inout Page) {
        if let grade = facts.summary.grade { page.row(facts.isUpward ? "污染程度" : "所及最重", grade.chinese) }
        if !facts.summary.primary.members.isEmpty { page.row("首要污染物", ChineseWords.primary(facts.summary.primary)) }
        let concentrations = facts.summary.concentrations
        if !concentrations.isEmpty { page.row("浓度范围", concentrations.map(\.chinese).joined(separator: "；")) }
    }

    // MARK: 二、判定依据

    private static func basis(_ facts: DecisionFacts, _ notice: Notice, _ page: inout Page) {
        page.heading("二、判定依据")
        if let reason = BasisWords.withoutConditions(facts.basis) {
            page.sentence(reason + (facts.groups.isEmpty ? "" : "同时成立的本级条款如下。"))
        } else if facts.groups.isEmpty {
            page.sentence("本决定未记录判定依据。")
        }
        for group in facts.groups {
            page.row("成立条款", group.chineseName)
            page.row("条款出处", group.cites(joinedBy: "、") ?? "预案未注明")
            finding(group.evidence.finding, group.wording, notice.plan.zone, &page)
        }
    }

    private static func finding(_ finding: Evidence.Finding, _ wording: ClauseWording, _ zone: Zone, _ page: inout Page) {
        switch finding {
        case .all(let parts): for part in parts { self.finding(part, wording, zone, &page) }
        case .named(_, let inner): self.finding(inner, wording, zone, &page)
        case .not(let text): page.row("不成立", wording.chinese(negated: text))
        case .test(let test): self.test(test, wording, zone, &page)
        }
    }

    private static func test(_ test: TestFinding, _ wording: ClauseWording, _ zone: Zone, _ page: inout Page) {
        page.row("成立条件", wording.chinese(test))
        if let start = test.start {
            page.row("成立时段", "自\(zone.chinese(start))起\(test.hours)小时")
        }
        let summary = ValueSummary([test])
        if let values = ChineseWords.values(summary) { page.row("数值", values) }
        let origins = ReadingOrigin.all.filter { origin in test.elements.contains { $0.origin == origin } }
        if !origins.isEmpty { page.row("数据来源", origins.map(ValueTable.origin).joined(separator: "、")) }
        if test.elements.count > 1 { ValueTable.write(test, zone, on: &page) }
        page.blank()
    }

    // MARK: 三、防护与措施

    private static func measures(_ facts: DecisionFacts, _ notice: Notice, _ page: inout Page) {
        page.heading("三、防护与措施")
        for line in ChineseWords.health(facts) { page.sentence(line, mark: "（一）健康防护：") }
        if !facts.isEnd { page.sentence(ChineseWords.recommended, mark: "（二）建议性措施：") }
        let mandatory = ChineseWords.mandatory(facts, hasOrders: notice.orders != nil)
        page.sentence(mandatory, mark: facts.isEnd ? "（二）强制性措施：" : "（三）强制性措施：")
    }

    // MARK: 四、报送与评估, or 五 after orders

    private static func duties(_ facts: DecisionFacts, _ notice: Notice, _ page: inout Page) {
        let number = notice.orders == nil ? "四" : "五"
        page.heading(number + (facts.decision.kind == .lift ? "、评估与报送" : "、报送"))
        if facts.isEnd {
            var duties = [
                notice.orders == nil
                    ? "季节性错峰生产等不因预警而设的管控措施照常执行；本版本尚不跟踪其清单，请以相应文件为准。"
                    : ChineseWords.standing
            ]
            if facts.decision.kind == .lift {
                duties.append("请依照《中华人民共和国大气污染防治法》第九十六条，组织开展本次应急响应评估。")
                duties.append("请各责任单位按预案规定的时限报送措施终止情况。")
            }
            for (index, duty) in duties.enumerated() { page.sentence(duty, mark: "\(index + 1). ") }
        } else {
            page.sentence("请各责任单位按预案规定的时限和渠道报送措施落实情况；报送时刻以预案文本为准，规则文件未载明。")
        }
    }
}

extension ReadingOrigin {
    /// In the order in which they are told.
    static let all: [ReadingOrigin] = [.observed, .mixed, .forecast, .hourlyIndex, .dayValue]
}
