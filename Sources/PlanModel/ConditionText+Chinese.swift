import AirQuality

// Conditions in Chinese, in the words of the plan language's Chinese vocabulary, as notices and explanations write them.

extension Comparison {
    /// `AQI＞150`, `PM2.5≤115µg/m³`, `PM2.5＞区域均值的150%`.
    public var chinese: String { "\(quantity.name)\(relation.chinese)\(value)" }

    private var value: String {
        let number = Comparison.text(thousandths: threshold)
        if isOfArea { return "区域均值的\(number)%" }
        if case .concentration(let pollutant) = quantity { return number + pollutant.unit.symbol }
        return number
    }
}

extension Relation {
    public var chinese: String {
        switch self {
        case .greater: "＞"
        case .greaterOrEqual: "≥"
        case .less: "＜"
        case .lessOrEqual: "≤"
        }
    }
}

extension Source {
    public var chinese: String {
        switch self {
        case .observed: "实测"
        case .forecast: "预报"
        case .expected: "预测"
        }
    }
}

extension Cycle {
    public var chinese: String { self == .hourly ? "小时" : "日" }
}

extension Test {
    /// `预测日AQI＞200持续72小时，其中日AQI＞300持续24小时，起始于72小时内`.
    public var chinese: String {
        var text = source.chinese
        if let station { text += "站点\(station)" }
        text += cycle.chinese + comparison.chinese
        if let ledBy, !ledBy.isEmpty { text += "（首要污染物含\(ledBy.map(\.name).joined(separator: "或"))）" }
        switch span {
        case .single: break
        case .run(let hours, let including):
            text += "持续\(hours)小时"
            if let including {
                text += "，其中\(including.cycle.chinese)\(including.comparison.chinese)持续\(including.hours)小时"
            }
        case .throughout(let hours, let missing):
            text += "，未来\(hours)小时均满足"
            if missing > 0 { text += "，缺测至多\(missing)小时" }
        }
        if let startingWithin { text += "，起始于\(startingWithin)小时内" }
        return text
    }
}

extension Condition {
    public var chinese: String {
        switch self {
        case .or(let parts): parts.map(\.operand).joined(separator: " 或 ")
        case .and(let parts): parts.map(\.operand).joined(separator: " 且 ")
        case .not(let inner): "非" + inner.operand
        case .named(_, let inner): inner.chinese
        case .test(let test): test.chinese
        }
    }

    private var operand: String {
        switch self {
        case .or, .and: "（\(chinese)）"
        case .named(_, let inner): inner.operand
        case .not, .test: chinese
        }
    }
}
