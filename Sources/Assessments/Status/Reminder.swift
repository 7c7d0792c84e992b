public import AirQuality
import Desk
public import Orders
import PlanModel
import Warnings

/// Something that comes due within a day of a report.
public struct Reminder: Hashable, Sendable {
    public enum Kind: String, Hashable, Sendable {
        case responseStart = "response-start"
        case directiveEnd = "directive-end"
        case approval
    }

    public var kind: Kind
    /// When it is due; of an approval when it was proposed.
    public var at: Instant
    public var text: BothTexts

    static func reminders(of record: MomentRecord) -> [Reminder] {
        let words = Words(plan: record.plan)
        let soon = record.at...record.at + StatusReport.reminderHours
        var reminders: [Reminder] = []
        for start in record.standing.responses.starts where start.at > record.at {
            reminders.append(
                Reminder(
                    kind: .responseStart, at: start.at.start,
                    text: BothTexts(
                        "\(words.chinese(start.at))启动\(words.chineseLevel(start.level))应急响应",
                        "the response of \(start.level) starts at \(words.time(start.at))")))
        }
        for directive in record.directives {
            guard let until = directive.until, soon.contains(until) else { continue }
            reminders.append(
                Reminder(
                    kind: .directiveEnd, at: until.start,
                    text: BothTexts(
                        "\(directive.document)指令将于\(words.chinese(until))到期，如需延长请及时办理",
                        "directive \(directive.document) ends at \(words.time(until)): have it extended where it is still needed")
                ))
        }
        for waiting in record.waiting {
            let decision = waiting.proposal.decision
            let waited = Words.duration(record.at.start.seconds - waiting.since.seconds)
            reminders.append(
                Reminder(
                    kind: .approval, at: waiting.since,
                    text: BothTexts(
                        "拟\(Words.kind(decision.kind).chinese)\(words.chineseLevel(decision.to))，待\(waiting.proposal.approver)批准，已等待\(waited)",
                        "\(Words.kind(decision.kind).english) to \(decision.to ?? "none") waits for \(waiting.proposal.approver), \(waited)"
                    )))
        }
        return reminders
    }
}
