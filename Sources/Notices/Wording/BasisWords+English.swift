import AirQuality
import Desk
import PlanModel
import Warnings

extension BasisWords {
    /// What a decision stands on, in English sentences.
    static func english(_ basis: BasisFacts, _ zone: Zone) -> [String] {
        switch basis.kind {
        case .plan(.by(let name, _, _)):
            [
                "Decided by the system under the plan; taken as approved at once by \(PlainText.line(name, limit: 60)), without a record of it."
            ]
        case .plan: ["Decided by the system under the plan, which asks for no approval."]
        case .proposal(.by(let name, let within, _)):
            [
                "Proposed by the system under the plan; waits for \(PlainText.line(name, limit: 60)) to approve it"
                    + (within.map { " within \($0) h" } ?? "") + "; not in force."
            ]
        case .proposal: ["Proposed by the system under the plan; waits for approval; not in force."]
        case .approval(let signer, let approver):
            [
                "Proposed by the system under the plan; approved by \(englishPerson(signer)) at \(zone.stamp(signer.at)) "
                    + "(the plan names \(approver)), \(englishPaper(signer)).", recorded(signer),
            ]
        case .consultation(let signer, let because, let ruled):
            [
                "Declared on consultation by \(englishPerson(signer)) at \(zone.stamp(signer.at)), \(englishPaper(signer)); "
                    + "it stands on no condition of the plan.", "Reason: \(because).",
                "By its conditions the plan led to: \(ruled?.id ?? Decision.none).", recorded(signer),
            ]
        case .directive(let documents) where documents.isEmpty:
            ["Directives of the superior office have ended; the area's own level holds again."]
        case .directive(let documents):
            [
                "Ordered by directive of a superior office: \(documents.joined(separator: ", ")); it stands on no condition of the plan."
            ]
        }
    }

    private static func englishPerson(_ signer: BasisFacts.Signer) -> String {
        signer.name + (signer.post.map { " (\($0))" } ?? "")
    }

    private static func englishPaper(_ signer: BasisFacts.Signer) -> String {
        let channel = signer.channel == .paper ? "on paper" : "by telephone"
        return channel + (signer.document.map { ", document \($0)" } ?? ", without a document number")
    }

    private static func recorded(_ signer: BasisFacts.Signer) -> String {
        "Recorded by \(PlainText.line(signer.recorder.user, limit: 60)) (uid \(signer.recorder.id))."
    }
}
