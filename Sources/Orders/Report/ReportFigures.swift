import PlanModel

/// Figures that every form of a report shows.
public struct ReportFigures: Sendable {
    /// How many orders are of each kind of action, strictest first; those that stand still apart.
    public let actions: [(name: BothTexts, count: Int)]
    /// Orders with an exemption that is refused, and with one that is granted.
    public let refused: Int
    public let granted: Int
    /// Names of the seasons that some order rests on, in plan order.
    public let seasons: [String]

    public init(_ set: OrderSet) {
        var counts = [Int](repeating: 0, count: 7)
        var granted = 0
        var refused = 0
        var inForce = Set<Int>()
        var orders = [Int](repeating: 0, count: set.rulings.count)
        for order in set.orders {
            orders[Int(order.ruling)] += 1
            counts[order.flags.contains(.standsStill) && set.level != nil ? 6 : Self.kind(order.action)] += 1
        }
        for (ruling, count) in zip(set.rulings, orders) where count > 0 {
            if ruling.granted != nil {
                granted += count
            } else if !ruling.exemptions.isEmpty {
                refused += count
            }
            inForce.formUnion(ruling.seasons)
        }
        let names = [
            BothTexts("停产停工", "stop"), BothTexts("部分生产线停产", "lines stop"), BothTexts("限产", "limit"),
            BothTexts("按保障任务", "guaranteed"), BothTexts("自主减排", "autonomous"), BothTexts("正常生产", "go on"),
            BothTexts("保持停产", "stand still"),
        ]
        actions = zip(names, counts).map { (name: $0, count: $1) }
        self.granted = granted
        self.refused = refused
        seasons = inForce.sorted().map { set.plan.orders.seasons[$0].name }
    }

    private static func kind(_ action: OrderAction) -> Int {
        switch action {
        case .stop: 0
        case .stopLines: 1
        case .limit: 2
        case .guaranteed: 3
        case .autonomous: 4
        case .goOn: 5
        }
    }
}

extension Balance.Line {
    /// The reduction in kg/d, exact.
    public var reductionText: String { Decimals.text(millionths: reduction) }

    /// `31.25%`
    public var shareText: String {
        let rest = share % 100
        return "\(share / 100).\(rest < 10 ? "0" : "")\(rest)%"
    }
}
