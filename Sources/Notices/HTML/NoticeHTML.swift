import AirQuality
import Desk
import PlanModel
import Warnings

/// `notice.html`: the notice for people, in one file without scripts and without anything from elsewhere, made to be printed on A4.
enum NoticeHTML {
    static func text(of notice: Notice) -> String {
        var writer = HTMLWriter()
        writer.raw("<!DOCTYPE html>")
        writer.raw("<html lang=\"zh-CN\">")
        writer.element("head") { writer in
            writer.raw("<meta charset=\"utf-8\"/>")
            writer.raw("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\"/>")
            writer.raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>")
            writer.element("title", notice.chineseTitle)
            writer.styleSheet(NoticeStyle.rules)
        }
        writer.element("body", class: colour(of: notice)) { writer in
            mark(notice, &writer)
            head(notice, &writer)
            body(notice, &writer)
            signature(notice, &writer)
            english(notice, &writer)
            foot(notice, &writer)
            mark(notice, &writer)
        }
        writer.raw("</html>")
        return writer.text
    }

    private static func mark(_ notice: Notice, _ writer: inout HTMLWriter) {
        guard let mark = notice.mark else { return }
        writer.element("p", class: "mark", "\(mark.chineseTag)\(mark.chinese) \(mark.englishTag)\(mark.english)")
    }

    private static func head(_ notice: Notice, _ writer: inout HTMLWriter) {
        writer.element("p", class: "issuer", notice.issuer)
        if let document = notice.document { writer.element("p", class: "number", document) }
        writer.element("p", class: "band", notice.chineseHeadline)
        writer.element("h1", notice.chineseTitle)
        if notice.isForAddressees { writer.element("p", notice.addressees.chinese + "：") }
    }

    private static func body(_ notice: Notice, _ writer: inout HTMLWriter) {
        switch notice.matter {
        case .decision(let decision): DecisionHTML.write(notice.facts(decision), notice, &writer)
        case .silence, .supplement, .reminder, .bulletin, .highValue, .extend, .correction:
            let account = Account.chinese(notice)
            if let rows = notice.message?.rows, !rows.isEmpty { writer.rows(rows) }
            for line in account.description { writer.element("p", line) }
            OrdersHTML.write(notice.orders, heading: "减排指令与减排量", &writer)
            writer.element("h2", notice.tasksHeading)
            for line in account.instruction { writer.element("p", line) }
        }
        if !notice.forecasters.isEmpty { writer.element("p", "预报单位：" + notice.forecasters.joined(separator: "、")) }
        if let contact = notice.contact { writer.element("p", "联系方式：" + contact) }
        let attachments = notice.attachments
        guard !attachments.isEmpty else { return }
        writer.element("h2", "附件")
        for (index, attachment) in attachments.enumerated() { writer.element("p", "\(index + 1). \(attachment)") }
    }

    private static func signature(_ notice: Notice, _ writer: inout HTMLWriter) {
        writer.element("div", class: "signed") { writer in
            writer.element("p", notice.issuer)
            writer.element("p", (notice.status == .draft ? "拟稿于" : "") + notice.plan.zone.chinese(notice.sent))
        }
    }

    private static func english(_ notice: Notice, _ writer: inout HTMLWriter) {
        let account = Account.english(notice)
        writer.raw("<section class=\"english\" lang=\"en\">")
        writer.element("h2", "English summary")
        writer.element("p", account.headline)
        for line in account.description + account.instruction + notice.englishFoot { writer.element("p", line) }
        writer.raw("</section>")
    }

    /// What makes the notice verifiable.
    private static func foot(_ notice: Notice, _ writer: inout HTMLWriter) {
        writer.element("footer") { writer in
            let number =
                switch notice.matter {
                case .decision(let decision): "决定编号 \(decision.id)"
                case .silence(let silence): "事件编号 \(silence.id)"
                case .reminder(let reminder): "事件编号 \(reminder.id)"
                case .bulletin(let bulletin): "事件编号 \(bulletin.id)"
                case .highValue(let value): "事件编号 \(value.id)"
                case .extend(let moved): "通知编号 \(moved.id)"
                case .correction(let correction): "通知编号 \(correction.id)"
                case .supplement(let supplement): "通知编号 \(supplement.id)，变动记录 \(supplement.record)"
                }
            writer.element("p", "通告编号 \(notice.identifier)")
            writer.element("p", number)
            writer.element("p", "预案版本 \(PlainText.line(notice.planHash))")
            writer.element("p", "日志记录 \(PlainText.line(notice.head))")
            for earlier in notice.earlier {
                writer.element("p", "前序通告 \(notice.plan.zone.chinese(earlier.sent)) \(earlier.identifier)")
            }
        }
    }

    /// The colour of the warning: by the name that plans give the level, else by its rank.
    private static func colour(of notice: Notice) -> String {
        let level: LevelFacts?
        switch notice.matter {
        case .decision(let decision):
            let facts = notice.facts(decision)
            if facts.isEnd { return "end" }
            level = facts.to
        case .supplement(let supplement): level = LevelFacts(named: supplement.level, in: notice.plan)
        case .extend(let moved): level = LevelFacts(named: moved.level, in: notice.plan)
        case .correction(let correction): level = LevelFacts(correction.level, in: notice.plan)
        case .silence, .reminder, .bulletin, .highValue: return "silence"
        }
        let colours = ["red", "orange", "yellow", "blue"]
        if let id = level?.id, colours.contains(id) { return id }
        return level?.rankFromTop.map { colours[min($0, 3)] } ?? "silence"
    }
}
