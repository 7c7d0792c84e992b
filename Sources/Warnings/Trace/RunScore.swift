import PlanModel

/// How near elements come to what is asked of them. The smaller, the nearer.
struct RunScore: Comparable {
    var satisfied = 0
    var failing = 0
    /// Failing for their primary pollutants alone.
    var unled = 0
    /// Sum of what the values lack, in thousandths.
    var shortfall: Int64 = 0

    static func < (left: RunScore, right: RunScore) -> Bool {
        if left.satisfied != right.satisfied { return left.satisfied > right.satisfied }
        return (left.failing, left.unled, left.shortfall) < (right.failing, right.unled, right.shortfall)
    }

    static func + (left: RunScore, right: RunScore) -> RunScore {
        RunScore(
            satisfied: left.satisfied + right.satisfied, failing: left.failing + right.failing, unled: left.unled + right.unled,
            shortfall: left.shortfall + right.shortfall)
    }

    static func - (left: RunScore, right: RunScore) -> RunScore {
        RunScore(
            satisfied: left.satisfied - right.satisfied, failing: left.failing - right.failing, unled: left.unled - right.unled,
            shortfall: left.shortfall - right.shortfall)
    }
}

/// What is kept of an element while runs are compared.
struct ElementScore {
    var truth: ElementTruth
    /// See ``ElementTrace/room``.
    var room: Int64?

    var score: RunScore {
        if truth == .true { return RunScore(satisfied: 1) }
        guard truth == .false else { return RunScore() }
        let short = room.map { max(0, -$0) } ?? 0
        return RunScore(failing: 1, unled: short == 0 ? 1 : 0, shortfall: short)
    }

    /// The room of what is true; what has none does not bind.
    var margin: Int64 { truth == .true ? room ?? .max : .max }
}
