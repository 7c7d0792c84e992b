import AirQuality
import Desk
import FileAccess
import Ledger
import Logging
import Notices
import Orders
import PlanModel
import Warnings

/// Proposals as drafts in the spool: what lies in `pending` is what waits, and nothing else.
extension DeskService {
    /// Brings `pending` to what waits; what fails is tried again at the next call.
    func keepDrafts() {
        let wanted = Dictionary(uniqueKeysWithValues: waiting.inOrder.map { (noticeName($0.proposal.decision), $0) })
        guard drafts != Set(wanted.keys) else { return }
        do {
            let present = Set(try spool.drafts())
            for name in present.subtracting(wanted.keys).sorted() { try spool.removeDraft(name) }
            for (name, entry) in wanted.sorted(by: { $0.key < $1.key }) where !present.contains(name) {
                try spool.putDraft(name, try files(ofDraft: name, entry))
                log.info("a draft waits for approval", metadata: ["notice": "\(name)"])
            }
            drafts = Set(wanted.keys)
            draftTrouble = nil
        } catch {
            let trouble = "\(error)"
            if draftTrouble != trouble { log.error("a draft cannot be written", metadata: ["error": "\(trouble)"]) }
            draftTrouble = trouble
            drafts = nil
        }
    }

    private func files(ofDraft name: String, _ entry: WaitingProposals.Entry) throws -> [(name: String, bytes: [UInt8])] {
        guard let draft = try draft(entry) else { return [] }
        return NoticeRenderer.files(draft) + (try templateFiles(of: draft))
            + (try evidence(of: entry.proposal.decision, notice: name, seq: entry.seq).map { $0.files(hash: ContentHash.hex) }
                ?? [])
    }

    private func draft(_ entry: WaitingProposals.Entry) throws -> Notice? {
        let decision = entry.proposal.decision
        guard let hash = try ledger.planHash(before: entry.seq), let plan = try self.plan(hash) else { return nil }
        let area = plan.areas.first { $0.id == decision.area }
        let head = try ledger.head(before: entry.seq + 1)
        let basis = OrderBasis(
            plan: hash, area: decision.area, level: decision.to, start: decision.ordersStart, factsBefore: entry.seq)
        return Notice(
            matter: .decision(decision), plan: plan,
            area: area ?? Area(id: decision.area, name: decision.area, code: nil, stations: [], atLeast: nil),
            sent: entry.since, head: head.hash, planHash: hash, status: .draft, earlier: [],
            orders: try orders(basis).map { OrderReport(plan: $0.plan, orders: $0.set, previous: nil) })
    }
}
