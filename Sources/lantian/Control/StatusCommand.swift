import ArgumentParser
import Control
import Presentation

/// `lantian status`
struct StatusCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "status", abstract: "Says what is in force, what waits for approval, and what is wrong.")

    @OptionGroup var control: ControlOptions

    func run() throws {
        try control.show(.status, StatusReport.self) { report, words in words.status(report) }
    }
}

extension ControlText {
    fileprivate func status(_ report: StatusReport) -> String {
        var text = "\(style.bold(report.plan.name))  \(time(report.now))\n\n"
        text += table(
            [say("area", "区域"), say("level", "级别"), say("since", "起始"), say("response", "响应"), say("notes", "备注")],
            report.areas.map { state in
                [
                    area(state.area), level(state.level), state.since.map(time) ?? "—", state.response.map(time) ?? "—",
                    notes(state),
                ]
            }, none: "")
        text += say("\nwaiting for approval: ", "\n待批事项：")
        text += report.proposals.isEmpty ? say("nothing\n", "无\n") : "\n" + proposals(report.proposals)
        text += say(
            "\nevaluated \(report.evaluated.map(time) ?? "never"), data to \(report.data.map(time) ?? "none"), "
                + "record \(report.record), \(report.unpublished) notices to publish\n",
            "\n最近评估 \(report.evaluated.map(time) ?? "尚无")，数据至 \(report.data.map(time) ?? "尚无")，"
                + "第 \(report.record) 号记录，待发出 \(report.unpublished) 条\n")
        if let receipts = report.receipts {
            let line = say(
                "receipts owed: \(receipts.outstanding), overdue: \(receipts.overdue) (lantian receipts)",
                "待签收：\(receipts.outstanding)，其中已逾期：\(receipts.overdue)（lantian receipts）")
            text += (receipts.overdue > 0 ? style.yellow(line) : line) + "\n"
        }
        for trouble in report.troubles { text += style.red("! \(self.trouble(trouble))") + "\n" }
        return text
    }

    private func trouble(_ trouble: StatusReport.Trouble) -> String {
        switch trouble.kind {
        case "publishing": say("notices cannot be published: \(trouble.detail)", "通知无法发出：\(trouble.detail)")
        case "ledger": say("the ledger refuses records: \(trouble.detail)", "账本无法写入：\(trouble.detail)")
        case "clock":
            say(
                "the clock stepped (\(trouble.detail)), which nothing confirms: going by the steady clock",
                "系统时钟跳变（\(trouble.detail)），尚无数据可印证：暂按稳定时钟计时")
        case "plan": say("the plan was refused: \(trouble.detail)", "新预案未通过：\(trouble.detail)")
        default: "\(trouble.kind): \(trouble.detail)"
        }
    }

    private func notes(_ state: StatusReport.AreaState) -> String {
        var notes: [String] = []
        if let own = state.own { notes.append(say("by the plan itself \(level(own.level))", "按预案本身\(level(own.level))")) }
        if !state.directives.isEmpty {
            notes.append(say("directive ", "上级指令 ") + state.directives.joined(separator: say(", ", "、")))
        }
        if let end = state.end {
            notes.append(say("ends at \(time(end)) unless it is extended", "\(time(end)) 截止（未延长的话）"))
        }
        notes += state.silent.map { say("no new \(feed($0))", "\(feed($0))中断") }
        return notes.joined(separator: say("; ", "；"))
    }
}
