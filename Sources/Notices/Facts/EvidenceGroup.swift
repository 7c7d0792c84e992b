import PlanModel
import Warnings

/// Clauses that fired together: of levels whose clauses rest on the same finding, told once.
struct EvidenceGroup {
    /// The levels whose clause it is, in the order of the decision's evidence.
    var levels: [LevelFacts]
    var evidence: Evidence
    var wording: ClauseWording

    static func groups(of decision: Decision, in plan: Plan) -> [EvidenceGroup] {
        var groups: [EvidenceGroup] = []
        for evidence in decision.evidence {
            guard let level = LevelFacts(evidence.level, in: plan) else { continue }
            let same = groups.firstIndex {
                $0.evidence.clause == evidence.clause && $0.evidence.finding == evidence.finding
                    && $0.evidence.cites == evidence.cites
            }
            if let same {
                groups[same].levels.append(level)
            } else {
                groups.append(EvidenceGroup(levels: [level], evidence: evidence, wording: ClauseWording(plan, evidence)))
            }
        }
        return groups
    }

    var label: String? { evidence.label.map { PlainText.line($0, limit: 60) }.flatMap { $0.isEmpty ? nil : $0 } }

    /// `红色发布条款〔预测〕`, `红色、橙色结束条款`.
    var chineseName: String {
        levels.map(\.name).joined(separator: "、") + (evidence.clause == .issue ? "发布条款" : "结束条款")
            + (label.map { "〔\($0)〕" } ?? "")
    }

    /// `issue clause [forecast] of red`.
    var englishName: String {
        let clause = evidence.clause == .issue ? "issue clause" : "end clause"
        return clause + (label.map { " [\($0)]" } ?? "") + " of " + levels.map(\.id).joined(separator: ", ")
    }

    /// The documents cited, or nil where the plan cites none.
    func cites(joinedBy separator: String) -> String? {
        let cites = evidence.cites.map { PlainText.line($0) }.filter { !$0.isEmpty }
        return cites.isEmpty ? nil : cites.joined(separator: separator)
    }
}
