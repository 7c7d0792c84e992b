import AirQuality
import Desk
import PlanModel
import Warnings

/// Sentences of the Chinese renderings.
enum ChineseWords {

    /// `启动Ⅰ级应急响应，自2024年12月10日8时起（本地时间）`.
    static func response(_ facts: DecisionFacts, _ zone: Zone) -> String {
        let name = facts.to?.chineseResponse ?? facts.from?.chineseResponse ?? "应急响应"
        let start = facts.decision.response.map { zone.chinese($0) + "（本地时间）" }
        switch facts.decision.kind {
        case .issue, .escalate: return "启动\(name)，自\(start ?? "判定时刻")起"
        case .downgrade:
            guard let start else { return "调整为\(name)" }
            return "调整为\(name)，响应" + (facts.isResponding ? "已于\(start)开始" : "自\(start)起")
        case .lift: return "自\(zone.chinese(facts.decision.inForce))（本地时间）起终止\(name)"
        case .cancel: return "\(name)尚未开始，不再启动"
        }
    }

    /// `AQI 230～320；首要污染物PM2.5；缺测2个值`.
    static func values(_ summary: ValueSummary) -> String? {
        guard summary.elements > 0 else { return nil }
        var parts = summary.extents.map(\.chinese)
        if !summary.primary.members.isEmpty { parts.append("首要污染物" + primary(summary.primary)) }
        if summary.missingElements > 0 { parts.append("共\(summary.elements)个值，其中缺测\(summary.missingElements)个") }
        if summary.missingHours > 0 { parts.append("日值内缺测\(summary.missingHours)小时") }
        if summary.missingElements == 0, summary.missingHours == 0 { parts.append("无缺测") }
        return parts.joined(separator: "；")
    }

    static func primary(_ pollutants: PollutantSet) -> String { pollutants.members.map(\.name).joined(separator: "、") }

    static func health(_ facts: DecisionFacts) -> [String] {
        if facts.isEnd { return ["预警解除后，公众可按实时空气质量安排户外活动。"] }
        return [facts.adviceGrade.chineseAdvice]
    }

    static let recommended = "公众尽量乘坐公共交通工具出行；各单位减少涉大气污染物排放的非必要作业。"

    static let orderFiles = "逐一指令及其依据见 orders.csv、orders.json；各县（市、区）和各牵头单位的部分见 orders/ 目录。"
    static let supplementTask = "本通知只列有变动的指令，其余指令照前序通告执行。请各责任单位按预案规定的时限和渠道报送落实情况。"
    static let standing = "季节性错峰生产等不因预警而设的管控措施照常执行，清单见 orders.csv。"

    /// Health protection, recommended and mandatory measures, these source by source.
    static func measures(_ facts: DecisionFacts, _ notice: Notice) -> [(mark: String, text: String, parts: [String])] {
        var measures = health(facts).map { (mark: "（一）健康防护：", text: $0, parts: [String]()) }
        if !facts.isEnd { measures.append(("（二）建议性措施：", recommended, [])) }
        let mandatory = mandatory(facts, hasOrders: notice.orders != nil)
        measures.append(
            facts.isEnd ? ("（二）强制性措施：", mandatory, []) : ("（三）强制性措施：", mandatory, facts.measures(notice.plan).chinese))
        return measures
    }

    /// What is to be reported and assessed; at the end what stays in force.
    static func duties(_ facts: DecisionFacts, _ notice: Notice) -> [String] {
        guard facts.isEnd else { return ["请各责任单位按预案规定的时限和渠道报送措施落实情况；报送时刻以预案文本为准，规则文件未载明。"] }
        let seasons = facts.measures(notice.plan).seasons
        let list = seasons.isEmpty ? "" : "现行的有\(seasons.joined(separator: "、"))。"
        var duties = [
            notice.orders == nil
                ? "季节性错峰生产等不因预警而设的管控措施照常执行；" + (seasons.isEmpty ? "其清单请以相应文件为准。" : list) : standing + list
        ]
        if facts.decision.kind == .lift {
            duties.append("请依照《中华人民共和国大气污染防治法》第九十六条，组织开展本次应急响应评估。")
            duties.append("请各责任单位按预案规定的时限报送措施终止情况。")
        }
        return duties
    }

    /// - Parameter hasOrders: Whether the notice carries orders to single enterprises.
    static func mandatory(_ facts: DecisionFacts, hasOrders: Bool) -> String {
        let response = facts.subject?.chineseResponse ?? "应急响应"
        if facts.isEnd {
            return facts.decision.kind == .cancel ? "\(response)尚未开始，无需终止措施。" : "终止因本次预警执行的\(response)措施。"
        }
        if hasOrders { return "按预案规定的\(response)措施执行，各企业、工地的指令随本通告下达。" }
        return "按预案规定的\(response)措施执行。本版本不逐一下达企业指令，以预案及应急减排清单为准。"
    }

    static func start(_ facts: SupplementFacts, _ zone: Zone) -> String {
        facts.isAtOnce ? "自本通知发布时起" : "自\(zone.chinese(facts.supplement.start))（本地时间）起"
    }

    static func supplement(_ facts: SupplementFacts, _ zone: Zone) -> [String] {
        [
            "\(facts.level.name)预警和\(facts.level.chineseResponse)不变。\(facts.chineseCause)，部分企业、工地的减排指令随之调整。",
            "获知时间：\(zone.chinese(facts.supplement.at))。变动的指令\(start(facts, zone))执行。",
        ]
    }

    static func silence(_ facts: SilenceFacts, _ notice: Notice) -> [String] {
        let zone = notice.plan.zone
        var last: [String] = []
        if let known = facts.silence.last {
            last = ["\(facts.chineseLast)：\(zone.chinese(known))。"]
        } else if facts.silence.feed != .stations, facts.silence.feed != .demand {
            last = ["系统从未收到\(notice.areaName)的\(facts.chineseFeed)。"]
        }
        let at = zone.chinese(facts.silence.at)
        guard let matter = facts.chineseMatter(in: notice.plan) else {
            return ["截至\(at)，\(notice.areaName)的\(facts.chineseFeed)\(facts.chineseState == "恢复" ? "已恢复" : facts.chineseState)。"]
                + last
        }
        return ["截至\(at)，\(notice.areaName)\(matter)。"] + last + ["数据缺失既不发布也不解除预警：现行预警级别保持不变，直至收到数据。"]
    }

    static func silenceTasks(_ facts: SilenceFacts) -> [String] {
        if facts.silence.isOver { return ["请核对中断期间的数据是否补齐；补到的数据自收到后的下一个整点起参与判定。"] }
        if facts.silence.feed == .demand {
            return [
                "请以 lantian explain 查明缺少哪些数据，并设法补齐。", "数据补齐前，请会商研判；确需发布或解除的，以 lantian declare 记录决定。",
            ]
        }
        return [
            "请检查数据源、传输通道，以及收件目录 rejected/ 中被退回的文件及其原因说明。",
            "数据恢复前，请值班人员人工跟踪空气质量实况与预报。",
        ]
    }
}
