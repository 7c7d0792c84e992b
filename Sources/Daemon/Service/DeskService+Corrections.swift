import Desk
import FileAccess
import Ledger
import Notices
import Warnings

extension DeskService {
    /// The notice that an act corrects, as it is on record; nil: the act corrects none, or none of that name is on record.
    ///
    /// - Throws: ``ActRefusal`` where the notice cannot be corrected.
    func corrected(by matter: DeskAct.Matter) throws -> Correction.Subject? {
        guard case .correct(let request) = matter else { return nil }
        let id = request.notice
        if waiting.inOrder.contains(where: { noticeName($0.proposal.decision) == id }) {
            throw ActRefusal.notCorrectable(id, .draft)
        }
        guard id.utf8.count <= LedgerLimits.noticeBytes, let record = try ledger.notice(id) else { return nil }
        guard status == .actual else { throw ActRefusal.notCorrectable(id, .drill) }
        var subject = Correction.Subject(
            area: record.matter.area, title: try rendered(id)?.chineseTitle ?? "", episode: record.matter.episode, level: nil,
            isSigned: false, document: nil, corrections: try ledger.corrections(of: id))
        switch record.matter {
        case .silence, .reminder: throw ActRefusal.notCorrectable(id, .deskOnly)
        case .bulletin, .highValue: break
        case .decision(let decision):
            subject.level = decision.isUp ? decision.to : decision.from
            let signature = decision.basis?.signature
            subject.isSigned = signature != nil
            subject.document = try ledger.correctedDocument(of: id) ?? signature?.document
        case .supplement(let supplement): subject.level = supplement.level
        case .extend(let moved): subject.level = moved.level
        case .correction(let correction): subject.level = correction.subject.level
        }
        return subject
    }
}
