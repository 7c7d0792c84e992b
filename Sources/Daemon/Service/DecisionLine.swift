import AirQuality
import Desk
import PlanModel
import Warnings

/// A decision in one line: time, area, from → to, the clause and the numbers that fired.
struct DecisionLine {
    let text: String

    init(_ decision: Decision, _ plan: Plan) {
        let area = plan.areas.first { $0.id == decision.area }?.name ?? decision.area
        let response = decision.response.map { ", response from \(plan.zone.shortText($0))" } ?? ""
        let reason = decision.evidence.map { $0.summary(in: plan.zone, withNegations: false) }.joined(separator: "; ")
        text =
            "\(plan.zone.shortText(decision.at)) \(area) \(decision.kind.rawValue): \(Self.name(decision.from, plan)) → "
            + "\(Self.name(decision.to, plan))\(response): \(reason)"
    }

    private static func name(_ id: String?, _ plan: Plan) -> String {
        guard let id else { return "none" }
        return plan.levels.first { $0.id == id }?.name ?? id
    }
}
