import PlanModel

/// What is known at an instant, read once for all plans that read it alike.
final class NaiveInstant {
    let world: NaiveWorld
    let now: Int
    let supply: NaiveSupply
    private var timelines: [NaiveTimeline] = []

    init(_ world: NaiveWorld, now: Int, supply: NaiveSupply) {
        self.world = world
        self.now = now
        self.supply = supply
    }

    func timeline(_ plan: Plan, _ area: Area, _ station: String?) -> NaiveTimeline {
        for known in timelines where known.serves(plan, area, station) { return known }
        let made = NaiveTimeline(world, plan, area, station: station, now: now, supply: supply)
        timelines.append(made)
        return made
    }
}
