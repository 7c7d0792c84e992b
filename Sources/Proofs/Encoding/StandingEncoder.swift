import PlanModel

/// States what is in force from an instant on, hour by hour, by the rules of decision (semantics §8.1 to §8.3).
struct StandingEncoder: Sendable {
    let plan: Int
    private let levels: Int
    /// For each level: whether it or a higher one is in force after the last instant.
    private(set) var inForce: [Formula]

    /// Nothing is in force.
    init(plan: Int, levels: Int) {
        self.plan = plan
        self.levels = levels
        inForce = [Formula](repeating: .no, count: levels)
    }

    /// Goes on to an instant.
    mutating func advance(to now: Int, _ encoder: inout ConditionEncoder) {
        var next = inForce
        var above: [Kleene] = []
        for level in (0..<levels).reversed() {
            above.append(encoder.demanded(level, of: plan, at: now))
            let demand = encoder.store.or(above)
            let higher = level + 1 < levels ? next[level + 1] : .no
            let released = encoder.released(level, of: plan, at: now).holds
            let leaves = encoder.store.and([demand.fails, released, !higher])
            let stays = encoder.store.and(inForce[level], !leaves)
            next[level] = encoder.store.or(demand.holds, stays)
        }
        inForce = next
    }
}

extension ConditionEncoder {
    /// Whether a level or a higher one is demanded.
    mutating func demanded(from level: Int, of plan: Int = 0, at now: Int) -> Kleene {
        let demands = (level..<plans[plan].levels.count).map { demanded($0, of: plan, at: now) }
        return store.or(demands)
    }

    /// Whether a level, if it is the one in force, is left.
    mutating func left(_ level: Int, of plan: Int = 0, at now: Int) -> Formula {
        let demand = demanded(from: level, of: plan, at: now).fails
        let released = released(level, of: plan, at: now).holds
        return store.and(demand, released)
    }
}
