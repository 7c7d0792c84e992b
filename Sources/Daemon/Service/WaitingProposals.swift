public import AirQuality
public import Desk
import Warnings

/// The proposals that wait, with what the record says of them.
public struct WaitingProposals {
    public struct Entry: Sendable {
        public var proposal: Proposal
        /// When it was made.
        public var since: Instant
        /// The record that holds it.
        public var seq: Int64
        /// How many times as long as the plan gives it had waited when it was last reminded of.
        var reminders: Int64 = 0

        /// Until when the plan gives it; nil: it says nothing.
        var deadline: Instant? {
            proposal.within.map { Instant(seconds: since.seconds + Int64($0) * 3600) }
        }

        /// Whole hours for which it has waited.
        func hours(at now: Instant) -> Int64 { max(0, now.seconds - since.seconds) / 3600 }
    }

    /// By the id of the decision proposed.
    private(set) var entries: [String: Entry] = [:]

    mutating func take(_ outcome: HourOutcome, knownAt: Instant, seq: Int64) {
        for change in outcome.proposals {
            let id = change.proposal.decision.id
            entries[id] = change.ending == nil ? Entry(proposal: change.proposal, since: knownAt, seq: seq) : nil
        }
    }

    /// Notes a reminder; one of a proposal that has ended changes nothing.
    mutating func take(_ reminder: Reminder) {
        guard case .approval(let id, _, _, _, _) = reminder.matter, let entry = entries[id] else { return }
        entries[id]?.reminders = Self.limits(entry, at: reminder.at)
    }

    /// Of what the desk is to be reminded: what has waited as long again as its plan gives.
    func overdue(at now: Instant) -> [Reminder] {
        inOrder.filter { Self.limits($0, at: now) > $0.reminders }.map { entry in
            let decision = entry.proposal.decision
            return Reminder(
                area: decision.area, at: now,
                matter: .approval(
                    proposal: decision.id, level: decision.to, approver: entry.proposal.approver,
                    hours: Int(entry.hours(at: now)), to: entry.proposal.remind))
        }
    }

    /// How many times as long as its plan gives a proposal has waited.
    private static func limits(_ entry: Entry, at now: Instant) -> Int64 {
        guard let within = entry.proposal.within, within > 0 else { return 0 }
        return max(0, now.seconds - entry.since.seconds) / (Int64(within) * 3600)
    }

    /// Oldest first.
    public var inOrder: [Entry] {
        entries.values.sorted { ($0.seq, $0.proposal.decision.area) < ($1.seq, $1.proposal.decision.area) }
    }
}
