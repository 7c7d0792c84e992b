import AirQuality
import PlanModel
import Warnings

/// The body of a decision's `notice.html`.
enum DecisionHTML {
    static func write(_ facts: DecisionFacts, _ notice: Notice, _ writer: inout HTMLWriter) {
        writer.element("h2", "一、决定")
        writer.rows([("适用区域", notice.areaName)] + DecisionText.rows(facts, notice))
        writer.element("h2", "二、判定依据")
        basis(facts, notice.plan.zone, &writer)
        writer.element("h2", "三、防护与措施")
        for measure in ChineseWords.measures(facts, notice) {
            writer.element("p", measure.mark + measure.text)
            for part in measure.parts { writer.element("p", class: "part", part) }
        }
        OrdersHTML.write(notice.orders, heading: "四、减排指令与减排量", &writer)
        let number = notice.orders == nil ? "四" : "五"
        writer.element("h2", number + (facts.decision.kind == .lift ? "、评估与报送" : "、报送"))
        for duty in ChineseWords.duties(facts, notice) { writer.element("p", duty) }
    }

    private static func basis(_ facts: DecisionFacts, _ zone: Zone, _ writer: inout HTMLWriter) {
        if let reason = BasisWords.withoutConditions(facts.basis) { writer.element("p", reason) }
        for group in facts.groups {
            writer.element("p", "\(group.chineseName)：条款出处 \(group.cites(joinedBy: "、") ?? "预案未注明")")
            finding(group.evidence.finding, group.wording, zone, &writer)
        }
    }

    private static func finding(
        _ finding: Evidence.Finding, _ wording: ClauseWording, _ zone: Zone, _ writer: inout HTMLWriter
    ) {
        switch finding {
        case .all(let parts): for part in parts { self.finding(part, wording, zone, &writer) }
        case .named(_, let inner): self.finding(inner, wording, zone, &writer)
        case .not(let text): writer.element("p", "不成立：" + wording.chinese(negated: text))
        case .test(let test):
            writer.element(
                "p", "成立：" + wording.chinese(test) + (ChineseWords.values(ValueSummary([test])).map { "。\($0)" } ?? ""))
            if !test.elements.isEmpty { writer.table(ValueTable.rows(test, zone), class: "values") }
        }
    }
}
