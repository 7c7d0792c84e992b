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
        for change in receipt.notices ?? [] { text += self.change(change) + sent(change.notice, change.isPublished) }
        if receipt.decisions.isEmpty, !(receipt.notices ?? []).contains(where: { $0.kind == "extend" }) { text += nothing + "\n" }
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
        if let notice = decision.notice { text += sent(notice, decision.isPublished == true) }
        return text
    }

    private func sent(_ notice: String, _ isPublished: Bool) -> String {
        isPublished
            ? say("    notice \(notice) went out\n", "    通知 \(notice) 已发出\n")
            : style.red(
                say("    notice \(notice) is not in the spool yet; it will be tried again", "    通知 \(notice) 尚未发出，将自动重试"))
                + "\n"
    }

    /// What was said of notices that went out before.
    func change(_ change: ChangeReport) -> String {
        if change.kind == "extend" {
            func end(_ text: String?) -> String { text.map(time) ?? say("further notice", "另行通知") }
            let documents = (change.directives ?? []).joined(separator: say(", ", "、"))
            return say(
                "the end of \(level(change.level)) moves: \(area(change.area)) \(end(change.previousEnd)) → \(end(change.end))\n",
                "\(area(change.area))\(level(change.level))预警截止时间变动：\(end(change.previousEnd)) → \(end(change.end))\n")
                + (documents.isEmpty ? "" : say("    directive \(documents)\n", "    上级指令 \(documents)\n"))
        }
        var text = say("corrected: \(change.corrects ?? "")\n", "更正：\(change.corrects ?? "")\n")
        text += say("    what was wrong: \(change.because ?? "")\n", "    原文有误：\(change.because ?? "")\n")
        if let right = change.text { text += say("    reads rightly: \(right)\n", "    更正为：\(right)\n") }
        if let document = change.document { text += say("    document number: \(document)\n", "    文号：\(document)\n") }
        let signer = [change.signedBy, change.post].compactMap { $0 }.joined(separator: say(", ", "，"))
        return text
            + say(
                "    signed by \(signer); recorded by \(change.recordedBy ?? "?")\n",
                "    签发 \(signer)；录入 \(change.recordedBy ?? "?")\n")
    }
}
