import Desk
import PlanModel
import Warnings

extension Notice {
    /// Whom to ask, safe to show; nil where the plan does not say.
    var contact: String? { plan.contact.map { PlainText.line($0) }.flatMap { $0.isEmpty ? nil : $0 } }

    /// The institutions on whose forecasts the notice rests, safe to show; none where it rests on what was measured or on a person alone.
    var forecasters: [String] {
        guard restsOnForecasts else { return [] }
        return plan.forecasters.map { PlainText.line($0, limit: 60) }.filter { !$0.isEmpty }
    }

    /// What stands below the English account.
    var englishFoot: [String] {
        (forecasters.isEmpty ? [] : ["Forecasts by: \(forecasters.joined(separator: ", "))."])
            + (contact.map { ["Contact: \($0)"] } ?? [])
    }

    private var restsOnForecasts: Bool {
        switch matter {
        case .decision(let decision):
            decision.evidence.flatMap(\.finding.tests).flatMap(\.elements).contains { $0.origin != .observed }
        case .bulletin(let bulletin):
            !bulletin.isOver && readsForecasts(plan.advice.first { $0.id == bulletin.advice }?.condition)
        case .highValue(let value): readsForecasts(plan.alerts.first { $0.id == value.alert }?.condition)
        case .silence, .supplement, .reminder, .extend, .correction: false
        }
    }

    private func readsForecasts(_ condition: Condition?) -> Bool {
        condition?.tests.contains { $0.source != .observed } ?? false
    }
}
