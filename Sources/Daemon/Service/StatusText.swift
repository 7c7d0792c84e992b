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
    /// Receipts that are owed, and of these those whose time is over.
    var receipts = (outstanding: 0, overdue: 0)
    /// By which ages and ends are told, and which directives count.
    var now: Instant

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
                    + "since \(zone.shortText(entry.since.hourFloor)), \(entry.hours(at: now)) h")
        }
        let documents = directives
        if let first = documents.first {
            let rest = documents.count - 1
            parts.append("directive \(first.prefix(60)) in force" + (rest > 0 ? " and \(rest) more" : ""))
        }
        if receipts.outstanding > 0 {
            parts.append("\(receipts.outstanding) receipts owed" + (receipts.overdue > 0 ? ", \(receipts.overdue) overdue" : ""))
        }
        for stated in desk.statedEnds(at: now.hourFloor, lookingAhead: true) {
            parts.append(
                "\(stated.area.name): \(stated.level) by \(stated.documents.joined(separator: ", ")) ends at "
                    + "\(zone.shortText(stated.end)) unless it is extended")
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

    /// The numbers of the directives that count, each once.
    private var directives: [String] {
        var documents: [String] = []
        for area in desk.plan.areas {
            for directive in desk.directives(ofArea: area.id)
            where directive.counts(at: now.hourFloor) && !documents.contains(directive.document) {
                documents.append(directive.document)
            }
        }
        return documents
    }
}
