import AirQuality
import Desk
import PlanModel
import Testing
import Warnings

@testable import Proofs

/// Answers about small plans, against every series of three values over the hours that such plans read.
///
/// A sequence of de Bruijn holds every word of its order, so one replay over it sees all of them.
struct BruteForceTests {
    /// Below 100, above it, above 200.
    private static let levels: [Int64] = [20_000, 100_000, 200_000]
    private static let order = 7
    private static let within = 2
    private static let reach = 3

    @Test(arguments: 1...24) func agreesWithTryingAll(seed: Int) throws {
        var plans = RandomPlans(seed: UInt64(seed))
        let plan = plans.small()
        var settings = ProofSettings(reach: Self.reach, within: Self.within)
        settings.simplifies = false
        var prover = try #require(Prover(plan: plan, settings: settings))
        let report = prover.report()
        #expect(report.disagreements == 0, "seed \(seed)")
        #expect(report.answers.allSatisfy { $0.verdict != .undecided }, "seed \(seed)")
        let seen = try #require(facts(plan))
        for (index, level) in plan.levels.enumerated() {
            let facts = seen[index]
            func verdicts(_ id: String, _ subject: ProofAnswer.Subject) -> [ProofAnswer.Verdict] {
                report.answers.filter { $0.id == id && $0.subject == subject }.map(\.verdict)
            }
            func check(_ id: String, _ subject: ProofAnswer.Subject, isSeen: Bool) {
                for verdict in verdicts(id, subject) where verdict == .proved {
                    #expect(!isSeen, "seed \(seed): \(id) \(subject) is proved, and seen")
                }
                if isSeen { #expect(verdicts(id, subject) != [], "seed \(seed): \(id) \(subject) is seen") }
            }
            check("hole-in-ladder", .level(level.id), isSeen: facts.hasHole)
            check("issue-and-end", .end(level.id), isSeen: facts.hasBoth)
            check("flapping", .end(level.id), isSeen: facts.flaps)
            let issued = verdicts("never-issued", .level(level.id))
            #expect(issued == [facts.isIssued ? .proved : .found], "seed \(seed): never-issued \(level.id)")
            if level.end != nil {
                let ends = verdicts("never-ends", .end(level.id))
                #expect(ends == [facts.isLeft ? .proved : .found], "seed \(seed): never-ends \(level.id)")
            }
        }
    }

    private struct Facts {
        var isIssued = false
        var hasHole = false
        var hasBoth = false
        var isLeft = false
        var flaps = false
    }

    /// What a replay over all words shows of each level.
    private func facts(_ plan: Plan) -> [Facts]? {
        guard let scene = WitnessScene(plan: plan, reach: Self.reach) else { return nil }
        let base = Zone.beijing.midnight(of: Edition.start2026 + 320).hours
        let word = DeBruijn.word(letters: Self.levels.count, order: Self.order)
        var values = HourlyValues(slots: base..<base + word.count)
        for (hour, letter) in word.enumerated() {
            values[SeriesKey(pollutant: .pm25, station: nil), base + hour] = Self.levels[letter]
        }
        let instants = base + 4...base + word.count - 4
        guard var desk = scene.desk(values, around: instants) else { return nil }
        var facts = [Facts](repeating: Facts(), count: plan.levels.count)
        var lastLeft = [Int?](repeating: nil, count: plan.levels.count)
        for now in instants {
            guard let trace = desk.trace(ofArea: scene.area.id, at: HourSlot(now)) else { return nil }
            _ = desk.apply(.hourSealed(HourSlot(now)))
            let demands = trace.levels.map(\.demanded)
            for level in plan.levels.indices {
                if demands[level] == .true {
                    if demands[(level + 1)...].allSatisfy({ $0 != .true }) { facts[level].isIssued = true }
                    if level > 0, demands[level - 1] != .true { facts[level].hasHole = true }
                    if trace.levels[level].released == .true { facts[level].hasBoth = true }
                }
                if demands[level...].contains(.true), let left = lastLeft[level], now - left <= Self.within {
                    facts[level].flaps = true
                }
                if trace.levels[level].released == .true, demands[level...].allSatisfy({ $0 == .false }) {
                    facts[level].isLeft = true
                    lastLeft[level] = now
                }
            }
        }
        return facts
    }
}
