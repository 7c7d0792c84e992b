import Control
import Presentation

extension ControlText {
    /// What an act led to.
    ///
    /// - Parameter nothing: What is said where it changed no level.
    func receipt(_ receipt: ActReport, nothing: String) -> String {
        var text = ""
        for ended in receipt.ended {
            let words = ProposalWords.ending(ended.ending, language)
            let line = say(
                "\(words): \(area(ended.area)): \(kind(ended.kind)), \(change(ended.from, ended.to))",
                "\(words)：\(area(ended.area))：\(kind(ended.kind))，\(change(ended.from, ended.to))")
            text += (ended.ending == "approved" ? style.green(line) : line) + "\n"
        }
        for decision in receipt.decisions { text += self.decision(decision) }
        if receipt.decisions.isEmpty { text += nothing + "\n" }
        return text
            + say(
                "record \(receipt.record), recorded by \(receipt.recordedBy) at \(time(receipt.recordedAt))\n",
                "第 \(receipt.record) 号记录，\(receipt.recordedBy) 于 \(time(receipt.recordedAt)) 录入\n")
    }

    private func decision(_ decision: DecisionReport) -> String {
        var text = say(
            "in force from \(time(decision.inForce)): \(area(decision.area)) \(change(decision.from, decision.to))",
            "自 \(time(decision.inForce)) 起：\(area(decision.area)) \(change(decision.from, decision.to))")
        if decision.notice == nil {
            text = say(
                "by the plan itself \(area(decision.area)) \(change(decision.from, decision.to)); a directive makes another level of it",
                "按预案本身\(area(decision.area)) \(change(decision.from, decision.to))；上级指令另有规定")
        }
        if let response = decision.response {
            text += say(", response from \(time(response))", "，响应自 \(time(response)) 起")
        }
        text += "\n    \(basis(decision.basis))\n"
        if let notice = decision.notice {
            text +=
                decision.isPublished == true
                ? say("    notice \(notice) went out\n", "    通知 \(notice) 已发出\n")
                : style.red(
                    say("    notice \(notice) is not in the spool yet; it will be tried again", "    通知 \(notice) 尚未发出，将自动重试"))
                    + "\n"
        }
        return text
    }
}
