import AirQuality
import Desk
import FileAccess
import Logging
import PlanModel
import Warnings

/// What the journal says of what was decided.
extension DeskService {
    func report(_ outcome: HourOutcome, notEvaluated: ClosedRange<HourSlot>?) {
        let zone = desk.plan.zone
        if let gap = notEvaluated {
            log.warning(
                "instants were not evaluated",
                metadata: ["from": "\(zone.text(gap.lowerBound))", "to": "\(zone.text(gap.upperBound))"])
        }
        for decision in outcome.decisions {
            let line = DecisionLine(decision, desk.plan)
            log.log(
                level: decision.kind == .issue || decision.kind == .escalate ? .warning : .notice, "\(line.text)",
                metadata: ["area": "\(decision.area)", "level": "\(decision.to ?? "none")", "decision": "\(decision.id)"])
        }
        for decision in outcome.own {
            log.notice(
                "the own level changes under a directive: \(DecisionLine(decision, desk.plan).text)",
                metadata: ["area": "\(decision.area)", "decision": "\(decision.id)"])
        }
        for change in outcome.proposals { report(change) }
        for silence in outcome.silences {
            let since = silence.last.map { ", last \(zone.shortText($0))" } ?? ""
            log.log(
                level: silence.isOver ? .notice : .warning,
                "\(silence.isOver ? "over: " : "")\(silence.feed.words)\(since)",
                metadata: ["area": "\(silence.area)", "feed": "\(silence.feed.rawValue)"])
        }
        reportSaid(outcome)
        for bulletin in outcome.bulletins {
            log.notice(
                "\(bulletin.isOver ? "over: " : "")\(bulletin.name)",
                metadata: ["area": "\(bulletin.area)", "advice": "\(bulletin.advice)"])
        }
        for value in outcome.highValues {
            log.warning(
                "\(value.name)\(value.station.map { " at station \($0)" } ?? ""), since \(zone.shortText(value.since))",
                metadata: ["area": "\(value.area)", "alert": "\(value.alert)"])
        }
    }

    /// What is said of notices that went out before.
    func reportSaid(_ outcome: HourOutcome) {
        let zone = desk.plan.zone
        for moved in outcome.extensions {
            let old = moved.oldEnd.map { zone.shortText($0) } ?? "open"
            let new = moved.newEnd.map { zone.shortText($0) } ?? "open"
            log.warning(
                "the end of \(moved.level) moves: \(old) → \(new)",
                metadata: ["area": "\(moved.area)", "level": "\(moved.level)", "extension": "\(moved.id)"])
        }
        for correction in outcome.corrections {
            log.notice(
                "corrected: \(correction.request.notice)",
                metadata: ["area": "\(correction.area)", "correction": "\(correction.id)"])
        }
    }

    private func report(_ change: ProposalChange) {
        let decision = change.proposal.decision
        let line = DecisionLine(decision, desk.plan).text
        let words =
            switch change.ending {
            case nil: "proposed to \(change.proposal.approver), not in force: \(line)"
            case .approved: "approved: \(line)"
            case .rejected(let reason): "rejected (\(reason)): \(line)"
            case .withdrawn: "no longer holds and is withdrawn: \(line)"
            case .superseded: "a stronger proposal takes its place: \(line)"
            case .overruled: "something else was declared: \(line)"
            }
        log.log(
            level: change.ending == nil && decision.isUp ? .warning : .notice, "\(words)",
            metadata: ["area": "\(decision.area)", "proposal": "\(decision.id)", "level": "\(decision.to ?? "none")"])
    }
}

extension Silence.Feed {
    /// What is the matter, in a few words.
    var words: String {
        switch self {
        case .observations, .forecasts: "no new \(rawValue)"
        case .stations: "too few stations"
        case .demand: "the level demanded is unknown"
        case .todaysForecast: "no forecast of today"
        }
    }
}
