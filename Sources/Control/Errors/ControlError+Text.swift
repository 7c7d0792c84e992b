public import Presentation

extension ControlError {
    /// What is wrong and what to do, in one sentence or two.
    public func text(_ language: Language) -> String {
        func names(_ known: [String]) -> String { known.joined(separator: language.pick(", ", "、")) }
        func say(_ english: String, _ chinese: String) -> String { language.pick(english, chinese) }
        return switch self {
        case .lineTooLong(let limit):
            say("a request has at most \(limit) bytes: say less", "一条请求最多 \(limit) 字节：请缩短内容")
        case .badRequest(let reason):
            say("the request is not what docs/control.md describes: \(reason)", "请求不符合 docs/control.md 的规定：\(reason)")
        case .unknownMethod(let method):
            say(
                "there is no method \(method): client and server are of different versions",
                "没有方法 \(method)：客户端与服务端版本不同")
        case .notByFile(let method):
            say(
                "\(method) is done at the desk with `lantian`, not by a file: Direct, Withdraw, Acknowledge, Opine and Retract may be",
                "\(method) 须由值班人员用 lantian 办理，不能以文件提交；可用文件的为 Direct、Withdraw、Acknowledge、Opine、Retract")
        case .badParameter(let name, let reason):
            switch reason {
            case .unknown: say("there is no parameter `\(name)`", "没有参数“\(name)”")
            case .missing: say("the parameter `\(name)` is missing", "缺少参数“\(name)”")
            case .wrongType: say("the parameter `\(name)` is of the wrong kind", "参数“\(name)”的类型不对")
            }
        case .busy: say("too many connections are open: try again in a minute", "连接过多：请一分钟后再试")
        case .noProposal(let id, let ended): Self.noProposal(id, ended, language)
        case .signedByRecorder(let name):
            say(
                "\(name) is the account that records this, or its holder: above the lowest level the signer and the recorder are two people",
                "\(name) 就是录入账号或其持有人：最低级别以上，签发人与录入人不得为同一人")
        case .noArea(let area, let known):
            say("the plan has no area \(area): it has \(names(known))", "预案没有区域“\(area)”：现有 \(names(known))")
        case .areaMissing(let known):
            say("the plan has several areas, name one: \(names(known))", "预案有多个区域，请指明其一：\(names(known))")
        case .noLevel(let level, let known):
            say("the plan has no level \(level): it has \(names(known))", "预案没有级别“\(level)”：现有 \(names(known))")
        case .inForceAlready(let level):
            level == "none"
                ? say("no warning is in force by the plan itself: there is nothing to lift", "按预案本身没有预警在执行：无可解除")
                : say("\(level) is the level by the plan itself already", "按预案本身已是 \(level) 级别")
        case .noDirective(let document):
            say(
                "no directive \(document) is in force or to come: `lantian directives` lists them",
                "没有文号为“\(document)”的上级指令：“lantian directives”列出全部")
        case .notDue(let notice, let addressee, let known):
            known.isEmpty
                ? say("nobody has still to acknowledge the notice \(notice)", "通知 \(notice) 已无待签收单位")
                : say(
                    "\(addressee) owes no receipt for the notice \(notice), or none any more: those who do are \(names(known))",
                    "“\(addressee)”无须签收通知 \(notice)，或已签收；尚未签收：\(names(known))")
        case .endsBeforeItBegins: say("the directive ends before it begins", "指令的结束时间不晚于开始时间")
        case .badOpinion(let reason, let text): Self.badOpinion(reason, text, language)
        case .notOneDemand:
            say(
                "a directive demands exactly one: at least a level, exactly a level or none, or that earlier ones may be lifted",
                "一项指令只提一个要求：不低于某级别、统一为某级别（或无），或准予自行解除")
        case .notAnHour(let name, let text):
            say(
                "\(name): \(text) is no whole hour such as 2016-12-16 20:00",
                "\(name)：“\(text)”不是整点时间，例如 2016-12-16 20:00")
        case .badChannel(let text):
            say("the channel \(text) is neither paper nor telephone", "渠道“\(text)”既不是 paper（纸质）也不是 telephone（电话）")
        case .documentMissing:
            say(
                "what is signed on paper has a document number: give it with --document, or say --channel telephone",
                "纸质签发须有文号：用 --document 给出，或用 --channel telephone 注明为电话")
        case .badText(let name, let limit):
            say("\(name) must say something, in at most \(limit) bytes", "“\(name)”不得为空，且不超过 \(limit) 字节")
        case .noNotice(let notice):
            say(
                "no notice \(notice) is on record: `lantian decisions` names them", "没有通知 \(notice) 的记录：“lantian decisions”列出名称"
            )
        case .notCorrectable(let notice, let reason): Self.notCorrectable(notice, reason, language)
        case .noRecord(let record): say("there is no record \(record) yet", "尚无第 \(record) 号记录")
        case .recordTooLong(let record, let bytes):
            say(
                "record \(record) has \(bytes) bytes, too many for the socket: read the ledger file with --ledger",
                "第 \(record) 号记录有 \(bytes) 字节，超过接口上限：请用 --ledger 直接读取账本文件")
        case .replyTooLong: say("the answer is too long for the socket: ask for less with --limit", "答复超过接口上限：请用 --limit 减少")
        case .ledgerRefuses(let reason):
            say("the ledger refuses the record, nothing has changed: \(reason)", "账本无法写入，未作任何更改：\(reason)")
        case .other(let name, let message): message.isEmpty ? name : message
        }
    }

    private static func badOpinion(_ reason: BadOpinion, _ text: String, _ language: Language) -> String {
        switch reason {
        case .noDays: language.pick("no day is named: give at least one", "未指明日期：请至少给出一天")
        case .tooManyDays: language.pick("more than \(text) days are named", "日期超过 \(text) 天")
        case .dayTwice: language.pick("\(text) is named twice", "\(text) 重复出现")
        case .dayOver: language.pick("\(text) is over: nothing can be said of it any more", "\(text) 已经过去，不能再作会商意见")
        case .badDay: language.pick("\(text) is no date such as 2024-12-10", "“\(text)”不是日期，例如 2024-12-10")
        case .notGiven:
            language.pick(
                "there is no consultation result on \(text) that could be taken back: nothing was recorded",
                "\(text) 没有可撤回的会商意见：未作任何记录")
        case .badRange:
            language.pick(
                "the range of \(text) is none of the AQI (0 to 500) or of PM2.5 (0 to 5000 µg/m³), the lower bound first",
                "\(text) 的范围无效：AQI 为 0～500，PM2.5 为 0～5000 µg/m³，先低后高")
        case .badQuantity: language.pick("\(text) is neither AQI nor PM2.5", "“\(text)”既不是 AQI 也不是 PM2.5")
        case .badPollutant:
            language.pick(
                "\(text) is no pollutant: PM2.5, PM10, SO2, NO2, O3 or CO", "“\(text)”不是污染物：PM2.5、PM10、SO2、NO2、O3 或 CO")
        }
    }

    private static func notCorrectable(_ notice: String, _ reason: NotCorrectable, _ language: Language) -> String {
        switch reason {
        case .draft:
            language.pick(
                "\(notice) is a draft: it waits for approval, and nothing of it is published. Reject it, or approve it first",
                "\(notice) 是草稿，尚待批准，未曾发布：请驳回，或先批准")
        case .drill:
            language.pick(
                "\(notice) is of a drill: nothing of it is real, and nothing of it is corrected", "\(notice) 属于演练，并非实况，不予更正")
        case .deskOnly:
            language.pick(
                "\(notice) went to the duty desk alone: there is nothing published to correct", "\(notice) 只发给值班人员，未对外发布，无须更正")
        case .nothingSaid:
            language.pick(
                "say how it reads rightly: --text, or --document for the number of the paper",
                "请说明更正后的内容：--text，或以 --document 补录文号")
        case .notSigned:
            language.pick(
                "\(notice) was signed by nobody, so it has no document number: only decisions that were approved or declared have one",
                "\(notice) 无人签发，没有文号：只有经批准或会商作出的决定才有文号")
        case .sameDocument: language.pick("\(notice) has that document number already", "\(notice) 的文号本就如此")
        }
    }

    private static func noProposal(_ id: String, _ ended: Ended?, _ language: Language) -> String {
        guard let ended else {
            return language.pick(
                "there is no proposal \(id): `lantian status` lists what waits", "没有待批事项 \(id)：“lantian status”列出待批事项")
        }
        let word = ProposalWords.ending(ended.how, language)
        let by = ended.by.map { language.pick(" by \($0)", "，录入人 \($0)") } ?? ""
        return language.pick(
            "the proposal \(id) waits no longer: \(word)\(by) (record \(ended.record)). `lantian status` lists what waits",
            "待批事项 \(id) 已结束：\(word)\(by)（第 \(ended.record) 号记录）。“lantian status”列出待批事项")
    }
}
