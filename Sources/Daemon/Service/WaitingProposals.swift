import AirQuality
import Desk
import Warnings

/// The proposals that wait, with what the record says of them.
struct WaitingProposals {
    struct Entry {
        var proposal: Proposal
        /// When it was made.
        var since: Instant
        /// The record that holds it.
        var seq: Int64
        /// How often it has been reminded of.
        var reminders = 0
    }

    /// By the id of the decision proposed.
    private(set) var entries: [String: Entry] = [:]

    mutating func take(_ outcome: HourOutcome, knownAt: Instant, seq: Int64) {
        for change in outcome.proposals {
            let id = change.proposal.decision.id
            entries[id] = change.ending == nil ? Entry(proposal: change.proposal, since: knownAt, seq: seq) : nil
        }
    }

    /// Counts a reminder; one of a proposal that has ended changes nothing.
    mutating func reminded(_ id: String) { entries[id]?.reminders += 1 }

    /// Those that have waited as long again as their plan gives.
    func overdue(at now: Instant) -> [Entry] {
        inOrder.filter { entry in
            guard let within = entry.proposal.within else { return false }
            return now.seconds - entry.since.seconds >= Int64(within) * 3600 * Int64(entry.reminders + 1)
        }
    }

    /// Oldest first.
    var inOrder: [Entry] { entries.values.sorted { ($0.seq, $0.proposal.decision.area) < ($1.seq, $1.proposal.decision.area) } }
}
