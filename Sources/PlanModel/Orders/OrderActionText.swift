// The short texts of actions, as orders quote them and plans write them.

extension OrderAction {
    /// As an English plan writes it: `limit 20%`, `stop 50% of lines`, `stop`, `autonomous`, `continue`, `guaranteed`.
    public var text: String {
        switch self {
        case .goOn: "continue"
        case .autonomous: "autonomous"
        case .guaranteed: "guaranteed"
        case .limit(let percent): "limit \(percent)%"
        case .stopLines(let percent): "stop \(percent)% of lines"
        case .stop: "stop"
        }
    }

    /// As a Chinese plan writes it: 限产20%, 停产50%的生产线, 停产, 自主减排, 正常生产, 以热定产（以量定产）.
    public var chinese: String {
        switch self {
        case .goOn: "正常生产"
        case .autonomous: "自主减排"
        case .guaranteed: "以热定产（以量定产）"
        case .limit(let percent): "限产\(percent)%"
        case .stopLines(let percent): "停产\(percent)%的生产线"
        case .stop: "停产"
        }
    }
}
