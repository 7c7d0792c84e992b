import Orders
import PlanModel

/// What the orders of an area come to.
struct OrderFigures: Hashable {
    struct Share: Hashable {
        var pollutant: EmittedPollutant
        /// Hundredths of a percent of the area's emission.
        var share: Int64
        /// Percent; nil: the level demands none.
        var target: Int?
        var isShort: Bool
    }

    /// The area's id and name.
    var area: String
    var name: String
    /// How many orders there are of each action, in the order of ``actions``.
    var counts: [Int]
    /// Empty where no warning is in force.
    var shares: [Share]

    static let actions = ["stop", "stop_lines", "limit", "guaranteed", "autonomous", "continue", "stand_still"]

    init(_ orders: OrderSet) {
        area = orders.area.id
        name = orders.area.name
        counts = [Int](repeating: 0, count: Self.actions.count)
        for order in orders.orders { counts[order.flags.contains(.standsStill) ? 6 : Self.place(order.action)] += 1 }
        shares =
            orders.level == nil
            ? []
            : Balance(orders).lines.map { line in
                Share(pollutant: line.pollutant, share: line.share, target: line.target, isShort: line.short > 0)
            }
    }

    private static func place(_ action: OrderAction) -> Int {
        switch action {
        case .stop: 0
        case .stopLines: 1
        case .limit: 2
        case .guaranteed: 3
        case .autonomous: 4
        case .goOn: 5
        }
    }

    /// `stop 12, limit 3; SO2 31.25% of 30%, VOCs 9.00% of 30% (short)`, in one line.
    var text: String {
        let counts = zip(Self.actions, counts).filter { $0.1 > 0 }.map { "\($0) \($1)" }.joined(separator: ", ")
        return ([counts.isEmpty ? "none" : counts] + (shares.isEmpty ? [] : [shares.map(Self.text).joined(separator: ", ")]))
            .joined(separator: "; ")
    }

    /// What is short of its target; nil where nothing is.
    var shortage: String? {
        let short = shares.filter(\.isShort)
        return short.isEmpty ? nil : short.map(Self.text).joined(separator: ", ")
    }

    private static func text(_ share: Share) -> String {
        let rest = share.share % 100
        let target = share.target.map { " of \($0)%\(share.isShort ? " (short)" : "")" } ?? ""
        return "\(share.pollutant.name) \(share.share / 100).\(rest < 10 ? "0" : "")\(rest)%\(target)"
    }
}
