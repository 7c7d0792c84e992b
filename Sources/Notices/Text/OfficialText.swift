import AirQuality
import Desk
import Orders
import PlanModel
import Warnings

/// The official Chinese text of a notice, with a summary in English at its end.
enum OfficialText {
    static func text(of notice: Notice) -> String {
        var page = Page()
        band(notice, &page)
        page.rule("=")
        page.centred(notice.chineseTitle)
        page.rule("=")
        head(of: notice, &page)
        switch notice.telling {
        case .decision(let decision): DecisionText.write(notice.facts(decision), notice, &page)
        case .silence(let silence): SilenceText.write(SilenceFacts(silence), notice, &page)
        case .supplement(let supplement):
            SupplementText.write(SupplementFacts(supplement, in: notice.plan), notice, &page)
        case .message(let message): MessageText.write(message, notice, &page)
        }
        english(notice, &page)
        foot(of: notice, &page)
        band(notice, &page)
        return page.text
    }

    private static func band(_ notice: Notice, _ page: inout Page) {
        guard let mark = notice.mark else { return }
        page.rule("*")
        page.sentence(mark.chineseTag + mark.chinese)
        page.sentence(mark.englishTag + mark.english)
        page.rule("*")
    }

    private static func head(of notice: Notice, _ page: inout Page) {
        let zone = notice.plan.zone
        page.row("发布机构", notice.issuer)
        page.row(
            notice.status == .draft ? "拟稿时间" : "发布时间", "\(zone.chinese(notice.sent))（本地时间，UTC\(zone.offsetText(notice.sent))）")
        if notice.isForAddressees { page.row("主送", notice.addressees.chinese) }
        page.row("适用区域", notice.areaName + (notice.areaCode.map { "（行政区划代码\($0)）" } ?? ""))
        if let document = notice.document { page.row("发文字号", document) }
        if !notice.forecasters.isEmpty { page.row("预报单位", notice.forecasters.joined(separator: "、")) }
        if let contact = notice.contact { page.row("联系方式", contact) }
        page.code("通告编号", notice.identifier)
    }

    private static func english(_ notice: Notice, _ page: inout Page) {
        let account = Account.english(notice)
        page.heading("English summary")
        page.sentence(account.headline)
        let orders = notice.orders.map { $0.englishLines().map { PlainText.line($0, limit: 500) } } ?? []
        for line in account.description + account.instruction + orders + notice.englishFoot {
            page.sentence(line, mark: "- ")
        }
    }

    /// What makes the notice verifiable.
    private static func foot(of notice: Notice, _ page: inout Page) {
        page.blank()
        page.rule()
        for earlier in notice.earlier {
            page.row("前序通告", "\(notice.plan.zone.chinese(earlier.sent)) \(earlier.identifier)")
        }
        switch notice.matter {
        case .decision(let decision): page.code("决定编号", decision.id)
        case .silence(let silence): page.code("事件编号", silence.id)
        case .reminder(let reminder): page.code("事件编号", reminder.id)
        case .bulletin(let bulletin): page.code("事件编号", bulletin.id)
        case .highValue(let value): page.code("事件编号", value.id)
        case .extend(let moved): page.code("通知编号", moved.id)
        case .correction(let correction): page.code("通知编号", correction.id)
        case .supplement(let supplement):
            page.code("通知编号", supplement.id)
            page.code("变动记录", "\(supplement.record)")
        }
        page.code("日志记录", PlainText.line(notice.head))
        page.code("预案版本", PlainText.line(notice.planHash))
        page.rule()
    }
}
