import AirQuality
import Desk
import FileAccess
import Ledger
import Logging
import Notices
import PlanModel
import Warnings

extension DeskService {
    /// The files of a notice's folder as they follow from the ledger; nil where no notice of that name is on record.
    func files(ofNotice name: String) throws -> [(name: String, bytes: [UInt8])]? {
        guard let notice = try rendered(name) else { return nil }
        return NoticeRenderer.files(notice) + (try evidence(ofNotice: name).map { $0.files(hash: ContentHash.hex) } ?? [])
    }

    /// What a decision rests on, as it was known when it was made; nil for a silence and a supplement, which decide no level.
    ///
    /// Evidence that cannot be had holds no warning up: the notice goes without, and the journal says so.
    func evidence(ofNotice name: String) throws -> DecisionEvidence? {
        guard let record = try ledger.notice(name), case .decision = record.subject else { return nil }
        do {
            return try DecisionEvidence(record, ledger) { try self.plan($0) }
        } catch let reason as Irreproducible {
            log.error(
                "a notice goes without evidence", metadata: ["notice": "\(name)", "reason": "\(reason)"])
            return nil
        }
    }
}

extension DecisionEvidence {
    /// The evidence of a decision on record.
    ///
    /// - Parameter plan: A plan version that was in force, by its hash; nil where its text is no longer understood.
    /// - Throws: ``Irreproducible``, ``LedgerError``, or what `plan` throws.
    init?(_ record: NoticeRecord, _ ledger: Ledger, plan: (String) throws -> Plan?) throws {
        guard case .decision(let decision) = record.subject, let hash = record.planHash else { return nil }
        let basis = try ledger.recomputation(ofArea: decision.area, at: decision.at, before: record.head.seq, plan: plan)
        self.init(
            notice: record.id, decision: decision, recorded: record.knownAt, basis: basis, planHash: hash,
            planParts: try ledger.planParts(hash: hash).map { part in
                PlanPart(name: part.name, hash: part.hash, size: part.size, bytes: part.text)
            },
            headBefore: "\(try ledger.head(before: record.head.seq))", head: "\(record.head)")
    }
}
