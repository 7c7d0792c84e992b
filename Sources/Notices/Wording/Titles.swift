import AirQuality
import Desk
import PlanModel
import Warnings

extension Notice {
    /// The area's name, safe to show.
    var areaName: String {
        let name = PlainText.line(area.name, limit: 60)
        return name.isEmpty ? areaID : name
    }

    var areaID: String { PlainText.line(area.id, limit: 60) }

    var areaCode: String? { area.code.map { PlainText.line($0, limit: 40) }.flatMap { $0.isEmpty ? nil : $0 } }

    var planName: String { PlainText.line(plan.name) }

    /// `Xuchang (许昌市)`.
    var englishArea: String {
        let id = areaID.prefix(1).uppercased() + areaID.dropFirst()
        return id == areaName ? id : "\(id) (\(areaName))"
    }

    /// The office that the plan's name implies: `许昌市重污染天气应急预案` → `许昌市重污染天气应急指挥部办公室`.
    var issuer: String {
        let name = planName
        if name.hasSuffix("应急预案"), name.count > 4 { return name.dropLast(2) + "指挥部办公室" }
        return areaName + "重污染天气应急指挥部办公室"
    }

    var englishIssuer: String { "Heavy-pollution emergency office of \(englishArea)" }

    /// `【演练】关于发布重污染天气红色预警并启动Ⅰ级应急响应的通告`.
    public var chineseTitle: String {
        let core =
            switch matter {
            case .decision(let decision): "关于\(Self.chineseCore(facts(decision)))的通告"
            case .silence(let silence): "关于\(areaName)\(Self.chineseCore(SilenceFacts(silence)))的通报"
            case .supplement(let supplement): "关于\(Self.chineseCore(SupplementFacts(supplement, in: plan)))的补充通知"
            case .reminder(let reminder): areaName + message(reminder).chineseTitle
            case .bulletin(let bulletin): areaName + message(bulletin).chineseTitle
            case .highValue(let value): areaName + message(value).chineseTitle
            case .extend(let moved): "关于\(message(moved).chineseTitle)的通知"
            case .correction(let correction): "关于\(message(correction).chineseTitle)的通知"
            }
        return (mark?.chineseTag ?? "") + core
    }

    /// `【演练】许昌市发布重污染天气红色预警并启动Ⅰ级应急响应`.
    var chineseHeadline: String {
        let core =
            switch matter {
            case .decision(let decision): Self.chineseCore(facts(decision))
            case .silence(let silence): Self.chineseCore(SilenceFacts(silence))
            case .supplement(let supplement): Self.chineseCore(SupplementFacts(supplement, in: plan))
            case .reminder(let reminder): message(reminder).chineseTitle
            case .bulletin(let bulletin): message(bulletin).chineseTitle
            case .highValue(let value): message(value).chineseTitle
            case .extend(let moved): message(moved).chineseTitle
            case .correction(let correction): message(correction).chineseTitle
            }
        return (mark?.chineseTag ?? "") + areaName + core
    }

    /// `EXERCISE: Xuchang (许昌市): red heavy-pollution warning issued, response level Ⅰ`.
    var englishHeadline: String {
        let core =
            switch matter {
            case .decision(let decision): Self.englishCore(facts(decision))
            case .silence(let silence): Self.englishCore(SilenceFacts(silence))
            case .supplement(let supplement): Self.englishCore(SupplementFacts(supplement, in: plan))
            case .reminder(let reminder): message(reminder).englishTitle
            case .bulletin(let bulletin): message(bulletin).englishTitle
            case .highValue(let value): message(value).englishTitle
            case .extend(let moved): message(moved).englishTitle
            case .correction(let correction): message(correction).englishTitle
            }
        return (mark?.englishTag ?? "") + "\(englishArea): \(core)"
    }

    private static func chineseCore(_ facts: DecisionFacts) -> String {
        let from = facts.from?.name ?? ""
        let to = facts.to?.name ?? ""
        return switch facts.decision.kind {
        case .issue: "发布重污染天气\(to)预警并启动\(facts.to?.chineseResponse ?? "应急响应")"
        case .escalate: "将重污染天气\(from)预警升级为\(to)预警并启动\(facts.to?.chineseResponse ?? "应急响应")"
        case .downgrade: "将重污染天气\(from)预警降级为\(to)预警并调整为\(facts.to?.chineseResponse ?? "应急响应")"
        case .lift: "解除重污染天气\(from)预警并终止\(facts.from?.chineseResponse ?? "应急响应")"
        case .cancel: "取消重污染天气\(from)预警"
        }
    }

    private static func englishCore(_ facts: DecisionFacts) -> String {
        let from = facts.from?.id ?? Decision.none
        let to = facts.to?.id ?? Decision.none
        return switch facts.decision.kind {
        case .issue: "\(to) heavy-pollution warning issued, \(facts.to?.englishResponse ?? "response")"
        case .escalate: "heavy-pollution warning raised from \(from) to \(to), \(facts.to?.englishResponse ?? "response")"
        case .downgrade: "heavy-pollution warning lowered from \(from) to \(to), \(facts.to?.englishResponse ?? "response")"
        case .lift: "\(from) heavy-pollution warning lifted, response ended"
        case .cancel: "\(from) heavy-pollution warning cancelled before its response began"
        }
    }

    private static func chineseCore(_ facts: SupplementFacts) -> String {
        "调整重污染天气\(facts.level.name)预警期间部分减排指令"
    }

    private static func englishCore(_ facts: SupplementFacts) -> String {
        "some orders changed under the \(facts.level.id) heavy-pollution warning, \(facts.level.englishResponse) goes on"
    }

    private static func chineseCore(_ facts: SilenceFacts) -> String { facts.chineseFeed + facts.chineseState }

    private static func englishCore(_ facts: SilenceFacts) -> String { "\(facts.englishFeed) \(facts.englishState)" }
}
