import Control
import Presentation

/// What the daemon says, in words for people.
struct ControlText {
    let language: Language
    let style: Style

    func say(_ english: String, _ chinese: String) -> String { language.pick(english, chinese) }

    // MARK: Words

    func level(_ level: Named?) -> String {
        guard let level else { return say("no warning", "无预警") }
        return language == .chinese || level.id == level.name ? level.name : "\(level.id) (\(level.name))"
    }

    func area(_ area: Named) -> String { area.name }

    /// `2026-11-20T10:00:00+08:00` as people of the zone write it.
    func time(_ text: String) -> String { String(text.prefix(16)).replacing("T", with: " ") }

    func kind(_ kind: String) -> String {
        switch kind {
        case "issue": say("issue", "发布")
        case "escalate": say("escalate", "升级")
        case "downgrade": say("downgrade", "降级")
        case "lift": say("lift", "解除")
        case "cancel": say("cancel", "取消")
        case "extend": say("extend", "调整截止时间")
        case "correction": say("correction", "更正")
        default: kind
        }
    }

    func feed(_ feed: String) -> String {
        switch feed {
        case "observations": say("observations", "监测数据")
        case "forecasts": say("forecasts", "预报")
        default: feed
        }
    }

    func channel(_ channel: String) -> String {
        switch channel {
        case "paper": say("on paper", "纸质")
        case "telephone": say("by telephone", "电话")
        default: channel
        }
    }

    func demand(_ directive: DirectiveReport) -> String {
        switch directive.demand {
        case "atLeast": say("at least \(level(directive.level))", "不低于\(level(directive.level))")
        case "exactly": say("exactly \(level(directive.level))", "统一为\(level(directive.level))")
        case "mayLift": say("may be lifted", "准予自行解除")
        default: directive.demand
        }
    }

    func change(_ from: Named?, _ to: Named?) -> String { "\(level(from)) → \(level(to))" }

    /// What a decision stands on.
    func basis(_ basis: BasisReport) -> String {
        switch basis.kind {
        case "approval": say("approved: \(signature(basis))", "经批准：\(signature(basis))")
        case "consultation":
            say("declared: \(signature(basis)): \(basis.because ?? "")", "会商研判：\(signature(basis))：\(basis.because ?? "")")
        case "directive":
            say("directive ", "上级指令 ") + (basis.directives ?? []).joined(separator: say(", ", "、"))
        default: say("by the plan's conditions", "按预案条件")
        }
    }

    /// Who signed on which paper, and who recorded it.
    private func signature(_ basis: BasisReport) -> String {
        let signer = [basis.signedBy, basis.post, basis.document, basis.channel.map(channel)].compactMap { $0 }
        let recorder = "\(basis.recordedBy ?? "?") (uid \(basis.uid.map { "\($0)" } ?? "?"))"
        return signer.joined(separator: say(", ", "，")) + say("; recorded by \(recorder)", "；录入 \(recorder)")
    }

    // MARK: Tables

    /// A table with a line of headings.
    func table(_ headings: [String], _ rows: [[String]], none: String) -> String {
        guard !rows.isEmpty else { return none + "\n" }
        var table = TextTable(headings.map { _ in .left })
        table.add(headings)
        for row in rows { table.add(row) }
        let lines = table.text.split(separator: "\n", maxSplits: 1)
        return style.bold(String(lines[0])) + "\n" + (lines.count > 1 ? lines[1] : "")
    }

    func proposals(_ proposals: [ProposalReport]) -> String {
        var text = ""
        for proposal in proposals {
            let wait = proposal.within.map { say(", within \($0) h", "，\($0) 小时内") } ?? ""
            text +=
                style.yellow(
                    say(
                        "\(proposal.id)  \(area(proposal.area)): \(kind(proposal.kind)), \(change(proposal.from, proposal.to))",
                        "\(proposal.id)  \(area(proposal.area))：\(kind(proposal.kind))，\(change(proposal.from, proposal.to))"))
                + "\n"
            text += say(
                "    waits for \(proposal.approver)\(wait), since \(time(proposal.since)); reminded \(proposal.reminders) times\n",
                "    待\(proposal.approver)批准\(wait)，自 \(time(proposal.since))；已催办 \(proposal.reminders) 次\n")
            text += say("    because: \(proposal.reason)\n", "    依据：\(proposal.reasonInChinese)\n")
            text += say("    draft: lantian notice \(proposal.draft)\n", "    草稿：lantian notice \(proposal.draft)\n")
        }
        return text
    }
}
