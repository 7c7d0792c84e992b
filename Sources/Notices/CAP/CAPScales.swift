import AirQuality
import Desk
import Warnings

/// Where a notice stands on the scales of CAP 1.2 (docs/notices.md, mapping).
struct CAPScales {
    var messageType: String
    var category: String
    var responseTypes: [String]
    var urgency: String
    var severity: String
    var certainty: String

    init(_ facts: DecisionFacts, sent: Instant) {
        category = "Env"
        messageType =
            switch facts.decision.kind {
            case .issue: "Alert"
            case .escalate, .downgrade: "Update"
            case .lift, .cancel: "Cancel"
            }
        certainty = facts.summary.elements == 0 ? "Unknown" : facts.summary.isObserved ? "Observed" : "Likely"
        guard !facts.isEnd else {
            responseTypes = ["AllClear"]
            urgency = "Past"
            severity = "Minor"
            return
        }
        (urgency, responseTypes) = Self.haste(facts.decision.response ?? facts.decision.at, sent)
        severity = Self.severity(facts.subject)
    }

    /// The warning goes on as it was; what it rests on is in the decision before.
    init(_ facts: SupplementFacts, sent: Instant) {
        category = "Env"
        messageType = "Update"
        certainty = "Likely"
        (urgency, responseTypes) = Self.haste(facts.supplement.start, sent)
        severity = Self.severity(facts.level)
    }

    /// The warning goes on, to another end.
    init(extension level: LevelFacts, at: HourSlot, sent: Instant) {
        category = "Env"
        messageType = "Update"
        certainty = "Likely"
        (urgency, responseTypes) = Self.haste(at, sent)
        severity = Self.severity(level)
    }

    /// What a correction leaves as it is.
    ///
    /// - Parameter level: The level in force; nil: what is corrected is over, or was of no warning.
    init(correction level: LevelFacts?) {
        category = "Env"
        messageType = "Update"
        certainty = "Observed"
        responseTypes = level == nil ? ["None"] : ["Execute", "Avoid"]
        urgency = level == nil ? "Past" : "Immediate"
        severity = level == nil ? "Minor" : Self.severity(level)
    }

    private static func haste(_ start: HourSlot, _ sent: Instant) -> (urgency: String, responseTypes: [String]) {
        let wait = start.shown.start.seconds - sent.shown.seconds
        return (
            wait <= 0 ? "Immediate" : wait <= 3600 ? "Expected" : "Future",
            wait <= 0 ? ["Execute", "Avoid"] : ["Prepare", "Execute", "Avoid"]
        )
    }

    private static func severity(_ level: LevelFacts?) -> String {
        switch level?.rankFromTop {
        case 0: "Extreme"
        case 1: "Severe"
        case 2: "Moderate"
        case nil: "Unknown"
        default: "Minor"
        }
    }

    /// Something that people at the desk have to do.
    init(callToDesk: Void) {
        category = "Infra"
        messageType = "Alert"
        responseTypes = ["Assess"]
        urgency = "Immediate"
        severity = "Minor"
        certainty = "Observed"
    }

    /// What the public may do for its health.
    ///
    /// - Parameter isObserved: Whether it rests on what was measured alone.
    init(advice isOver: Bool, isObserved: Bool) {
        category = "Health"
        messageType = isOver ? "Cancel" : "Alert"
        responseTypes = [isOver ? "AllClear" : "Avoid"]
        urgency = isOver ? "Past" : isObserved ? "Immediate" : "Expected"
        severity = "Minor"
        certainty = isObserved ? "Observed" : "Likely"
    }

    /// A value that stands out, which those on whose ground it was found look into.
    init(highValue: Void, isObserved: Bool) {
        category = "Env"
        messageType = "Alert"
        responseTypes = ["Assess"]
        urgency = isObserved ? "Immediate" : "Expected"
        severity = "Minor"
        certainty = isObserved ? "Observed" : "Likely"
    }

    init(_ facts: SilenceFacts) {
        category = "Infra"
        messageType = facts.silence.isOver ? "Cancel" : "Alert"
        responseTypes = [facts.silence.isOver ? "AllClear" : "Assess"]
        urgency = facts.silence.isOver ? "Past" : "Immediate"
        severity = "Minor"
        certainty = "Observed"
    }
}
