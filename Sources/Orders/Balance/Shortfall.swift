import Lists
public import PlanModel

/// Who would close a shortfall: those whose next step adds most in the pollutants that are short, largest first.
///
/// The next step is the order at the next level, and at the highest a full stop of those that are not exempt.
public struct Shortfall: Sendable {
    public struct Step: Sendable {
        /// Place in ``OrderSet/orders``.
        public var order: Int
        /// The action of the next step.
        public var action: OrderAction
        /// What it adds, mg/d.
        public var gain: EmissionValues
    }

    /// Enough to close it, or all that add anything.
    public let steps: [Step]
    /// What they leave short, mg/d; zero: they close it.
    public let left: EmissionValues

    init(_ set: OrderSet, _ balance: Balance) {
        var short = EmissionValues.zero
        for line in balance.lines { short[line.pollutant] = line.short }
        guard let level = set.level, short != .zero else {
            steps = []
            left = short
            return
        }
        let isShort = short.milligrams .> 0
        var candidates = Self.steps(set, level).map { step in
            (step, EmissionValues(step.gain.milligrams.replacing(with: 0, where: .!isShort)).total)
        }
        candidates.removeAll { $0.1 <= 0 }
        candidates.sort { $0.1 != $1.1 ? $0.1 > $1.1 : $0.0.order < $1.0.order }
        var taken: [Step] = []
        for (step, _) in candidates {
            // One that adds only to what is closed by now does not help.
            guard short.milligrams.max() > 0 else { break }
            guard any(short.milligrams .> 0 .& step.gain.milligrams .> 0) else { continue }
            taken.append(step)
            short = EmissionValues(short.milligrams &- step.gain.milligrams)
        }
        steps = taken
        left = short.larger(.zero)
    }

    private static func steps(_ set: OrderSet, _ level: Int) -> [Step] {
        if level + 1 < set.plan.levels.count {
            let next = set.at(level: level + 1)
            return set.orders.indices.map { index in
                Step(
                    order: index, action: next.orders[index].action,
                    gain: next.orders[index].reduction - set.orders[index].reduction)
            }
        }
        let lines = LineTable(set.list, levels: set.plan.levels, level: nil)
        let emissions = [EmissionColumns(set.list.enterprises), EmissionColumns(set.list.sites)]
        return set.orders.indices.compactMap { index in
            let order = set.orders[index]
            guard !order.flags.contains(.standsStill), set.rulings[Int(order.ruling)].granted == nil else { return nil }
            let emission = emissions[order.isSite ? 1 : 0][Int(order.row)]
            let plant =
                order.isSite
                ? Plant(emission: emission, guaranteedLoad: -1)
                : Plant(
                    emission: emission, guaranteedLoad: -1, hasFiledPlan: false, lines: lines.places(of: Int(order.row)),
                    of: lines)
            return Step(order: index, action: .stop, gain: plant.whole - order.reduction)
        }
    }
}
