import PlanModel

/// Actions in words.
enum ActionText {
    static func chinese(_ action: OrderAction, isSite: Bool) -> String {
        switch action {
        case .goOn: isSite ? "正常施工" : "正常生产"
        case .autonomous: "自主减排"
        case .guaranteed: isSite ? "按保障任务施工" : "按保障任务生产"
        case .limit(let percent): isSite ? "施工强度降低\(percent)%" : "限产\(percent)%"
        case .stopLines(let percent): "停产\(percent)%生产线"
        case .stop: isSite ? "停工" : "停产"
        }
    }

    static func english(_ action: OrderAction) -> String {
        switch action {
        case .goOn: "goes on"
        case .autonomous: "reduces as pledged"
        case .guaranteed: "produces up to the guaranteed task"
        case .limit(let percent): "load reduced by \(percent)%"
        case .stopLines(let percent): "\(percent)% of the lines stop"
        case .stop: "stops"
        }
    }

    /// A word for programs, and the percentage where there is one.
    static func code(_ action: OrderAction) -> (word: String, percent: Int?) {
        switch action {
        case .goOn: ("continue", nil)
        case .autonomous: ("autonomous", nil)
        case .guaranteed: ("guaranteed", nil)
        case .limit(let percent): ("limit", percent)
        case .stopLines(let percent): ("stop_lines", percent)
        case .stop: ("stop", nil)
        }
    }

    static func standsStill(isSite: Bool) -> String { isSite ? "停工状态，不得复工" : "停产状态，不得恢复生产" }
}
