import AirQuality
import Desk
import PlanModel
import Warnings

/// What a decision stands on as the renderings tell it: who answers for it, on which paper, and apart from that who typed it in.
struct BasisFacts {
    /// Who answers for a decision.
    struct Signer {
        /// Name and post, safe to show.
        var name: String
        var post: String?
        /// The document number (文号).
        var document: String?
        var channel: Signature.Channel
        var recorder: Recorder
        var at: Instant

        init(_ signature: Signature, _ recorder: Recorder, _ at: Instant) {
            name = PlainText.line(signature.name, limit: 60)
            post = signature.post.flatMap { Self.shown($0) }
            document = signature.document.flatMap { Self.shown($0) }
            channel = signature.channel
            self.recorder = recorder
            self.at = at
        }

        private static func shown(_ text: String) -> String? {
            let line = PlainText.line(text, limit: 100)
            return line.isEmpty ? nil : line
        }
    }

    enum Kind {
        /// The plan's conditions alone.
        case plan(Approval)
        /// The plan's conditions, on a proposal that nobody has approved yet.
        case proposal(Approval)
        case approval(Signer, approver: String)
        case consultation(Signer, because: String, ruled: LevelFacts?)
        /// Numbers of directives, safe to show; none where those that bound have ended.
        case directive([String])
    }

    var kind: Kind

    init(_ decision: Decision, _ approval: Approval, isDraft: Bool, in plan: Plan) {
        switch decision.basis {
        case nil: kind = isDraft ? .proposal(approval) : .plan(approval)
        case .approval(let given):
            kind = .approval(
                Signer(given.signature, given.recorder, given.at), approver: PlainText.line(given.approver, limit: 60))
        case .consultation(let declared):
            kind = .consultation(
                Signer(declared.signature, declared.recorder, declared.at),
                because: PlainText.line(declared.because, limit: 2000),
                ruled: LevelFacts(declared.ruled, in: plan))
        case .directive(let documents): kind = .directive(documents.map { PlainText.line($0, limit: 100) })
        }
    }

    var signer: Signer? {
        switch kind {
        case .approval(let signer, _), .consultation(let signer, _, _): signer
        case .plan, .proposal, .directive: nil
        }
    }

    /// The number of the paper on which the decision was signed: that of the notice.
    var document: String? { signer?.document }

    /// Whether the plan's conditions are what it stands on.
    var restsOnConditions: Bool {
        switch kind {
        case .plan, .proposal, .approval: true
        case .consultation, .directive: false
        }
    }
}
