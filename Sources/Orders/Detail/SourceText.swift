import PlanModel

/// Sources in words.
enum SourceText {
    /// `分行业绩效分级减排措施[orders.plan:12]：停产50%生产线〔环办大气函〔2020〕340号〕`
    static func chinese(_ source: OrderDetail.Source, _ order: Order) -> String {
        var text = source.name
        if let place = source.place { text += "[\(place.file):\(place.line)]" }
        if source.kind == .filedPlan {
            text += "：停产\(order.filedLines)/\(order.runningLines)条生产线"
        } else if let action = source.action {
            text += "：" + (source.kind == .exemption ? "豁免为" : "") + ActionText.chinese(action, isSite: order.isSite)
        }
        return source.cites.isEmpty ? text : text + "〔\(source.cites.joined(separator: "；"))〕"
    }

    static func english(_ source: OrderDetail.Source, _ order: Order) -> String {
        if source.kind == .filedPlan { return "filed plan: \(order.filedLines) of \(order.runningLines) lines stop" }
        var text = "\(source.kind.rawValue) \(source.id)"
        if let place = source.place { text += " (\(place.file):\(place.line))" }
        if let action = source.action { text += ": \(action.text)" }
        return text
    }
}
