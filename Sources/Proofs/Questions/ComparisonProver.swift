import AirQuality
public import PlanModel
import Warnings

/// Asks whether a new plan is never later and never lower than an old one.
///
/// Two things suffice at every instant, level by level: where the old plan demands a level, the new one demands it or a higher one;
/// and where the new one leaves a level, the old one does. By induction over the hours the level in force under the new plan is
/// then never below that under the old one.
public struct ComparisonProver {
    private let old: Plan
    private let new: Plan
    private var session: ProofSession
    private var answers: [ProofAnswer] = []

    /// nil where a plan has no area.
    public init?(
        old: Plan, new: Plan, settings: ProofSettings = ProofSettings(), shouldStop: @escaping () -> Bool = { false }
    ) {
        guard let session = ProofSession(plans: [old, new], settings: settings, shouldStop: shouldStop) else { return nil }
        self.old = old
        self.new = new
        self.session = session
    }

    /// All answers, of the plans' first areas, and of each other area of both where they are others (``Prover/report()``).
    public mutating func report() -> ProofReport {
        askAreas()
        var report = ownReport()
        guard old.namesStations || new.namesStations else { return report }
        for area in old.areas.dropFirst() {
            guard let same = new.areas.first(where: { $0.id == area.id }) else { continue }
            var (before, after) = (old, new)
            (before.areas, after.areas) = ([area], [same])
            let prover = ComparisonProver(old: before, new: after, settings: session.settings, shouldStop: session.shouldStop)
            guard var prover else { continue }
            report.add(prover.ownReport(), ofArea: area)
        }
        return report
    }

    /// The areas that the new plan watches over no more.
    private mutating func askAreas() {
        for area in old.areas where !new.areas.contains(where: { $0.id == area.id }) {
            answers.append(
                ProofAnswer(
                    id: "area-gone", verdict: .found, message: "the new plan has no area \(area.id)",
                    help: "give the area the id that it had, if it is there by another name", subject: nil, witness: nil))
        }
    }

    private mutating func ownReport() -> ProofReport {
        for level in old.levels where new.index(ofLevel: level.id) == nil {
            answers.append(
                ProofAnswer(
                    id: "level-gone", verdict: .found, message: "the new plan has no level \(level.id)", help: nil, subject: nil,
                    witness: nil))
        }
        let shared = old.levels.indices.compactMap { index in
            new.index(ofLevel: old.levels[index].id).map { (old: index, new: $0) }
        }
        if shared.map(\.new) == shared.map(\.new).sorted() {
            for pair in shared { askDemand(pair.old, pair.new) }
            for pair in shared { askEnd(pair.old, pair.new) }
        } else {
            answers.append(
                ProofAnswer(
                    id: "level-order", verdict: .found, message: "the plans order their levels differently", help: nil,
                    subject: nil, witness: nil))
        }
        return ProofReport(
            settings: session.settings, plans: [old.name, new.name], editions: session.editions, answers: answers,
            disagreements: session.disagreements)
    }

    /// What is in force under each plan after some instants, counted in its levels; -1 for none.
    private static func inForce(_ scenes: [WitnessScene], _ values: HourlyValues, _ instants: ClosedRange<Int>) -> [Int]? {
        let levels = scenes.compactMap { scene -> Int? in
            guard let decisions = scene.decisions(values, instants) else { return nil }
            return decisions.last?.to.flatMap { scene.plan.index(ofLevel: $0) } ?? -1
        }
        return levels.count == scenes.count ? levels : nil
    }

    private mutating func askDemand(_ level: Int, _ other: Int) {
        let scenes = session.scenes
        func isLower(_ values: HourlyValues, _ instant: Int) -> Bool {
            guard let levels = Self.inForce(scenes, values, instant...instant) else { return false }
            return levels[0] >= level && levels[1] < other
        }
        let (outcome, instant) = session.decide(at: session.instants) { encoder, now in
            [encoder.demanded(level, of: 0, at: now).holds, !encoder.demanded(from: other, of: 1, at: now).holds]
        } confirm: {
            isLower($0, $1)
        }
        let id = old.levels[level].id
        answer(
            "later-or-lower", .level(id), outcome, instant...instant, good: "where the old plan demands \(id), the new one does",
            bad: "the old plan issues \(id), the new one does not"
        ) { isLower($0, instant) }
    }

    private mutating func askEnd(_ level: Int, _ other: Int) {
        let id = old.levels[level].id
        let excluded = session.excludes(at: session.instants) { encoder, now in
            [encoder.left(other, of: 1, at: now), !encoder.left(level, of: 0, at: now)]
        }
        let good = "where the new plan leaves \(id), the old one does"
        let bad = "the new plan leaves \(id), the old one does not"
        guard excluded == false else {
            answer("ends-earlier", .end(id), excluded == true ? .impossible : .interrupted, 0...0, good: good, bad: bad) { _ in
                false
            }
            return
        }
        let scenes = session.scenes
        var last: (outcome: ProofSession.Outcome, instants: ClosedRange<Int>) = (.unconfirmed(HourlyValues(slots: 0..<0)), 0...0)
        for lead in [1, 12, 24] {
            func isLower(_ values: HourlyValues, _ now: Int) -> Bool {
                guard let levels = Self.inForce(scenes, values, now - lead...now) else { return false }
                guard let before = Self.inForce(scenes, values, now - lead...now - 1) else { return false }
                return levels[0] >= level && levels[1] < other && before[1] >= other
            }
            let counts = [old.levels.count, new.levels.count]
            let (outcome, instant) = session.decide(at: session.startInstants) { encoder, now in
                let left = encoder.left(other, of: 1, at: now)
                if left == .no { return [.no] }
                var standings = counts.indices.map { StandingEncoder(plan: $0, levels: counts[$0]) }
                for index in standings.indices {
                    for hour in now - lead..<now { standings[index].advance(to: hour, &encoder) }
                }
                let before = standings[1].inForce[other]
                for index in standings.indices { standings[index].advance(to: now, &encoder) }
                return [left, before, standings[0].inForce[level], !standings[1].inForce[other]]
            } confirm: {
                isLower($0, $1)
            }
            last = (outcome, instant - lead...instant)
            if case .confirmed = outcome {
                answer("ends-earlier", .end(id), outcome, last.instants, good: good, bad: bad) { isLower($0, instant) }
                return
            }
        }
        if case .interrupted = last.outcome {
            answer("ends-earlier", .end(id), .interrupted, 0...0, good: good, bad: bad) { _ in false }
        } else {
            answers.append(
                ProofAnswer(
                    id: "ends-earlier", verdict: .possible, message: "\(bad), unless it is never in force then", help: nil,
                    subject: .end(id), witness: nil))
        }
    }

    private mutating func answer(
        _ id: String, _ subject: ProofAnswer.Subject, _ outcome: ProofSession.Outcome, _ instants: ClosedRange<Int>, good: String,
        bad: String, isWitness: (HourlyValues) -> Bool
    ) {
        var result = ProofAnswer(id: id, verdict: .proved, message: good, help: nil, subject: subject, witness: nil)
        switch outcome {
        case .impossible: break
        case .interrupted: (result.verdict, result.message) = (.undecided, "whether \(bad)")
        case .confirmed(let values):
            (result.verdict, result.message) = (.found, bad)
            var witness = session.witness(values, at: [instants.upperBound], evaluated: instants, plan: 1, isWitness: isWitness)
            witness.earlier = session.scenes[0].decisions(witness.values, instants)
            result.witness = witness
        case .unconfirmed(let values):
            (result.verdict, result.message) = (.possible, bad)
            result.witness = Witness(values, at: [instants.upperBound], evaluated: instants, decisions: [])
        }
        answers.append(result)
    }
}
