import AirQuality
import Lists
import PlanModel

/// Exemptions in words: granted on a condition, or refused with every reason.
struct ExemptionText {
    let plan: Plan
    let list: EmissionList

    /// `列入民生保障名单，但不予豁免：扬尘管控不力`
    func texts(_ outcome: Ruling.ExemptionOutcome) -> BothTexts {
        let exemption = plan.orders.exemptions[outcome.exemption]
        if outcome.refusals.isEmpty {
            let cites = exemption.cites.isEmpty ? "" : "〔\(exemption.cites.joined(separator: "；"))〕"
            let condition = exemption.condition.map { BothTexts($0, exemption.subject, plan.orders) }
            let granted = ActionText.chinese(exemption.grants, isSite: exemption.subject == .site)
            return BothTexts(
                "准予“\(exemption.name)”豁免：\(granted)" + (condition.map { "，条件：\($0.chinese)" } ?? "") + cites,
                "granted \"\(exemption.name)\": \(exemption.grants.text)"
                    + (condition.map { ", while \($0.english)" } ?? "")
                    + (exemption.cites.isEmpty ? "" : " [\(exemption.cites.joined(separator: "; "))]"))
        }
        let reasons = outcome.refusals.map { text($0, exemption) }
        let who = candidate(exemption)
        return BothTexts(
            "\(who.chinese)，但不予豁免：\(reasons.map(\.chinese).joined(separator: "；"))",
            "\(who.english), but refused: \(reasons.map(\.english).joined(separator: "; "))")
    }

    func text(_ refusal: Refusal, _ exemption: Exemption) -> BothTexts {
        switch refusal {
        case .barred(let index, let entry): return barred(exemption.bars[index], entry, exemption.subject)
        case .conditionFails(let places):
            let all = exemption.condition?.conjuncts ?? []
            let parts = places.map { BothTexts(all[$0], exemption.subject, plan.orders) }
            return BothTexts(
                "不满足条件“\(parts.map(\.chinese).joined(separator: "”“"))”",
                "the condition does not hold: \(parts.map(\.english).joined(separator: ", "))")
        case .aboveLevel:
            let level = exemption.upTo.map { plan.levels[min($0, plan.levels.count - 1)] }
            return BothTexts("只适用至\(level?.name ?? "")（含）", "holds only up to \(level?.id ?? "")")
        case .outsideDates:
            let from = exemption.from?.description ?? ""
            let until = exemption.until?.description ?? ""
            return BothTexts("不在有效期内（\(from)至\(until)）", "outside its dates (\(from) to \(until))")
        }
    }

    private func listName(_ id: String) -> String { plan.orders.lists.first { $0.id == id }?.name ?? id }

    /// `民生保障名单`
    private func chineseList(_ id: String) -> String {
        let name = listName(id)
        return name.hasSuffix("名单") ? name : name + "名单"
    }

    private func candidate(_ exemption: Exemption) -> BothTexts {
        for part in exemption.who.conjuncts {
            if case .onList(_, let list) = part {
                return BothTexts("列入\(chineseList(list))", "on the list \"\(listName(list))\"")
            }
        }
        return BothTexts("符合“\(exemption.name)”范围", "within \"\(exemption.name)\"")
    }

    private func barred(_ bar: Exemption.Bar, _ entry: Int32, _ subject: OrderSubject) -> BothTexts {
        if let reason = bar.reason { return BothTexts(reason, "barred: \(reason)") }
        let said = BothTexts(bar.when, subject, plan.orders)
        guard case .onList(_, let id) = bar.when, entry >= 0, let entries = list.names[id]?.entries, Int(entry) < entries.count
        else {
            return BothTexts(said.chinese, "barred: \(said.english)")
        }
        let found = entries[Int(entry)]
        let notes = [found.reason, found.document].filter { !$0.isEmpty }
        return BothTexts(
            said.chinese + (notes.isEmpty ? "" : "（\(notes.joined(separator: "，"))）"),
            "barred: \(said.english)" + (notes.isEmpty ? "" : " (\(notes.joined(separator: ", ")))"))
    }
}
