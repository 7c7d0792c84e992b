import AirQuality
import Desk
import Ledger
import PlanModel
import Presentation
import Warnings

/// What `lantian verify --ledger` finds in a ledger: whether its chain holds what notices name, and whether its decisions come out
/// the same.
struct LedgerCheck {
    /// The chain, with every head that was named.
    var chain: VerifyReport
    /// Evaluations that were made again.
    private(set) var evaluations = 0
    /// Decisions and proposals among them.
    private(set) var decisions = 0
    /// Those that come out otherwise, at most ``maximumDifferences``.
    private(set) var differences: [PastEvaluation] = []
    private(set) var different = 0
    /// Why some could not be made again, at most ``maximumDifferences``.
    private(set) var obstacles: [String] = []
    private(set) var irreproducible = 0

    /// Stated ends on record that moved, and those of them that come out otherwise.
    private(set) var ends = 0
    private(set) var endsDifferent = 0

    /// So many are told in full; the rest is counted.
    private static let maximumDifferences = 20

    /// Checks the chain, then makes evaluations again.
    ///
    /// - Parameters:
    ///   - heads: Heads that must be in the chain, as notices name them.
    ///   - everyHour: Also the hours in which nothing was decided.
    ///   - progress: Told of the record that was looked at.
    /// - Throws: ``LedgerError``
    init(_ ledger: Ledger, heads: [LedgerHead], everyHour: Bool, progress: (Int64) -> Void) throws {
        chain = try ledger.verify(containing: heads)
        guard chain.isIntact else { return }
        var plans = PlanMemory(ledger)
        var fold = EndFold(ledger)
        try ledger.forEachRecord { record in
            progress(record.seq)
            note(record, try fold.take(record))
            guard case .sealed(let sealed) = record.entry else { return }
            let outcome = sealed.outcome
            let made = outcome.proposals.filter { $0.ending == nil }.map(\.proposal.decision)
            let decided = Set((outcome.own + outcome.decisions + made).filter { $0.basis == nil }.map(\.area))
            decisions += decided.count
            if decided.isEmpty, !everyHour { return }
            do {
                guard let plan = try ledger.planHash(before: record.seq).flatMap({ try plans.plan($0) }) else {
                    throw Irreproducible(description: "the plan in force is no longer understood by this version of lantian")
                }
                for area in plan.areas where everyHour || decided.contains(area.id) {
                    note(try PastEvaluation(ofArea: area.id, sealed: outcome, record.head, ledger) { try plans.plan($0) })
                }
            } catch let reason as Irreproducible {
                irreproducible += 1
                if obstacles.count < Self.maximumDifferences { obstacles.append("record \(record.seq): \(reason)") }
            }
        }
    }

    private mutating func note(_ record: LedgerRecord, _ found: [Extension]) {
        for recorded in record.entry.extensions {
            ends += 1
            guard !found.contains(recorded) else { continue }
            endsDifferent += 1
            if obstacles.count < Self.maximumDifferences {
                obstacles.append("record \(record.seq): the end of \(recorded.level) in \(recorded.area) comes out otherwise")
            }
        }
    }

    private mutating func note(_ past: PastEvaluation) {
        evaluations += 1
        if past.isSame { return }
        different += 1
        if differences.count < Self.maximumDifferences { differences.append(past) }
    }

    var isSame: Bool { chain.isIntact && different == 0 && endsDifferent == 0 }

    /// Whether the chain holds but not all could be made again.
    var isIncomplete: Bool { irreproducible > 0 }

    // MARK: Words

    func text(_ style: Style) -> String {
        let chain = "\(self.chain)\n"
        guard self.chain.isIntact else { return style.red(chain) }
        var text = style.green(chain)
        for past in differences { text += past.verdict(style) }
        for obstacle in obstacles { text += style.red("unreadable ") + obstacle + "\n" }
        let made =
            "\(evaluations) evaluation\(evaluations == 1 ? "" : "s") made again, \(decisions) of them with a decision: "
        var verdict = different == 0 ? "all come out the same" : "\(different) otherwise"
        if irreproducible > 0 { verdict += ", \(irreproducible) could not be made again" }
        if ends > 0 {
            let worked = "\(ends) moved end\(ends == 1 ? "" : "s") worked out again: "
            text +=
                endsDifferent == 0
                ? style.green(worked + "all come out the same") + "\n" : style.red(worked + "\(endsDifferent) otherwise") + "\n"
        }
        return text + (different == 0 && irreproducible == 0 ? style.green(made + verdict) : style.red(made + verdict)) + "\n"
    }

    var json: String {
        JSONWriter.object { json in
            json.field("ledger", isSame && !isIncomplete ? "same" : isSame ? "unreadable" : "different")
            json.field("intact", chain.isIntact)
            json.field("head", "\(chain.head)")
            json.field("chain", "\(chain)")
            json.field("evaluations", evaluations)
            json.field("decisions", decisions)
            json.field("different", different)
            json.field("irreproducible", irreproducible)
            json.key("differences")
            json.array { json in for past in differences { json.raw(past.json) } }
            json.strings("unreadable", obstacles)
            json.field("ends", ends)
            json.field("endsDifferent", endsDifferent)
        }
    }
}

/// The plans of a ledger's versions: each is read once.
private struct PlanMemory {
    private let ledger: Ledger
    private var plans: [String: Plan?] = [:]

    init(_ ledger: Ledger) { self.ledger = ledger }

    mutating func plan(_ hash: String) throws -> Plan? {
        if let known = plans[hash] { return known }
        let plan = try PastEvaluation.plan(hash, ledger)
        plans[hash] = .some(plan)
        return plan
    }
}
