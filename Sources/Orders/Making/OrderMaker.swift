import Lists
import PlanModel

/// Makes the order of one enterprise or site from what the rules say and from what it is.
struct OrderMaker {
    let lines: LineTable
    let isWarning: Bool

    /// What is decided, before it is written down as an order.
    struct Decision {
        var action: OrderAction
        var decider: Order.Decider
        var flags: OrderFlags = []
        var reduction: EmissionValues
        /// What it would be if no exemption were granted.
        var unexempted: EmissionValues
        /// Whether the filed lines stop, and how many lines stop that were computed.
        var stopsFiled = false
        var computed: Int32 = 0
        var stopsAll = false
        var needed: Int32 = 0
    }

    /// Decides by the strictest of measures and filed plan, what an exemption grants in place of these, and seasons.
    @inline(__always)
    func decide(_ plant: Plant, _ ruling: Ruling, _ own: ArraySlice<Int32>) -> Decision {
        let hasLines = plant.running > 0
        let measures = hasLines ? ruling.measureDemand : ruling.measureDemand.withoutLines
        let seasons = hasLines ? ruling.seasonDemand : ruling.seasonDemand.withoutLines
        let variant = hasLines ? 1 : 0

        // The filed lines are a source of their own beside the measures.
        var action = measures.action
        var decider = ruling.firstMeasure[variant].map { Order.Decider.measure($0) } ?? .none
        if let filed = plant.filedAction, action < filed || decider == .none {
            action = filed
            decider = .filedPlan
        }
        let computed = plant.hasFiledPlan ? 0 : plant.needed(percent: measures.lines)
        let asMeasured = Parts(demand: measures, filed: plant.filed > 0, computed: computed)
        var parts = asMeasured

        if let grant = ruling.grant, grant < action {
            action = grant
            decider = .exemption
            parts = Parts(demand: Demand(grant), filed: grant == .autonomous && plant.filed > 0, computed: 0)
        }
        let isReplaced = decider == .exemption
        let afterExemption = action
        if let first = ruling.firstSeason[variant], seasons.action > action || decider == .none {
            action = seasons.action
            decider = .season(first)
        }

        // A season knows no level, so that the filed plan, which does, cannot name its lines.
        let bySeason = Parts(demand: seasons, filed: false, computed: plant.needed(percent: seasons.lines))
        let before = reduction(asMeasured, plant, own)
        var after = before
        if isReplaced { after = reduction(parts, plant, own).smaller(before) }
        let joint = parts.joined(bySeason)
        let result: EmissionValues
        let unexempted: EmissionValues
        if bySeason == .nothing {
            result = after
            unexempted = before
        } else {
            let addition = reduction(bySeason, plant, own)
            // Lines of a season beside those of measures: together they take away what their union does.
            let union = joint.stopsSomeLines ? lineReduction(joint, plant, own) : .zero
            result = after.larger(addition).larger(union)
            let unexemptedUnion = asMeasured.joined(bySeason)
            unexempted = isReplaced ? reduction(unexemptedUnion, plant, own).larger(result) : result
        }
        var decision = Decision(action: action, decider: decider, reduction: result, unexempted: unexempted)
        decision.stopsFiled = joint.filed
        decision.computed = joint.computed
        decision.stopsAll = joint.demand.stop
        decision.needed = isReplaced ? 0 : plant.needed(percent: measures.lines)
        if !hasLines, !isReplaced && ruling.measureDemand.lines > 0 || ruling.seasonDemand.lines > 0 {
            decision.flags.insert(.noLines)
        }
        if joint.computed > 0, !joint.demand.stop { decision.flags.insert(.linesComputed) }
        if !isReplaced, plant.hasFiledPlan, plant.filed < decision.needed, !joint.demand.stop {
            decision.flags.insert(.filedPlanShort)
        }
        if afterExemption == .autonomous, action == .autonomous, !joint.filed { decision.flags.insert(.reductionUnknown) }
        return decision
    }

    /// What is demanded of production, with the lines that are meant.
    private struct Parts: Equatable {
        var demand: Demand
        var filed: Bool
        var computed: Int32

        static let nothing = Parts(demand: .nothing, filed: false, computed: 0)

        var stopsSomeLines: Bool { filed && computed > 0 }

        func joined(_ other: Parts) -> Parts {
            Parts(demand: demand.joined(other.demand), filed: filed || other.filed, computed: max(computed, other.computed))
        }
    }

    /// In each pollutant the largest that a part gives; no more than a full stop.
    @inline(__always)
    private func reduction(_ parts: Parts, _ plant: Plant, _ own: ArraySlice<Int32>) -> EmissionValues {
        if parts.demand.stop { return plant.whole }
        var result = EmissionValues.zero
        if parts.demand.limit > 0 { result = plant.base.percent(Int(parts.demand.limit)) }
        if parts.demand.guaranteed, plant.guaranteedLoad >= 0 {
            result = result.larger(plant.base.share(millionths: 100_000_000 - plant.guaranteedLoad))
        }
        if parts.filed || parts.computed > 0 { result = result.larger(lineReduction(parts, plant, own)) }
        return result.smaller(plant.whole)
    }

    private func lineReduction(_ parts: Parts, _ plant: Plant, _ own: ArraySlice<Int32>) -> EmissionValues {
        guard parts.computed > 0 else { return parts.filed ? plant.filedReduction : .zero }
        var result = EmissionValues.zero
        let chosen = LineChoice.choose(parts.computed, of: own, in: lines)
        for line in chosen { result += lines.reduction(Int(line)) }
        if parts.filed {
            for line in own where lines.runs(Int(line)) && lines.isFiled(Int(line)) && !chosen.contains(line) {
                result += lines.reduction(Int(line))
            }
        }
        return result.smaller(plant.whole)
    }

    /// Writes down what becomes of each line that the order touches, in list order.
    @inline(__always)
    func addLines(_ decision: Decision, _ own: ArraySlice<Int32>, to pool: inout [LineOrder]) {
        if own.isEmpty || !isWarning && !decision.stopsAll && decision.computed == 0 { return }
        let chosen = decision.computed > 0 && !decision.stopsAll ? LineChoice.choose(decision.computed, of: own, in: lines) : []
        for line in own {
            let index = Int(line)
            guard lines.runs(index) else {
                if isWarning { pool.append(LineOrder(line: line, fate: .standsStill)) }
                continue
            }
            guard decision.stopsAll || decision.stopsFiled && lines.isFiled(index) || chosen.contains(line) else { continue }
            pool.append(LineOrder(line: line, fate: lines.isInterruptible(index) ? .stops : .banks))
        }
    }
}
