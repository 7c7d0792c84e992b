import AirQuality
import PlanModel
import Warnings

extension Desk {
    /// What a correction of a notice comes to: nothing but its own notice.
    func correct(_ request: Correction.Request, _ subject: Correction.Subject, _ act: DeskAct) throws(ActRefusal) -> Correction {
        try checkText(request.because, "because")
        for (text, field) in [(request.text, "text"), (request.document, "document"), (request.post, "post")] {
            if let text { try checkText(text, field) }
        }
        guard request.text != nil || request.document != nil else { throw .notCorrectable(request.notice, .nothingSaid) }
        if let document = request.document {
            guard subject.isSigned else { throw .notCorrectable(request.notice, .notSigned) }
            guard document != subject.document else { throw .notCorrectable(request.notice, .sameDocument) }
        }
        try check(signer: request.signedBy, act.recorder, level: subject.level)
        let standing = standing(ofArea: subject.area)
        return Correction(
            request: request, subject: subject,
            level: subject.episode != nil && standing.episode == subject.episode ? standing.level : nil,
            recorder: act.recorder, at: act.at)
    }
}
