import AirQuality
public import PlanModel
import Warnings

/// Asks what a plan's conditions can and cannot come to, for every series of hourly values.
///
/// `docs/prove.md` says what is proved, by which method, under which assumptions.
public struct Prover {
    let plan: Plan
    var session: ProofSession
    var answers: [ProofAnswer] = []
    /// How the witnesses of answers are made simple, once all questions are asked.
    var simplifications: [(answer: Int, make: () -> Witness)] = []

    /// nil for a plan without an area.
    ///
    /// - Parameter shouldStop: Asked now and then whether to give up; what is open then is undecided.
    public init?(plan: Plan, settings: ProofSettings = ProofSettings(), shouldStop: @escaping () -> Bool = { false }) {
        guard let session = ProofSession(plans: [plan], settings: settings, shouldStop: shouldStop) else { return nil }
        self.plan = plan
        self.session = session
    }

    /// All answers, of the plan's first area, and of each other one where they are others: conditions are the plan's, and every area
    /// is one series, but for a station that a condition names, which may be an area by itself.
    public mutating func report() -> ProofReport {
        var report = ownReport()
        guard plan.allTests.contains(where: { $0.station != nil }) else { return report }
        for area in plan.areas.dropFirst() {
            var other = plan
            other.areas = [area]
            guard var prover = Prover(plan: other, settings: session.settings, shouldStop: session.shouldStop) else { continue }
            report.add(prover.ownReport(), ofArea: area)
        }
        return report
    }

    private mutating func ownReport() -> ProofReport {
        for level in plan.levels.indices { askIssued(level) }
        for level in plan.levels.indices.dropFirst() { askLadder(level) }
        for level in plan.levels.indices { askIssueAndEnd(level) }
        for level in plan.levels.indices { askEnd(level) }
        askReach()
        for level in plan.levels.indices { askParts(level) }
        askMessages()
        for level in plan.levels.indices { askFlapping(level) }
        askExemptions()
        for (answer, make) in simplifications { answers[answer].witness = make() }
        return ProofReport(
            settings: session.settings, plans: [plan.name], editions: session.editions, answers: answers,
            disagreements: session.disagreements)
    }

    mutating func add(
        _ id: String, _ verdict: ProofAnswer.Verdict, _ message: String, help: String? = nil,
        at subject: ProofAnswer.Subject? = nil, _ witness: Witness? = nil
    ) {
        answers.append(
            ProofAnswer(id: id, verdict: verdict, message: message, help: help, subject: subject, witness: witness))
    }

    /// Adds an answer with a witness that is made simple later.
    mutating func add(
        _ id: String, _ verdict: ProofAnswer.Verdict, _ message: String, help: String? = nil, at subject: ProofAnswer.Subject,
        simplifying values: HourlyValues, at instants: [Int], evaluated: ClosedRange<Int>,
        isWitness: @escaping (HourlyValues) -> Bool
    ) {
        let raw = Witness(
            values, at: instants, evaluated: evaluated, decisions: session.scenes[0].decisions(values, evaluated) ?? [])
        add(id, verdict, message, help: help, at: subject, raw)
        let session = session
        simplifications.append(
            (answers.count - 1, { session.witness(values, at: instants, evaluated: evaluated, isWitness: isWitness) }))
    }

    func name(_ level: Int) -> String { plan.levels[level].id }
}
