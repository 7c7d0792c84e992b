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
        return NoticeRenderer.files(notice) + (try templateFiles(of: notice))
            + (try evidence(ofNotice: name).map { $0.files(hash: ContentHash.hex) } ?? [])
            + (try extensionEvidence(notice).map { $0.files(hash: ContentHash.hex) } ?? [])
    }

    /// What a stated end that moved rests on; nil of every other notice.
    private func extensionEvidence(_ notice: Notice) throws -> ExtensionEvidence? {
        guard case .extend(let moved) = notice.matter, let record = try ledger.notice(notice.identifier) else { return nil }
        return ExtensionEvidence(
            notice: notice.identifier, moved: moved, recorded: record.knownAt, plan: notice.plan, area: notice.area,
            planHash: notice.planHash, planParts: try DecisionEvidence.PlanPart.parts(ofPlan: notice.planHash, ledger),
            headBefore: "\(try ledger.head(before: record.head.seq))", head: "\(record.head)")
    }

    /// What a decision rests on, as it was known when it was made; nil for what decides no level, and for what people or offices
    /// decided by themselves.
    ///
    /// Evidence that cannot be had holds no warning up: the notice goes without, and the journal says so.
    func evidence(ofNotice name: String) throws -> DecisionEvidence? {
        guard let record = try ledger.notice(name), case .decision(let decision) = record.matter else { return nil }
        switch decision.basis {
        case nil: return try evidence(of: decision, notice: name, seq: record.head.seq)
        case .approval:
            guard let proposal = try ledger.proposal(decision.id) else { return nil }
            return try evidence(of: proposal.proposal.decision, notice: name, seq: proposal.seq)
        case .consultation, .directive: return nil
        }
    }

    /// What a decision or a proposal of a record rests on.
    func evidence(of decision: Decision, notice: String, seq: Int64) throws -> DecisionEvidence? {
        do {
            return try DecisionEvidence(decision, notice: notice, seq: seq, ledger) { try self.plan($0) }
        } catch let reason as Irreproducible {
            log.error("a notice goes without evidence", metadata: ["notice": "\(notice)", "reason": "\(reason)"])
            return nil
        }
    }
}

extension DecisionEvidence.PlanPart {
    /// The files of a plan version.
    fileprivate static func parts(ofPlan hash: String, _ ledger: Ledger) throws -> [Self] {
        try ledger.planParts(hash: hash).map { part in
            Self(name: part.name, hash: part.hash, size: part.size, bytes: part.text)
        }
    }
}

extension DecisionEvidence {
    /// The evidence of what was decided or proposed in a record.
    ///
    /// - Parameter plan: A plan version that was in force, by its hash; nil where its text is no longer understood.
    /// - Throws: ``Irreproducible``, ``LedgerError``, or what `plan` throws.
    init?(_ decision: Decision, notice: String, seq: Int64, _ ledger: Ledger, plan: (String) throws -> Plan?) throws {
        guard let hash = try ledger.planHash(before: seq), let record = try ledger.record(seq) else { return nil }
        let basis = try ledger.recomputation(ofArea: decision.area, at: decision.at, before: seq, plan: plan)
        self.init(
            notice: notice, decision: decision, recorded: record.knownAt, basis: basis, planHash: hash,
            planParts: try PlanPart.parts(ofPlan: hash, ledger),
            headBefore: "\(try ledger.head(before: seq))", head: "\(record.head)")
    }
}
