import AirQuality
import Desk
import PlanModel
import Warnings

/// What a decision stands on, in Chinese.
enum BasisWords {
    /// Labelled rows of the official text.
    static func rows(_ basis: BasisFacts, _ zone: Zone) -> [(label: String, value: String)] {
        switch basis.kind {
        case .plan(let approval): [("判定主体", "由系统按预案自动判定"), ("审批", unapproved(approval))]
        case .proposal(let approval): [("判定主体", "由系统按预案提出，尚待批准"), ("审批", awaited(approval))]
        case .approval(let signer, let approver):
            [("判定主体", "由系统按预案提出，经批准生效"), ("批准人", person(signer) + "（预案规定由“\(approver)”批准）")]
                + paper(signer, zone, act: "批准")
        case .consultation(let signer, let because, let ruled):
            [("判定主体", "会商研判决定"), ("决定人", person(signer))] + paper(signer, zone, act: "决定")
                + [("会商理由", because), ("条款判定", "作出决定时按预案条款\(standing(ruled))")]
        case .directive(let documents):
            [
                ("判定主体", documents.isEmpty ? "上级指令期满后恢复本级判定" : "依上级指令执行"),
                ("上级指令", documents.isEmpty ? "不再执行" : documents.joined(separator: "、")),
            ]
        }
    }

    /// `河南省…〔2024〕77号（某办公室，自2024年12月9日20时起）`, one a directive.
    static func cited(_ directives: [Directive], _ zone: Zone) -> [String] {
        directives.map { directive in
            let end = directive.until.map { "至\(zone.chinese($0))止" } ?? "起"
            let basis = PlainText.line(directive.basis)
            return "\(PlainText.line(directive.office, limit: 100))\(PlainText.line(directive.document, limit: 100))，自"
                + "\(zone.chinese(directive.from))\(end)\(basis.isEmpty ? "" : "；\(basis)")"
        }
    }

    /// For whoever looks for conditions that were met; nil where they are told.
    static func withoutConditions(_ basis: BasisFacts) -> String? {
        switch basis.kind {
        case .plan, .proposal, .approval: nil
        case .consultation: "本决定由会商研判作出，不以预案条款成立为依据，故不列成立条款。"
        case .directive: "本决定依上级指令作出，不以本级预案条款成立为依据。"
        }
    }

    /// One sentence for a short account.
    static func sentence(_ basis: BasisFacts, _ zone: Zone) -> String {
        switch basis.kind {
        case .plan: "本决定由系统按预案自动判定。"
        case .proposal: "本稿由系统按预案提出，尚待批准，未生效。"
        case .approval(let signer, _): "本决定由系统按预案提出，经\(person(signer))于\(zone.chinese(signer.at))批准\(number(signer))。"
        case .consultation(let signer, let because, let ruled):
            "本决定由\(person(signer))于\(zone.chinese(signer.at))会商研判作出\(number(signer))，不以预案条款成立为依据；"
                + "理由：\(because)；当时按预案条款\(standing(ruled))。"
        case .directive(let documents) where documents.isEmpty: "上级指令期满，恢复本级判定的级别。"
        case .directive(let documents): "本决定依上级指令（\(documents.joined(separator: "、"))）作出，不以本级预案条款成立为依据。"
        }
    }

    private static func paper(_ signer: BasisFacts.Signer, _ zone: Zone, act: String) -> [(label: String, value: String)] {
        [
            ("\(act)方式", "\(channel(signer.channel))，\(zone.chinese(signer.at))"), ("\(act)文号", signer.document ?? "无"),
            ("录入", "\(PlainText.line(signer.recorder.user, limit: 60))（系统账号\(signer.recorder.id)）"),
        ]
    }

    static func person(_ signer: BasisFacts.Signer) -> String { signer.name + (signer.post.map { "（\($0)）" } ?? "") }

    private static func number(_ signer: BasisFacts.Signer) -> String { signer.document.map { "（\($0)）" } ?? "" }

    private static func channel(_ channel: Signature.Channel) -> String {
        switch channel {
        case .paper: "书面"
        case .telephone: "电话"
        }
    }

    private static func standing(_ ruled: LevelFacts?) -> String { ruled.map { "应为\($0.name)预警" } ?? "无预警" }

    private static func unapproved(_ approval: Approval) -> String {
        switch approval {
        case .by(let name, _, _): "预案规定由“\(PlainText.line(name, limit: 60))”批准；本次视同即时批准，无批准记录。"
        case .automatic: "预案规定自动批准，决定自判定时刻起自行生效。"
        case .unstated: "预案未规定审批人，决定自判定时刻起自行生效。"
        }
    }

    private static func awaited(_ approval: Approval) -> String {
        guard case .by(let name, let within, _) = approval else { return "待批准，未生效。" }
        let limit = within.map { "（\($0)小时内）" } ?? ""
        return "待“\(PlainText.line(name, limit: 60))”批准\(limit)，未生效。"
    }
}
