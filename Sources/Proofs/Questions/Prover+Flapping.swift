import AirQuality
import PlanModel

extension Prover {
    /// Hours before a step down within which the level is to have come into force, tried one after the other.
    private static let leads = [1, 12, 24, 72]

    /// Whether a level can be left and be in force again within some hours.
    ///
    /// The proof asks more than is needed: that no series lets the level be left at t1 and demanded at t2, whether or not it was in
    /// force before. A witness has it come into force first.
    mutating func askFlapping(_ level: Int) {
        let within = session.settings.within
        let question = FlapQuestion(plan: plan, scene: session.scenes[0], level: level, within: within)
        let bad =
            level == 0
            ? "a warning can be lifted and issued again within \(within) h"
            : "\(name(level)) can be left and come back within \(within) h"
        let good =
            level == 0
            ? "no warning is issued again within \(within) h of its lift"
            : "\(name(level)) does not come back within \(within) h of being left"
        let subject = ProofAnswer.Subject.end(name(level))
        switch session.excludes(at: session.startInstants, { question.comesBack(at: $1, &$0) }) {
        case true?: add("flapping", .proved, good, at: subject)
        case nil: add("flapping", .undecided, "whether \(bad)", at: subject)
        case false?:
            let help = "let the end look \(within) h further ahead than the issue does"
            guard let (values, instant, lead) = series(of: question) else {
                add("flapping", .possible, "\(bad), unless it is never in force then", help: help, at: subject)
                return
            }
            func flaps(_ values: HourlyValues) -> Bool { question.returns(values, instant, lead: lead) != nil }
            let evaluated = question.evaluated(instant, lead: lead)
            func seen(_ witness: Witness) -> Witness {
                var witness = witness
                if let (left, back) = question.returns(witness.decisions) { witness.instants = [left, back] }
                return witness
            }
            add(
                "flapping", .found, bad, help: help, at: subject,
                seen(
                    Witness(
                        values, at: [instant], evaluated: evaluated,
                        decisions: question.scene.decisions(values, evaluated) ?? [])))
            let session = session
            simplifications.append(
                (
                    answers.count - 1,
                    { seen(session.witness(values, at: [instant], evaluated: evaluated, isWitness: flaps)) }
                ))
        }
    }

    /// A series on which a replay confirms it, the instant of the step down, and the hours evaluated before.
    private mutating func series(of question: FlapQuestion) -> (values: HourlyValues, instant: Int, lead: Int)? {
        for lead in Self.leads {
            let (outcome, instant) = session.decide(at: session.startInstants) {
                question.comesBack(at: $1, lead: lead, &$0)
            } confirm: {
                question.returns($0, $1, lead: lead) != nil
            }
            switch outcome {
            case .confirmed(let values): return (values, instant, lead)
            case .unconfirmed, .impossible: continue
            case .interrupted: return nil
            }
        }
        return nil
    }
}
