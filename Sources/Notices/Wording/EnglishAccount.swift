import AirQuality
import Desk
import PlanModel
import Warnings

extension Account {
    static func english(_ notice: Notice) -> Account {
        switch notice.telling {
        case .decision(let decision): english(notice, notice.facts(decision))
        case .silence(let silence): english(notice, SilenceFacts(silence))
        case .supplement(let supplement): english(notice, SupplementFacts(supplement, in: notice.plan))
        case .message(let message): english(notice, message)
        }
    }

    private static func english(_ notice: Notice, _ facts: DecisionFacts) -> Account {
        let zone = notice.plan.zone
        var lines: [String] = []
        if let mark = notice.mark { lines.append(mark.english) }
        lines.append(
            "Level: \(facts.from?.id ?? Decision.none) -> \(facts.to?.id ?? Decision.none), decided at \(zone.stamp(facts.decision.at))."
        )
        lines.append(response(facts, zone))
        for group in facts.groups {
            let cites = group.cites(joinedBy: ", ").map { " (\($0))" } ?? ""
            lines.append("Basis: \(group.englishName)\(cites): \(group.evidence.finding.english).")
        }
        if let values = values(facts.summary) { lines.append("Values: \(values).") }
        lines.append("Plan: \(notice.planName).")
        lines += BasisWords.english(facts.basis, zone)
        let measures =
            switch facts.decision.kind {
            case .cancel: "The response had not begun; no measure has to be ended."
            case .lift where notice.orders != nil:
                "The measures of this warning end. What seasons keep in force is listed in orders.csv and goes on."
            case .lift: "The measures of this warning end. Seasonal and other standing measures are not tracked here and go on."
            case _ where notice.orders != nil:
                "Carry out the orders of \(facts.subject?.englishResponse ?? "the response"): orders.csv lists every enterprise and site."
            default:
                "Carry out the measures of \(facts.subject?.englishResponse ?? "the response") as the plan states them; this version issues no orders to single enterprises."
            }
        let advice = facts.isEnd ? "Plan outdoor activity by the current air quality." : facts.adviceGrade.englishAdvice
        return Account(
            headline: notice.englishHeadline, event: "Heavy air pollution: \(facts.subject?.id ?? Decision.none) warning",
            description: lines, instruction: [advice, measures])
    }

    private static func response(_ facts: DecisionFacts, _ zone: Zone) -> String {
        let name = facts.subject?.englishResponse ?? "response"
        let start = facts.decision.response.map { zone.stamp($0) }
        let words =
            switch facts.decision.kind {
            case .issue, .escalate: "\(name) starts at \(start ?? zone.stamp(facts.decision.at))"
            case .downgrade:
                start.map { "changed to \(name), which \(facts.isResponding ? "has run since" : "starts at") \($0)" }
                    ?? "changed to \(name)"
            case .lift: "\(name) ends at \(zone.stamp(facts.decision.inForce))"
            case .cancel: "\(name) had not begun and will not start"
            }
        return words.prefix(1).uppercased() + words.dropFirst() + "."
    }

    private static func values(_ summary: ValueSummary) -> String? {
        guard summary.elements > 0 else { return nil }
        var parts = summary.extents.map(\.english)
        if !summary.primary.members.isEmpty { parts.append("primary pollutants " + summary.primary.text) }
        if summary.missingElements > 0 { parts.append("\(summary.missingElements) of \(summary.elements) values missing") }
        if summary.missingHours > 0 { parts.append("\(summary.missingHours) hours missing inside blocks") }
        if summary.missingElements == 0, summary.missingHours == 0 { parts.append("none missing") }
        return parts.joined(separator: "; ")
    }

    private static func english(_ notice: Notice, _ facts: SupplementFacts) -> Account {
        let zone = notice.plan.zone
        var lines: [String] = []
        if let mark = notice.mark { lines.append(mark.english) }
        lines.append("Level \(facts.level.id) and \(facts.level.englishResponse) stay as they are.")
        lines.append("At \(zone.stamp(facts.supplement.at)) \(facts.englishCause), and with it some orders change.")
        lines.append(
            "The changed orders hold " + (facts.isAtOnce ? "at once." : "from \(zone.stamp(facts.supplement.start))."))
        return Account(
            headline: notice.englishHeadline, event: "Heavy air pollution: \(facts.level.id) warning", description: lines,
            instruction: ["Carry out the changed orders in orders.csv; all others stand as the earlier notices gave them."])
    }

    private static func english(_ notice: Notice, _ message: Message) -> Account {
        Account(
            headline: notice.englishHeadline, event: message.englishEvent,
            description: (notice.mark.map { [$0.english] } ?? []) + message.englishLines,
            instruction: message.englishTasks)
    }

    private static func english(_ notice: Notice, _ facts: SilenceFacts) -> Account {
        let zone = notice.plan.zone
        let at = zone.stamp(facts.silence.at)
        var lines: [String] = []
        if let mark = notice.mark { lines.append(mark.english) }
        if let matter = facts.englishMatter(notice.englishArea, in: notice.plan) {
            lines.append("As of \(at), \(matter).")
            lines.append("Missing data neither issues nor ends a warning: the level in force stays until data comes.")
        } else {
            lines.append("As of \(at), \(facts.englishFeed) of \(notice.englishArea): \(facts.englishState).")
        }
        if let last = facts.silence.last {
            lines.append("The \(facts.englishLast): \(zone.stamp(last)).")
        } else if facts.silence.feed != .stations, facts.silence.feed != .demand {
            lines.append("None was ever received.")
        }
        return Account(
            headline: notice.englishHeadline,
            event: "Air quality: \(facts.englishFeed) \(facts.englishState)", description: lines,
            instruction: [englishTask(facts)])
    }

    private static func englishTask(_ facts: SilenceFacts) -> String {
        if facts.silence.isOver {
            return "Check that the hours of the gap have been delivered; late data counts from the next whole hour on."
        }
        if facts.silence.feed == .demand {
            return
                "See by lantian explain which data is missing and have it delivered; until then decide by consultation: lantian declare."
        }
        return
            "Check the source, the transport, and the files and reasons in the inbox's rejected/ folder; watch the air quality by hand until data comes."
    }
}

extension Evidence.Finding {
    /// The finding in one sentence of the plan language.
    var english: String {
        switch self {
        case .all(let parts): parts.map(\.english).joined(separator: "; and ")
        case .named(_, let inner): inner.english
        case .not(let text): "not (\(PlainText.line(text, limit: 2000)))"
        case .test(let test): PlainText.line(test.text, limit: 2000)
        }
    }
}
