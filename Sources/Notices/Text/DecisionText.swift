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
        page.heading("一、决定")
        for row in rows(facts, notice) { page.row(row.label, row.value) }
    }

    /// What was decided, by whom, from when and how grave, each with its label.
    static func rows(_ facts: DecisionFacts, _ notice: Notice) -> [(label: String, value: String)] {
        let zone = notice.plan.zone
        var rows = [
            (label: "预警级别", value: "\(facts.from?.name ?? "无") → \(facts.to?.name ?? "无")"),
            ("应急响应", ChineseWords.response(facts, zone)), ("判定时刻", zone.chinese(facts.decision.at)),
        ]
        if let hour = facts.decision.approvedIn { rows.append(("生效时刻", zone.chinese(hour))) }
        if !facts.isEnd { rows.append(("结束时间", notice.chineseEnd)) }
        if facts.decision.kind != .issue { rows.append(("本次过程", "自\(zone.chinese(facts.decision.episode))发布预警起")) }
        if let period = facts.period {
            let hours = period.upperBound - period.lowerBound
            let span = "\(zone.chinese(period.lowerBound))至\(zone.chinese(period.upperBound))"
            rows.append(
                (
                    "预计时段",
                    facts.isUpward ? "\(span)（触发条款所及\(hours)小时，其后以最新预报为准）" : "\(span)（结束条款所及\(hours)小时）"
                ))
        }
        rows += severity(facts) + BasisWords.rows(facts.basis, zone)
        rows += BasisWords.cited(notice.directives, zone).map { ("指令内容", $0) }
        let basis = notice.plan.basis.map { PlainText.line($0) }.filter { !$0.isEmpty }
        return rows + [("所依预案", "《\(notice.planName)》" + (basis.isEmpty ? "" : "（\(basis.joined(separator: "、"))）"))]
    }

    private static func severity(_ facts: DecisionFacts) -> [(label: String, value: String)] {
        var rows: [(label: String, value: String)] = []
        let summary = facts.summary
        if let grade = summary.grade { rows.append((facts.isUpward ? "污染程度" : "所及最重", grade.chinese)) }
        if !summary.primary.members.isEmpty { rows.append(("首要污染物", ChineseWords.primary(summary.primary))) }
        if !summary.extents.isEmpty {
            rows.append(("范围与均值", summary.extents.map(\.chineseWithMean).joined(separator: "；")))
        }
        if !summary.origins.isEmpty {
            rows.append(("数据依据", summary.origins.map(ValueTable.origin).joined(separator: "、")))
        }
        return rows
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
        for forecast in test.forecasts.prefix(forecastsShown) {
            page.row(forecast == test.forecasts[0] ? "所用预报" : "", forecast.chinese(zone))
        }
        if test.forecasts.count > forecastsShown { page.row("", "等\(test.forecasts.count)份") }
        if test.elements.count > 1 { ValueTable.write(test, zone, on: &page) }
        page.blank()
    }

    /// More stand in `notice.json` alone.
    private static let forecastsShown = 6

    // MARK: 三、防护与措施

    private static func measures(_ facts: DecisionFacts, _ notice: Notice, _ page: inout Page) {
        page.heading("三、防护与措施")
        for measure in ChineseWords.measures(facts, notice) {
            page.sentence(measure.text, mark: measure.mark)
            for line in measure.parts { page.sentence(line, indent: 6) }
        }
    }

    // MARK: 四、报送与评估, or 五 after orders

    private static func duties(_ facts: DecisionFacts, _ notice: Notice, _ page: inout Page) {
        let number = notice.orders == nil ? "四" : "五"
        page.heading(number + (facts.decision.kind == .lift ? "、评估与报送" : "、报送"))
        let duties = ChineseWords.duties(facts, notice)
        if duties.count == 1 {
            page.sentence(duties[0])
        } else {
            for (index, duty) in duties.enumerated() { page.sentence(duty, mark: "\(index + 1). ") }
        }
        let attachments = notice.attachments
        guard !attachments.isEmpty else { return }
        page.heading("附件")
        for (index, attachment) in attachments.enumerated() { page.sentence(attachment, mark: "\(index + 1). ") }
    }
}

extension ForecastReference {
    /// `市站，12月9日16时00分发布`.
    fileprivate func chinese(_ zone: Zone) -> String {
        switch self {
        case .issued(let source, let at, let received):
            let name = PlainText.line(source, limit: 60)
            return (name.isEmpty ? "" : "\(name)，") + "\(zone.chinese(at))发布" + (received.map { "，\(zone.chinese($0))收到" } ?? "")
        case .opinion(let author, let because, let at):
            return "会商意见（\(PlainText.line(author, limit: 60))，\(zone.chinese(at))记录）：\(PlainText.line(because, limit: 200))"
        }
    }
}

extension ReadingOrigin {
    /// In the order in which they are told.
    static let all: [ReadingOrigin] = [.observed, .mixed, .forecast, .hourlyIndex, .dayValue]
}
