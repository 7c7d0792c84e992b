import AirQuality
import PlanModel
import Warnings

/// What people do (semantics §8.5, §8.6).
extension AreaDesk {
    /// Approves what waits: it takes force in the hour of the approval.
    mutating func approve(_ signature: Signature, by recorder: Recorder, at instant: Instant) -> [DeskEffect] {
        guard let pending = proposal else { return [] }
        let hour = max(instant.hourFloor, pending.decision.at)
        var decision = pending.decision
        let onset = decision.evidence.first?.onset
        let evidence = decision.evidence
        let proposed = decision
        decision = watch.change(from: own, to: proposed.to, at: hour, onset: onset)
        decision.at = proposed.at
        decision.evidence = evidence
        decision.episode = proposed.kind == .issue ? proposed.at : decision.episode
        decision.approvedIn = hour > proposed.at ? hour : nil
        decision.basis = .approval(
            DecisionBasis.Approved(approver: pending.approver, signature: signature, recorder: recorder, at: instant))
        return [end(pending, .approved)] + takeForce(decision, at: hour)
    }

    mutating func reject(because reason: String) -> [DeskEffect] {
        guard let pending = proposal else { return [] }
        return [end(pending, .rejected(reason: reason)), rule(Overruled(pending.decision))]
    }

    /// Declares a level on consultation, beside what the conditions say.
    mutating func declare(
        _ level: String?, because: String, _ signature: Signature, by recorder: Recorder, at instant: Instant,
        sealed: HourSlot?, _ observations: ObservationStore
    ) -> [DeskEffect] {
        let hour = instant.hourFloor
        var effects: [DeskEffect] = []
        let ruled = sealed.flatMap { watch.demandedLevel(at: $0, observations: observations) }
        if let pending = proposal { effects.append(end(pending, .overruled)) }
        var decision = watch.change(from: own, to: level, at: hour, onset: nil)
        decision.basis = .consultation(
            DecisionBasis.Declared(because: because, ruled: ruled, signature: signature, recorder: recorder, at: instant))
        effects += takeForce(decision, at: hour)
        // What the conditions would make of it at once has been decided against.
        let next = sealed.flatMap { watch.decision(at: $0, standing: own, observations: observations) }.map { Overruled($0) }
        return next == overruled ? effects : effects + [rule(next)]
    }

    /// Takes a directive; one with a number that is known takes the place of what came before.
    mutating func direct(_ directive: Directive, at instant: Instant) -> [DeskEffect] {
        directives.removeAll { $0.document == directive.document }
        directives.append(directive)
        return follow(at: instant.hourFloor)
    }

    mutating func withdraw(_ document: String, at instant: Instant) -> [DeskEffect] {
        directives.removeAll { $0.document == document }
        return follow(at: instant.hourFloor, ended: [document])
    }
}
