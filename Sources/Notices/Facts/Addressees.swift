import Desk
import PlanModel

/// Whom a notice is addressed to, as far as the plan names them.
struct Addressees {
    /// Counties and districts of the area.
    var counties: [String]
    /// Bureaus that lead measures or seasons, each once, in the order of the plan.
    var bureaus: [String]

    init(_ plan: Plan, _ area: Area) {
        counties = area.counties.map { PlainText.line($0, limit: 60) }
        bureaus = []
        for lead in plan.orders.measures.compactMap(\.lead) + plan.orders.seasons.compactMap(\.lead) {
            let name = PlainText.line(lead, limit: 60)
            if !name.isEmpty, !bureaus.contains(name) { bureaus.append(name) }
        }
    }

    /// `各县（市、区）（魏都区、禹州市），市工业和信息化局`.
    var chinese: String {
        let parts = (counties.isEmpty ? [] : ["各县（市、区）（\(counties.joined(separator: "、"))）"]) + bureaus
        return parts.isEmpty ? "各有关单位" : parts.joined(separator: "，")
    }
}

extension Notice {
    var addressees: Addressees { Addressees(plan, area) }

    /// Whether it goes out to counties and bureaus: the silence of a feed concerns the duty desk alone, advice the public.
    var isForAddressees: Bool {
        switch matter {
        case .decision, .supplement, .extend: true
        case .correction(let correction): correction.subject.episode != nil
        case .silence, .reminder, .bulletin, .highValue: false
        }
    }

    /// What lies in the folder beside the notice, for its addressees.
    var attachments: [String] {
        guard orders != nil else { return [] }
        return ["减排指令清单（orders.csv、orders.json）", "各县（市、区）、各牵头单位减排指令分表（orders/）"]
    }
}
