import AirQuality
import Control
import Desk
import Ledger
import Notices
import PlanModel
import Warnings

/// What the desk knows in the shapes of the control socket, named as the plan in force names it.
struct ReportMaker {
    let plan: Plan

    func area(_ id: String) -> Named { Named(id: id, name: plan.areas.first { $0.id == id }?.name ?? id) }

    func level(_ id: String?) -> Named? {
        id.map { id in Named(id: id, name: plan.levels.first { $0.id == id }?.name ?? id) }
    }

    // MARK: Decisions

    func decision(_ record: DecisionRecord) -> DecisionReport {
        let decision = record.decision
        return DecisionReport(
            id: decision.id, area: area(decision.area), kind: decision.kind.rawValue, from: level(decision.from),
            to: level(decision.to), at: plan.zone.text(decision.at), inForce: plan.zone.text(decision.inForce),
            response: decision.response.map { plan.zone.text($0) }, reason: reason(decision),
            reasonInChinese: DecisionSummary.chinese(decision, in: plan), basis: basis(record),
            record: record.seq, notice: record.notice, isPublished: record.notice.map { _ in record.isPublished })
    }

    private func reason(_ decision: Decision) -> String {
        decision.evidence.map { $0.summary(in: plan.zone, withNegations: false) }.joined(separator: "; ")
    }

    /// With the document number as it was corrected.
    private func basis(_ record: DecisionRecord) -> BasisReport {
        var report = basis(record.decision.basis)
        report.document = record.correctedDocument ?? report.document
        return report
    }

    private func basis(_ basis: DecisionBasis?) -> BasisReport {
        switch basis {
        case nil: return BasisReport(kind: "conditions")
        case .approval(let approved):
            var report = signed("approval", approved.signature, approved.recorder, approved.at)
            report.approver = approved.approver
            return report
        case .consultation(let declared):
            var report = signed("consultation", declared.signature, declared.recorder, declared.at)
            report.because = declared.because
            return report
        case .directive(let documents):
            var report = BasisReport(kind: "directive")
            report.directives = documents
            return report
        }
    }

    private func signed(_ kind: String, _ signature: Signature, _ recorder: Recorder, _ at: Instant) -> BasisReport {
        var report = BasisReport(kind: kind)
        report.signedBy = signature.name
        report.post = signature.post
        report.document = signature.document
        report.channel = signature.channel.rawValue
        report.recordedBy = recorder.user
        report.uid = recorder.id
        report.recordedAt = plan.zone.text(at)
        return report
    }

    // MARK: Proposals

    /// - Parameter draft: The name of its notice.
    func proposal(_ entry: WaitingProposals.Entry, draft: String) -> ProposalReport {
        let decision = entry.proposal.decision
        return ProposalReport(
            id: decision.id, area: area(decision.area), kind: decision.kind.rawValue, from: level(decision.from),
            to: level(decision.to), at: plan.zone.text(decision.at), since: plan.zone.text(entry.since),
            approver: entry.proposal.approver, within: entry.proposal.within, remind: entry.proposal.remind,
            reminders: Int(entry.reminders), reason: reason(decision),
            reasonInChinese: DecisionSummary.chinese(decision, in: plan),
            record: entry.seq, draft: draft)
    }

    func ended(_ change: ProposalChange) -> EndedProposal? {
        guard let ending = change.ending else { return nil }
        let decision = change.proposal.decision
        return EndedProposal(
            id: decision.id, area: area(decision.area), kind: decision.kind.rawValue, from: level(decision.from),
            to: level(decision.to), ending: Self.word(ending))
    }

    static func word(_ ending: Proposal.Ending) -> String {
        switch ending {
        case .approved: "approved"
        case .rejected: "rejected"
        case .withdrawn: "withdrawn"
        case .superseded: "superseded"
        case .overruled: "overruled"
        }
    }

    // MARK: Directives and episodes

    func directive(_ directive: Directive) -> DirectiveReport {
        let (demand, level): (String, String?) =
            switch directive.demand {
            case .atLeast(let level): ("atLeast", level)
            case .exactly(let level): ("exactly", level)
            case .mayLift: ("mayLift", nil)
            }
        return DirectiveReport(
            document: directive.document, office: directive.office, areas: directive.areas.map(area), demand: demand,
            level: self.level(level), from: plan.zone.text(directive.from), until: directive.until.map { plan.zone.text($0) },
            basis: directive.basis)
    }

    func episode(_ record: EpisodeSpan) -> EpisodeReport {
        func rank(_ id: String?) -> Int { id.flatMap { plan.index(ofLevel: $0) } ?? -1 }
        let last = record.decisions.last
        let highest = record.decisions.map(\.to).max { rank($0) < rank($1) } ?? nil
        return EpisodeReport(
            area: area(record.area), start: plan.zone.text(record.start),
            end: last.flatMap { $0.to == nil ? plan.zone.text($0.inForce) : nil }, highest: level(highest),
            level: level(last?.to), decisions: record.decisions.count,
            extensions: record.extensions > 0 ? record.extensions : nil,
            documents: record.documents.isEmpty ? nil : record.documents, record: record.seq)
    }
}
