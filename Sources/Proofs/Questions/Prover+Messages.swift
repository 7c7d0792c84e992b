import AirQuality
import PlanModel

// Advice and alerts: their conditions by themselves, since nothing else depends on them.

extension Prover {
    /// Their conditions, with what answers call them.
    var messages: [(condition: Condition, title: String, subject: ProofAnswer.Subject)] {
        plan.advice.map { ($0.condition, "condition of advice \($0.id)", .advice($0.id)) }
            + plan.alerts.map { ($0.condition, "condition of alert \($0.id)", .alert($0.id)) }
    }

    /// An alert at each station is asked of any one: what it reads of no named station is a series like the area's.
    mutating func askMessages() {
        for (condition, title, subject) in messages {
            var alone = plan
            alone.levels = [
                Level(
                    id: title, name: title, response: nil, issue: [IssueClause(label: nil, condition: condition)], end: nil,
                    approval: .unstated, responseStart: .immediately, cites: [])
            ]
            guard var prover = Prover(plan: alone, settings: session.settings, shouldStop: session.shouldStop) else { return }
            prover.ask(condition, title, subject)
            answers += prover.answers
        }
    }
}
