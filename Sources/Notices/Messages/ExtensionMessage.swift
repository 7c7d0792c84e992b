import AirQuality
import Desk
import PlanModel
import Warnings

extension Notice {
    static let extendKind = "extend"

    /// When a decision's warning ends: with the directives on which it stands where they state it; that it stands on the plan alone
    /// afterwards is part of it.
    var chineseEnd: String {
        guard case .decision(let decision) = matter, case .directive = decision.basis else { return "另行通告" }
        let basis = EndBasis(at: decision.inForce, own: nil, directives: directives)
        guard basis.level(in: plan) == decision.to, let end = basis.end(in: plan) else { return "另行通告" }
        return "\(plan.zone.chinese(end))（上级指令期满，其后按本级判定执行）"
    }

    /// A stated end that moved, as its notice tells it.
    func message(_ moved: Extension) -> Message {
        let zone = plan.zone
        let level = LevelFacts(named: moved.level, in: plan)
        let documents = moved.documents.map { PlainText.line($0, limit: 100) }
        let change = Self.change(moved, zone)
        let isLater = moved.move == .later
        let warning = "重污染天气\(level.name)预警"
        return Message(
            kind: Self.extendKind, id: moved.id, at: moved.at.start, subject: moved.level,
            chineseTitle: isLater ? "延长\(warning)" : "调整\(warning)截止时间",
            englishTitle: "\(level.id) heavy-pollution warning " + Self.englishTitle(moved.move),
            chineseEvent: warning, englishEvent: "Heavy air pollution: \(level.id) warning",
            chineseLines: [
                "\(warning)的截止时间\(change.chinese)。", Self.chineseBasis(moved, documents),
                "\(level.name)预警级别和\(level.chineseResponse)不变，各项措施继续执行。",
            ],
            englishLines: [
                "The end of the \(level.id) warning \(change.english).", Self.englishBasis(moved, documents),
                "The level and \(level.englishResponse) stay as they are, and all measures go on.",
            ],
            chineseTasks: ["请各责任单位继续落实\(level.chineseResponse)各项措施，直至预警解除；减排指令照前序通告执行。", "公众请继续做好健康防护。"],
            englishTasks: [
                "Carry on with the measures of \(level.englishResponse) until the warning is lifted; orders stand as the earlier notices gave them.",
                "Go on protecting your health.",
            ],
            chineseAudience: addressees.chinese, englishAudience: "the public",
            scales: CAPScales(extension: level, at: moved.at, sent: sent),
            fields: Self.fields(moved, zone), rows: Self.rows(moved, level, documents, zone))
    }

    /// `由…延长至…`, as the end of a sentence.
    private static func change(_ moved: Extension, _ zone: Zone) -> (chinese: String, english: String) {
        let old = moved.oldEnd.map { (zone.chinese($0), zone.stamp($0)) }
        let new = moved.newEnd.map { (zone.chinese($0), zone.stamp($0)) }
        return switch (old, new) {
        case (let old?, let new?) where moved.move == .later: ("由\(old.0)延长至\(new.0)", "moves from \(old.1) to \(new.1), later")
        case (let old?, let new?): ("由\(old.0)提前至\(new.0)", "moves from \(old.1) to \(new.1), earlier")
        case (let old?, nil): ("由\(old.0)改为另行通知", "no longer is \(old.1): it stands until further notice")
        case (nil, let new?): ("由另行通知改为\(new.0)", "is now stated: \(new.1); before it stood until further notice")
        case (nil, nil): ("不变", "stays")
        }
    }

    private static func englishTitle(_ move: Extension.Move) -> String {
        switch move {
        case .later: "extended"
        case .earlier: "to end earlier"
        case .opened: "to stand until further notice"
        case .closed: "given an end"
        }
    }

    private static func chineseBasis(_ moved: Extension, _ documents: [String]) -> String {
        if documents.isEmpty { return "本级判定的级别已与之相同，上级指令期满后预警不随之结束。" }
        return "依上级指令（\(documents.joined(separator: "、"))）。"
    }

    private static func englishBasis(_ moved: Extension, _ documents: [String]) -> String {
        if documents.isEmpty { return "The city's own level is the same by now: the warning does not end with the directive." }
        return "By directive of a superior office: \(documents.joined(separator: ", "))."
    }

    private static func rows(
        _ moved: Extension, _ level: LevelFacts, _ documents: [String], _ zone: Zone
    ) -> [(label: String, value: String)] {
        var rows = [
            (label: "预警级别", value: "\(level.name)（不变）"), ("应急响应", "\(level.chineseResponse)（不变）"),
            ("生效时刻", zone.chinese(moved.at)), ("原截止时间", moved.oldEnd.map { zone.chinese($0) } ?? "另行通知"),
            ("现截止时间", moved.newEnd.map { zone.chinese($0) } ?? "另行通知"),
            ("本次过程", "自\(zone.chinese(moved.episode))发布预警起，截止时间第\(moved.number)次变动"),
        ]
        if !documents.isEmpty { rows.append(("上级指令", documents.joined(separator: "、"))) }
        rows += BasisWords.cited(moved.directives, zone).map { ("指令内容", $0) }
        if let entry = moved.entry {
            if let signature = entry.signature { rows.append(("签发人", signed(signature.name, signature.post))) }
            rows.append(("录入", "\(recorded(entry.recorder))，\(zone.chinese(entry.at))"))
        }
        return rows
    }

    static func signed(_ name: String, _ post: String?) -> String {
        PlainText.line(name, limit: 60) + (post.map { "（\(PlainText.line($0, limit: 100))）" } ?? "")
    }

    static func recorded(_ recorder: Recorder) -> String { "\(PlainText.line(recorder.user, limit: 60))（系统账号\(recorder.id)）" }

    private static func fields(_ moved: Extension, _ zone: Zone) -> [(name: String, values: [String])] {
        var fields: [(name: String, values: [String])] = [
            ("level", [moved.level]), ("episode", [zone.stamp(moved.episode)]), ("number", ["\(moved.number)"]),
            ("move", [moved.move.rawValue]), ("previousEnd", [moved.oldEnd.map { zone.stamp($0) } ?? Decision.none]),
            ("end", [moved.newEnd.map { zone.stamp($0) } ?? Decision.none]),
        ]
        if !moved.documents.isEmpty { fields.append(("directive", moved.documents)) }
        if let entry = moved.entry {
            if let signature = entry.signature { fields.append(("signedBy", [signed(signature.name, signature.post)])) }
            fields += [("recordedBy", ["\(entry.recorder.user) (\(entry.recorder.id))"]), ("recordedAt", [zone.stamp(entry.at)])]
        }
        return fields
    }
}
