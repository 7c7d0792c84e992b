import AirQuality
import Desk
import PlanModel
import Presentation
import Warnings

/// What a decision stands on, for machines.
enum BasisJSON {
    /// The word of `decidedBy` and of `basis.kind`.
    static func word(_ basis: DecisionBasis?) -> String {
        switch basis {
        case nil: "plan"
        case .approval: "approval"
        case .consultation: "consultation"
        case .directive: "directive"
        }
    }

    static func write(_ basis: DecisionBasis, _ zone: Zone, _ json: inout JSONWriter) {
        json.object { json in
            json.field("kind", word(basis))
            switch basis {
            case .approval(let given):
                json.field("approver", given.approver)
                signed(given.signature, given.recorder, given.at, zone, &json)
            case .consultation(let declared):
                json.field("because", declared.because)
                json.key("ruled")
                if let ruled = declared.ruled { json.string(ruled) } else { json.null() }
                signed(declared.signature, declared.recorder, declared.at, zone, &json)
            case .directive(let documents): json.strings("documents", documents)
            }
        }
    }

    static func write(_ directive: Directive, _ zone: Zone, _ json: inout JSONWriter) {
        json.object { json in
            json.field("document", directive.document)
            json.field("office", directive.office)
            json.field("from", zone.stamp(directive.from))
            json.field("until", optional: directive.until.map { zone.stamp($0) })
            json.field("basis", directive.basis)
        }
    }

    private static func signed(
        _ signature: Signature, _ recorder: Recorder, _ at: Instant, _ zone: Zone, _ json: inout JSONWriter
    ) {
        json.key("signature")
        json.object { json in
            json.field("name", signature.name)
            json.field("post", optional: signature.post)
            json.field("document", optional: signature.document)
            json.field("channel", signature.channel.rawValue)
        }
        json.key("recorder")
        json.object { json in
            json.field("user", recorder.user)
            json.field("id", recorder.id)
        }
        json.field("at", zone.stamp(at))
    }
}
