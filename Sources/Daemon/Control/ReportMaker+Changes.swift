import AirQuality
import Control
import Desk
import Ledger
import PlanModel
import Warnings

/// Ends that moved, and corrections, in the shapes of the control socket.
extension ReportMaker {
    func changes(ofRecord seq: Int64, _ ledger: Ledger) throws -> [ChangeReport]? {
        let changes = try ledger.changesOfNotices(in: seq..<seq + 1).reversed().compactMap(change)
        return changes.isEmpty ? nil : changes
    }

    func change(_ reference: NoticeRecord.Reference) -> ChangeReport? {
        var report = ChangeReport(
            kind: "", area: area(reference.matter.area), at: plan.zone.text(reference.knownAt), record: reference.head.seq,
            notice: reference.id, isPublished: reference.publishedBy != nil)
        switch reference.matter {
        case .extend(let moved):
            report.kind = "extend"
            report.level = level(moved.level)
            report.previousEnd = moved.oldEnd.map { plan.zone.text($0) }
            report.end = moved.newEnd.map { plan.zone.text($0) }
            report.directives = moved.documents
            report.recordedBy = moved.entry?.recorder.user
        case .correction(let correction):
            report.kind = "correction"
            report.level = level(correction.level)
            report.corrects = correction.request.notice
            report.because = correction.request.because
            report.text = correction.request.text
            report.document = correction.request.document
            report.signedBy = correction.request.signedBy
            report.post = correction.request.post
            report.recordedBy = correction.recorder.user
        case .decision, .silence, .supplement, .reminder, .bulletin, .highValue: return nil
        }
        return report
    }
}

extension CorrectionFault {
    /// As the control socket has it.
    var reason: ControlError.NotCorrectable {
        switch self {
        case .draft: .draft
        case .drill: .drill
        case .deskOnly: .deskOnly
        case .nothingSaid: .nothingSaid
        case .notSigned: .notSigned
        case .sameDocument: .sameDocument
        }
    }
}
