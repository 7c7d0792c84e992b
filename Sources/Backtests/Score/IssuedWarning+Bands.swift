public import AirQuality
public import PlanModel

extension IssuedWarning {
    /// The warnings of an area as bands of hours between two instants, the highest level where several stand; an hour that is begun
    /// counts.
    public static func bands(
        _ warnings: [IssuedWarning], area: String, plan: Plan, from first: HourSlot, to last: HourSlot
    ) -> [LevelBands.Band] {
        var edges: [(slot: HourSlot, rank: Int, change: Int)] = []
        for warning in warnings where warning.area == area {
            guard let rank = plan.index(ofLevel: warning.level) else { continue }
            let start = max(warning.from.hourFloor, first)
            let end = min(warning.to.map { Instant(seconds: $0.seconds + 3599).hourFloor } ?? last, last)
            guard start < end else { continue }
            edges += [(start, rank, 1), (end, rank, -1)]
        }
        edges.sort { $0.slot < $1.slot }
        var standing = [Int](repeating: 0, count: plan.levels.count)
        var bands: [LevelBands.Band] = []
        for (place, edge) in edges.enumerated() {
            standing[edge.rank] += edge.change
            guard place + 1 < edges.count, edges[place + 1].slot > edge.slot, let top = standing.lastIndex(where: { $0 > 0 })
            else {
                continue
            }
            let slots = edge.slot..<edges[place + 1].slot
            let level = plan.levels[top].id
            if let before = bands.last, before.level == level, before.slots.upperBound == slots.lowerBound {
                bands[bands.count - 1].slots = before.slots.lowerBound..<slots.upperBound
            } else {
                bands.append(LevelBands.Band(slots: slots, level: level))
            }
        }
        return bands
    }
}
