import PlanModel

/// What several rules together demand of production.
///
/// Joining takes the larger of each part, so it depends neither on the order of the rules nor on how they are grouped; the order is
/// named after its strictest part, and reduces in each pollutant what the part that reduces most does.
struct Demand: Hashable, Sendable {
    /// Largest `limit P%`; 0: none.
    var limit: UInt8 = 0
    /// Largest `stop P% of lines`; 0: none.
    var lines: UInt8 = 0
    var stop = false
    var guaranteed = false
    var autonomous = false

    static let nothing = Demand()

    init() {}

    init(_ action: OrderAction?) {
        switch action {
        case nil, .goOn?: break
        case .autonomous?: autonomous = true
        case .guaranteed?: guaranteed = true
        case .limit(let percent)?: limit = UInt8(clamping: percent)
        case .stopLines(let percent)?: lines = UInt8(clamping: percent)
        case .stop?: stop = true
        }
    }

    func joined(_ other: Demand) -> Demand {
        var result = self
        result.limit = max(limit, other.limit)
        result.lines = max(lines, other.lines)
        result.stop = stop || other.stop
        result.guaranteed = guaranteed || other.guaranteed
        result.autonomous = autonomous || other.autonomous
        return result
    }

    mutating func join(_ other: Demand) { self = joined(other) }

    /// Where no line can stop, the load is limited by as much instead.
    var withoutLines: Demand {
        var result = self
        result.limit = max(limit, lines)
        result.lines = 0
        return result
    }

    /// Its strictest part.
    var action: OrderAction {
        if stop { return .stop }
        let byLimit: OrderAction? = limit > 0 ? .limit(percent: Int(limit)) : nil
        let byLines: OrderAction? = lines > 0 ? .stopLines(percent: Int(lines)) : nil
        if let byLimit { return byLines.map { max($0, byLimit) } ?? byLimit }
        return byLines ?? (guaranteed ? .guaranteed : autonomous ? .autonomous : .goOn)
    }
}
