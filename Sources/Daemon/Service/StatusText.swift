import AirQuality
import Desk
import PlanModel
import Warnings

/// The line that `systemctl status` shows.
struct StatusText {
    let desk: Desk
    let reload: ReloadState
    let unpublished: Int
    let publishingTrouble: String?
    let ledgerTrouble: String?
    let clockDoubt: ClockGuard.Step?
    var waiting = WaitingProposals()
    var orders: [OrderFigures] = []

    var text: String {
        let zone = desk.plan.zone
        var parts = desk.standings.map { area, standing in
            guard let id = standing.level else { return "\(area.name) no warning" }
            let name = desk.plan.levels.first { $0.id == id }?.name ?? id
            return "\(area.name) \(name) (\(id)) since \(standing.since.map(zone.shortText) ?? "—")"
        }
        for entry in waiting.inOrder {
            let decision = entry.proposal.decision
            let area = desk.plan.areas.first { $0.id == decision.area }?.name ?? decision.area
            parts.append(
                "\(area): \(decision.kind.rawValue) to \(decision.to ?? "none") waits for \(entry.proposal.approver) "
                    + "since \(zone.shortText(entry.since.hourFloor))")
        }
        let newest = desk.lastSealed.flatMap { desk.newestData(until: $0 + 2) }
        parts.append("data to \(newest.map(zone.shortText) ?? "none")")
        for orders in orders {
            if let shortage = orders.shortage { parts.append("\(orders.name) reduction \(shortage)") }
        }
        for item in desk.bulletins { parts.append("\(item.area.name): \(item.bulletin.name)") }
        for silence in desk.silences { parts.append("\(silence.area.name): \(silence.feed.words)") }
        if let clockDoubt {
            parts.append(
                "the clock stepped from \(zone.text(clockDoubt.from)) to \(zone.text(clockDoubt.to)), which nothing confirms: "
                    + "going by the steady clock")
        }
        if reload.last == .refused { parts.append("reload refused: \(reload.summary)") }
        if reload.last == .accepted { parts.append("reloaded: \(reload.summary)") }
        if let publishingTrouble { parts.append("\(unpublished) notices cannot be published: \(publishingTrouble)") }
        if let ledgerTrouble { parts.append("the ledger refuses records: \(ledgerTrouble)") }
        return parts.joined(separator: "; ")
    }
}
