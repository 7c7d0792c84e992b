/// What an order does to production.
public enum OrderAction: Hashable, Sendable {
    /// Nothing: production goes on (正常生产).
    case goOn
    /// The plant reduces as it pledged (自主减排).
    case autonomous
    /// Up to the guaranteed task (以热定产, 以量定产).
    case guaranteed
    /// Load reduced by so many percent, 1 to 100 (以限代停).
    case limit(percent: Int)
    /// So many percent of the production lines stop, 1 to 100, rounded up to whole lines (以停代限, 以生产线计).
    case stopLines(percent: Int)
    /// All stops (停产).
    case stop

    /// A total order: by the share of production that is taken away, then by how it is. The strictest of several is their maximum,
    /// so that it depends neither on their order nor on how they are grouped.
    public var strictness: Int {
        switch self {
        case .goOn: 0
        case .autonomous: 1
        case .guaranteed: 2
        case .limit(let percent): percent * 10 + 3
        case .stopLines(let percent): percent * 10 + 4
        case .stop: 1005
        }
    }
}

extension OrderAction: Comparable {
    public static func < (left: Self, right: Self) -> Bool { left.strictness < right.strictness }
}
