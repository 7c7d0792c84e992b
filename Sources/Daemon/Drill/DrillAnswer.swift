import Desk
import Warnings

/// What a trainee answers to a proposal.
struct DrillAnswer {
    let matter: DeskAct.Matter

    /// Nil for anything but `approve NAME` and `reject REASON`.
    init?(_ line: String, proposal: String) {
        let parts = line.split(separator: " ", maxSplits: 1).map(String.init)
        guard parts.count == 2 else { return nil }
        switch parts[0] {
        case "approve": matter = .approve(proposal: proposal, Signature(name: parts[1], document: "演练", channel: .paper))
        case "reject": matter = .reject(proposal: proposal, reason: parts[1])
        default: return nil
        }
    }
}
