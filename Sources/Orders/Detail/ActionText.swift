import PlanModel

/// Actions in words.
enum ActionText {
    /// As plans write them; sites have words of their own.
    static func chinese(_ action: OrderAction, isSite: Bool) -> String {
        guard isSite else { return action.chinese }
        switch action {
        case .goOn: return "正常施工"
        case .guaranteed: return "按保障任务施工"
        case .limit(let percent): return "施工强度降低\(percent)%"
        case .stop: return "停工"
        case .autonomous, .stopLines: return action.chinese
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
