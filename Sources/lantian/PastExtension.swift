import AirQuality
import Desk
import Ledger
import PlanModel
import Presentation
import Warnings

/// A stated end on record that moved, worked out again from the ledger alone: every act, hour and plan before its record is folded into a
/// desk, which then reads the end anew.
struct PastExtension {
    var plan: Plan
    var planHash: String
    /// The record that holds it.
    var head: LedgerHead
    var recorded: Extension
    /// What comes out; nil: no end moves.
    var found: Extension?

    var isSame: Bool { found == recorded }

    /// - Returns: Nil where the notice tells of no end.
    /// - Throws: ``Irreproducible``, ``LedgerError``.
    init?(ofNotice id: String, in ledger: Ledger) throws {
        guard let record = try ledger.notice(id), case .extend(let moved) = record.matter else { return nil }
        recorded = moved
        head = record.head
        var fold = EndFold(ledger)
        var found: Extension?
        do {
            try ledger.forEachRecord { entry in
                let ends = try fold.take(entry)
                guard entry.seq == record.head.seq else { return }
                found = ends.first { $0.area == moved.area }
                throw Enough()
            }
        } catch is Enough {}
        guard let plan = fold.plan else {
            throw Irreproducible(
                description: "no plan version before record \(head.seq) is understood by this version of lantian")
        }
        (self.plan, planHash) = plan
        self.found = found
    }

    private struct Enough: Error {}

    func text(_ style: Style) -> String {
        let zone = plan.zone
        var text = "\(style.bold(recorded.words(in: zone)))\n"
        for (word, basis) in [("before", recorded.before), ("after", recorded.after)] {
            text += "\(word), read at \(zone.text(basis.at)): own level \(basis.own ?? Decision.none)\n"
            for directive in basis.directives {
                let end = directive.until.map { zone.text($0) } ?? "further notice"
                text += "  \(directive.document) of \(directive.office): \(zone.text(directive.from)) to \(end)\n"
            }
        }
        let made = "\nrecord \(head.seq), worked out again from what stood before it: "
        if isSame { return text + style.green(made + "the end comes out the same") + "\n" }
        return text + style.red(made + "it comes out otherwise")
            + "\n  recorded   \(recorded.words(in: zone))\n  comes out  \(found?.words(in: zone) ?? "no end moves")\n"
    }

    var json: String {
        let zone = plan.zone
        return JSONWriter.object { json in
            json.field("at", zone.text(recorded.at))
            json.field("area", recorded.area)
            json.field("record", head.seq)
            json.field("head", head.hash)
            json.field("plan", planHash)
            json.field("same", isSame)
            json.field("recorded", recorded.words(in: zone))
            json.field("found", found?.words(in: zone) ?? "no end moves")
        }
    }
}

extension Extension {
    /// `red, end 2026-11-21T20:00:00+08:00 → 2026-11-22T20:00:00+08:00`.
    func words(in zone: Zone) -> String {
        func words(_ end: HourSlot?) -> String { end.map { zone.text($0) } ?? "further notice" }
        return "\(level), end \(words(oldEnd)) → \(words(newEnd))"
    }
}

/// Folds the records of a ledger into a desk without its data, and says of each how stated ends move by it.
struct EndFold {
    private let ledger: Ledger
    private var desk: Desk?
    /// The plan version that took force last of those that are understood.
    private(set) var plan: (plan: Plan, hash: String)?

    init(_ ledger: Ledger) { self.ledger = ledger }

    mutating func take(_ record: LedgerRecord) throws -> [Extension] {
        let effects: [DeskEffect]?
        switch record.entry {
        case .plan(let version):
            guard let plan = try PastEvaluation.plan(version.hash, ledger) else { return [] }
            self.plan = (plan, version.hash)
            if desk == nil { desk = Desk(plan: plan) } else { _ = desk?.apply(.planSwapped(plan)) }
            return []
        case .sealed(let sealed): effects = desk?.apply(.hourRecalled(sealed.outcome))
        case .hourBegun(let begun): effects = desk?.apply(.actRecalled(nil, begun.outcome))
        case .act(let act): effects = desk?.apply(.actRecalled(act.act, act.outcome))
        default: return []
        }
        return (effects ?? []).compactMap { if case .extended(let moved) = $0 { moved } else { nil } }
    }
}

extension LedgerEntry {
    /// The ends that moved with it, as recorded.
    var extensions: [Extension] {
        switch self {
        case .sealed(let record), .hourBegun(let record): record.outcome.extensions
        case .act(let record): record.outcome.extensions
        default: []
        }
    }
}
