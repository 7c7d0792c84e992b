import AirQuality
import PlanModel
import Presentation
import Warnings

/// A decision as one line of JSON (semantics §9).
enum DecisionJSON {
    static func line(_ decision: Decision, _ plan: Plan) -> String {
        JSONWriter.object { json in
            json.field("at", plan.zone.text(decision.at))
            json.field("area", decision.area)
            json.field("kind", decision.kind.rawValue)
            json.field("from", decision.from ?? Decision.none)
            json.field("to", decision.to ?? Decision.none)
            json.field("response", optional: decision.response.map(plan.zone.text))
            json.field("reason", decision.evidence.map { $0.summary(in: plan.zone) }.joined(separator: "; "))
        }
    }
}
