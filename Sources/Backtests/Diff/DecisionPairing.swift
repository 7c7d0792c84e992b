import AirQuality
import Warnings

/// Pairs the decisions of overlapping episodes of two plans.
///
/// 1. Decisions in one direction, up (issue, escalate) or down (downgrade, lift, cancel), that lead to the same level are paired, the
///    nearest in time first, at most ``reach`` hours apart.
/// 2. Of what remains, decisions in one direction are paired as leading to another level, the nearest first, at most ``levelReach``
///    hours apart.
/// 3. What remains was added or is gone.
/// Of pairs equally near the earlier counts. The rule does not depend on which plan is the old one.
struct DecisionPairing {
    /// Ten days: the longest that a condition looks ahead.
    static let reach = 240
    /// A day: beyond it one level does not stand for another.
    static let levelReach = 24

    let changes: [DecisionChange]

    /// - Parameter old: In order of time, as `new`.
    init(old: [Decision], new: [Decision]) {
        var pairs: [(old: Int, new: Int)] = []
        var isTaken = (old: [Bool](repeating: false, count: old.count), new: [Bool](repeating: false, count: new.count))
        func match(within reach: Int, _ fits: (Decision, Decision) -> Bool) {
            var candidates: [(distance: Int, first: Int, old: Int, new: Int)] = []
            var start = 0
            for (place, decision) in old.enumerated() where !isTaken.old[place] {
                while start < new.count, new[start].at.hours < decision.at.hours - reach { start += 1 }
                var index = start
                while index < new.count, new[index].at.hours <= decision.at.hours + reach {
                    let other = new[index]
                    if !isTaken.new[index], decision.isUpward == other.isUpward, fits(decision, other) {
                        let (a, b) = (decision.at.hours, other.at.hours)
                        candidates.append((abs(a - b), min(a, b), place, index))
                    }
                    index += 1
                }
            }
            candidates.sort { ($0.distance, $0.first, $0.old, $0.new) < ($1.distance, $1.first, $1.old, $1.new) }
            for candidate in candidates where !isTaken.old[candidate.old] && !isTaken.new[candidate.new] {
                isTaken.old[candidate.old] = true
                isTaken.new[candidate.new] = true
                pairs.append((candidate.old, candidate.new))
            }
        }
        match(within: Self.reach) { $0.to == $1.to }
        match(within: Self.levelReach) { _, _ in true }
        var changes = pairs.map { DecisionChange(old: old[$0.old], new: new[$0.new]) }
        changes += old.indices.filter { !isTaken.old[$0] }.map { DecisionChange(old: old[$0], new: nil) }
        changes += new.indices.filter { !isTaken.new[$0] }.map { DecisionChange(old: nil, new: new[$0]) }
        self.changes = changes.sorted { ($0.time, $0.old == nil ? 1 : 0) < ($1.time, $1.old == nil ? 1 : 0) }
    }
}

extension Decision {
    var isUpward: Bool { kind == .issue || kind == .escalate }
}
