import AirQuality
import Desk
import Explanations
import FileAccess
import Ledger
import PlanLanguage
import PlanModel
import Presentation
import Warnings

/// An evaluation on record, made again from the ledger alone.
struct PastEvaluation {
    var plan: Plan
    var planHash: String
    /// The record that sealed it.
    var head: LedgerHead
    /// What comes out.
    var trace: AreaTrace
    /// What is on record.
    var recorded: Decision?

    /// Whether what comes out waited for approval, or had been decided against.
    var isHeld = false

    var isSame: Bool { isHeld || trace.decision == recorded }

    /// The evaluation that a notice tells of.
    ///
    /// - Throws: ``Irreproducible`` where the notice tells of none, ``LedgerError``.
    static func ofNotice(_ id: String, in ledger: Ledger) throws -> [PastEvaluation] {
        guard let record = try ledger.notice(id) else { throw Irreproducible(description: "no notice \(id) is on record") }
        switch record.matter {
        case .decision(let decision):
            switch decision.basis {
            case nil:
                return [
                    try PastEvaluation(decision.area, decision.at, record.head, decision, ledger) { try Self.plan($0, ledger) }
                ]
            case .approval:
                guard let made = try ledger.proposal(decision.id) else { break }
                let head = LedgerHead(seq: made.seq, hash: try ledger.head(before: made.seq + 1).hash)
                return [
                    try PastEvaluation(decision.area, decision.at, head, made.proposal.decision, ledger) {
                        try Self.plan($0, ledger)
                    }
                ]
            case .consultation, .directive: break
            }
            throw Irreproducible(
                description:
                    "\(id) stands on consultation or a directive, not on the plan's conditions: there is nothing to recompute; "
                    + "`lantian explain --at` tells what the conditions said in that hour")
        case .silence: throw Irreproducible(description: "\(id) tells of the silence of a feed: it decides no level")
        case .reminder: throw Irreproducible(description: "\(id) reminds of what waits for people: it decides no level")
        case .bulletin: throw Irreproducible(description: "\(id) advises the public: it decides no level")
        case .highValue: throw Irreproducible(description: "\(id) makes a high value known: it decides no level")
        case .extend: throw Irreproducible(description: "\(id) tells of an end that moved: it decides no level")
        case .correction(let correction):
            throw Irreproducible(
                description:
                    "\(id) corrects \(correction.request.notice): it decides no level, and rests on nothing but who signed it")
        case .supplement(let supplement):
            throw Irreproducible(
                description: "\(id) tells of changed orders: it decides no level. \(supplement.level) stood before and after; "
                    + "`lantian orders` works out what a level orders")
        }
    }

    /// The evaluations of an hour, one an area.
    ///
    /// - Throws: ``Irreproducible`` where the hour was not evaluated, ``LedgerError``.
    static func at(_ instant: HourSlot, area: String?, in ledger: Ledger, zone: Zone) throws -> [PastEvaluation] {
        guard let sealed = try ledger.sealing(of: instant) else {
            let last = try ledger.lastSealed().map { "; the last hour evaluated is \(zone.text($0))" } ?? ""
            throw Irreproducible(description: "\(zone.text(instant)) was not evaluated\(last)")
        }
        guard let hash = try ledger.planHash(before: sealed.head.seq), let plan = try Self.plan(hash, ledger) else {
            throw Irreproducible(
                description: "the plan in force at \(zone.text(instant)) is no longer understood by this version")
        }
        return try plan.areas.filter { place in area.map { place.answers(to: $0) } ?? true }.map { place in
            try PastEvaluation(ofArea: place.id, sealed: sealed.outcome, sealed.head, ledger) { try Self.plan($0, ledger) }
        }
    }

    /// The evaluation of an area in a sealed hour.
    ///
    /// - Parameter plan: The plan of a version by its hash; nil where its text is no longer understood.
    /// - Throws: ``Irreproducible``, ``LedgerError``, or what `plan` throws.
    init(
        ofArea area: String, sealed outcome: HourOutcome, _ head: LedgerHead, _ ledger: Ledger, plan: (String) throws -> Plan?
    ) throws {
        let own = (outcome.own + outcome.decisions + outcome.proposals.filter { $0.ending == nil }.map(\.proposal.decision))
            .first { $0.area == area && $0.basis == nil }
        try self.init(area, outcome.at, head, own, ledger, plan: plan)
    }

    private init(
        _ area: String, _ at: HourSlot, _ head: LedgerHead, _ recorded: Decision?, _ ledger: Ledger,
        plan planOfHash: (String) throws -> Plan?
    ) throws {
        let basis = try ledger.recomputation(ofArea: area, at: at, before: head.seq, plan: planOfHash)
        plan = basis.plan
        planHash = try ledger.planHash(before: head.seq) ?? ""
        self.head = head
        self.recorded = recorded
        trace = basis.trace()
        guard recorded == nil, let found = trace.decision else { return }
        let held = try ledger.held(inArea: area, before: head.seq)
        if let waiting = held.waiting?.decision, waiting.from == found.from, waiting.to == found.to {
            isHeld = true
        } else if let against = held.overruled, against == Overruled(to: found.to, isUp: found.isUp) {
            isHeld = true
        }
    }

    /// The plan of a version by its text; a list of many megabytes says nothing of levels.
    static func plan(_ hash: String, _ ledger: Ledger) throws -> Plan? {
        let files = try ledger.planParts(hash: hash).compactMap { part in part.text.map { SourceFile(name: part.name, bytes: $0) }
        }
        return PlanChecker.check(files: files, zone: ZoneFiles().zone).plan
    }

    // MARK: Words

    /// Whether it comes out the same, in a line or two.
    func verdict(_ style: Style) -> String {
        let made = "record \(head.seq), made again from what stood before it: "
        if isSame {
            return style.green(
                made
                    + (isHeld
                        ? "what comes out waited for approval or had been decided against, as recorded"
                        : recorded == nil ? "nothing is decided, as recorded" : "the decision comes out the same"))
                + "\n"
        }
        return style.red(made + "it comes out otherwise")
            + "\n  recorded   \(words(recorded))\n  comes out  \(words(trace.decision))\n"
    }

    private func words(_ decision: Decision?) -> String {
        guard let decision else { return "no decision" }
        let reasons = decision.evidence.map { $0.summary(in: plan.zone) }.joined(separator: "; ")
        let response = decision.response.map { ", response from \(plan.zone.text($0))" } ?? ""
        return
            "\(decision.kind.rawValue) \(decision.from ?? Decision.none) → \(decision.to ?? Decision.none)\(response): \(reasons)"
    }

    var json: String {
        JSONWriter.object { json in
            json.field("at", plan.zone.text(trace.at))
            json.field("area", trace.area.id)
            json.field("record", head.seq)
            json.field("head", head.hash)
            json.field("plan", planHash)
            json.field("same", isSame)
            json.field("recorded", words(recorded))
            json.field("found", words(trace.decision))
            json.key("explanation")
            json.raw(ExplanationJSON(plan: plan).line(trace))
        }
    }
}
