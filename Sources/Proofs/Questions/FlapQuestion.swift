import AirQuality
import PlanModel
import Warnings

/// Whether a level can be left and be in force again within some hours.
struct FlapQuestion: Sendable {
    let plan: Plan
    let scene: WitnessScene
    let level: Int
    let within: Int

    /// The level can be left at an instant, and it or a higher one is demanded within the hours after.
    func comesBack(at now: Int, _ encoder: inout ConditionEncoder) -> [Formula] {
        let left = encoder.left(level, at: now)
        if left == .no { return [.no] }
        let demands = (1...within).map { encoder.demanded(from: level, at: now + $0).holds }
        return [left, encoder.store.or(demands)]
    }

    /// The same, with the level come into force some hours before.
    func comesBack(at now: Int, lead: Int, _ encoder: inout ConditionEncoder) -> [Formula] {
        let back = comesBack(at: now, &encoder)
        if back == [.no] { return back }
        var standing = StandingEncoder(plan: 0, levels: plan.levels.count)
        for before in now - lead..<now { standing.advance(to: before, &encoder) }
        let inForce = standing.inForce[level]
        if inForce == .no { return [.no] }
        standing.advance(to: now, &encoder)
        return back + [inForce, !standing.inForce[level]]
    }

    func evaluated(_ now: Int, lead: Int) -> ClosedRange<Int> { now - lead...now + within }

    /// When a replay leaves the level and, within the hours, comes back to it.
    func returns(_ values: HourlyValues, _ now: Int, lead: Int) -> (left: HourSlot, back: HourSlot)? {
        returns(scene.decisions(values, evaluated(now, lead: lead)) ?? [])
    }

    func returns(_ decisions: [Decision]) -> (left: HourSlot, back: HourSlot)? {
        var left: HourSlot?
        for decision in decisions {
            if isInForce(decision.from), !isInForce(decision.to) { left = decision.at }
            if !isInForce(decision.from), isInForce(decision.to), let left, decision.at - left <= within {
                return (left, decision.at)
            }
        }
        return nil
    }

    private func isInForce(_ id: String?) -> Bool { (id.flatMap { plan.index(ofLevel: $0) } ?? -1) >= level }
}
