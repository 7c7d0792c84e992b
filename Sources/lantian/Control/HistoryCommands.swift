import ArgumentParser
import Control
import Presentation

/// The options of the commands that list what is on record.
struct HistoryOptions: ParsableArguments {
    @Option(help: "Only this area, by id, code or name.")
    var area: String?

    @Option(help: "At most so many rows, up to \(ControlLimits.rows).")
    var limit = ControlLimits.defaultRows

    @Option(help: "Only what stands in records before this number: for the next page.")
    var before: Int64?

    func validate() throws {
        guard (1...ControlLimits.rows).contains(limit) else {
            throw ValidationError("--limit is a number from 1 to \(ControlLimits.rows)")
        }
    }

    var question: History { History(area: area, limit: limit, before: before) }
}

/// `lantian episodes`
struct EpisodesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "episodes", abstract: "Lists the warnings on record from their issue to their end, newest first.")

    @OptionGroup var history: HistoryOptions
    @OptionGroup var control: ControlOptions

    func run() throws {
        try control.show(.episodes(history.question), Episodes.self) { reply, words in
            words.table(
                [
                    words.say("area", "区域"), words.say("from", "起始"), words.say("to", "结束"), words.say("highest", "最高级别"),
                    words.say("decisions", "决定数"), words.say("end moved", "截止变动"), words.say("documents", "文号"),
                ],
                reply.episodes.map { episode in
                    [
                        words.area(episode.area), words.time(episode.start),
                        episode.end.map(words.time)
                            ?? words.say("goes on at \(words.level(episode.level))", "进行中，\(words.level(episode.level))"),
                        words.level(episode.highest), "\(episode.decisions)", episode.extensions.map { "\($0)" } ?? "—",
                        episode.documents?.joined(separator: words.say(", ", "、")) ?? "—",
                    ]
                }, none: words.say("no warning is on record", "尚无预警记录")) + words.more(reply.next)
        }
    }
}

/// `lantian decisions`
struct DecisionsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "decisions", abstract: "Lists the decisions on record with what they stand on, newest first.")

    @OptionGroup var history: HistoryOptions
    @OptionGroup var control: ControlOptions

    func run() throws {
        try control.show(.decisions(history.question), Decisions.self) { reply, words in
            guard !reply.decisions.isEmpty else { return words.say("no decision is on record\n", "尚无决定记录\n") }
            let entries =
                reply.decisions.map { (record: $0.record, text: words.entry($0)) }
                + (reply.notices ?? []).map { (record: $0.record, text: words.entry($0)) }
            return entries.enumerated().sorted { ($1.element.record, $0.offset) < ($0.element.record, $1.offset) }
                .map(\.element.text).joined() + words.more(reply.next)
        }
    }
}

/// `lantian directives`
struct DirectivesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "directives", abstract: "Lists the directives of superior offices that have not ended.")

    @OptionGroup var control: ControlOptions

    func run() throws {
        try control.show(.directives, Directives.self) { reply, words in
            words.table(
                [
                    words.say("document", "文号"), words.say("office", "发文单位"), words.say("demand", "要求"),
                    words.say("areas", "区域"), words.say("from", "起始"), words.say("until", "截止"),
                ],
                reply.directives.map { directive in
                    [
                        directive.document, directive.office, words.demand(directive),
                        directive.areas.map(words.area).joined(separator: words.say(", ", "、")), words.time(directive.from),
                        directive.until.map(words.time) ?? words.say("further notice", "另行通知"),
                    ]
                }, none: words.say("no directive is in force or to come", "无上级指令"))
        }
    }
}

extension ControlText {
    fileprivate func more(_ next: Int64?) -> String {
        next.map { say("more with --before \($0)\n", "更多：--before \($0)\n") } ?? ""
    }

    fileprivate func entry(_ change: ChangeReport) -> String {
        style.bold("\(time(change.at))  \(area(change.area))  \(kind(change.kind))") + "\n    "
            + self.change(change) + say("    notice \(change.notice)", "    通知 \(change.notice)")
            + say(", record \(change.record)\n", "，第 \(change.record) 号记录\n")
    }

    fileprivate func entry(_ decision: DecisionReport) -> String {
        var text =
            style.bold(
                "\(time(decision.inForce))  \(area(decision.area))  \(kind(decision.kind))  \(change(decision.from, decision.to))"
            ) + "\n"
        text += "    \(basis(decision.basis))\n"
        if !decision.reason.isEmpty { text += say("    because: \(decision.reason)\n", "    依据：\(decision.reasonInChinese)\n") }
        text +=
            decision.notice.map { say("    notice \($0)", "    通知 \($0)") }
            ?? say("    under a directive, without a notice", "    上级指令之下，无通知")
        return text + say(", record \(decision.record)\n", "，第 \(decision.record) 号记录\n")
    }
}
