import AirQuality
import Desk
import FileAccess
import Glibc
import Ledger
import PlanModel
import Warnings

/// Watches the ledger of the live service while a drill runs.
///
/// A drill gives way to what is real: a decision, a proposal that waits, a directive.
final class LiveWatch {
    private let ledger: Ledger
    private let zone: Zone
    private var seen: Int64

    /// - Throws: ``LedgerError``, or why the state is not one to watch.
    init(state: String, drill: String, zone: Zone) throws {
        guard !Self.isSame(state, drill) else {
            throw Trouble(description: "\(state) is the state of the drill itself: watch that of the live service")
        }
        ledger = try Ledger(path: state + "/ledger.sqlite", readOnly: true)
        guard try ledger.drill() == nil else {
            throw Trouble(description: "\(state) is the state of a drill: watch that of the live service")
        }
        seen = ledger.head.seq
        self.zone = zone
    }

    private static func isSame(_ path: String, _ other: String) -> Bool {
        var (first, second) = (stat(), stat())
        return stat(path, &first) == 0 && stat(other, &second) == 0 && first.st_dev == second.st_dev
            && first.st_ino == second.st_ino
    }

    /// What real thing has been recorded since the last look; nil where nothing has.
    func alarm() throws -> String? {
        var alarm: String?
        try ledger.forEachRecord(from: seen + 1) { record in
            seen = record.seq
            if alarm == nil { alarm = Self.alarm(record.entry).map { "\(zone.text(record.knownAt)): \($0)" } }
        }
        return alarm
    }

    private static func alarm(_ entry: LedgerEntry) -> String? {
        switch entry {
        case .sealed(let record), .hourBegun(let record): return alarm(record.outcome)
        case .act(let record):
            if case .direct(let directive) = record.act.matter {
                return "directive \(directive.document) of \(directive.office)"
            }
            return alarm(record.outcome)
        default: return nil
        }
    }

    private static func alarm(_ outcome: HourOutcome) -> String? {
        if let decision = outcome.decisions.first { return words(decision) }
        return outcome.proposals.first { $0.ending == nil }.map {
            words($0.proposal.decision) + ", which waits for \($0.proposal.approver)"
        }
    }

    private static func words(_ decision: Decision) -> String {
        "\(decision.area) \(decision.kind.rawValue) \(decision.from ?? Decision.none) → \(decision.to ?? Decision.none)"
    }
}
