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
    func decide(_ plant: Plant, _ ruling: RulingCore, _ own: Range<Int>) -> Decision {
        let hasLines = plant.running > 0
        let measures = hasLines ? ruling.measures : ruling.measures.withoutLines
        let seasons = hasLines ? ruling.seasons : ruling.seasons.withoutLines

        // The filed lines are a source of their own beside the measures.
        var action = measures.action
        var decider = ruling.firstMeasure(hasLines: hasLines)
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
            // The filed plan says what the plant does for its grade; it is replaced with the measures.
            parts = Parts(demand: Demand(grant), filed: false, computed: 0)
        }
        let isReplaced = decider == .exemption
        let afterExemption = action
        let season = ruling.firstSeason(hasLines: hasLines)
        if season != .none, seasons.action > action || decider == .none {
            action = seasons.action
            decider = season
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
        let asksLines = !isReplaced && ruling.measures.lines > 0 || ruling.seasons.lines > 0
        if asksLines, !hasLines, !joint.demand.stop { decision.flags.insert(.noLines) }
        if joint.computed > 0, !joint.demand.stop { decision.flags.insert(.linesComputed) }
        if !isReplaced, plant.hasFiledPlan, max(plant.filed, joint.computed) < decision.needed, !joint.demand.stop {
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
    private func reduction(_ parts: Parts, _ plant: Plant, _ own: Range<Int>) -> EmissionValues {
        if parts.demand.stop { return plant.whole }
        var result = EmissionValues.zero
        if parts.demand.limit > 0 { result = plant.base.percent(Int(parts.demand.limit)) }
        if parts.demand.guaranteed, plant.guaranteedLoad >= 0 {
            result = result.larger(plant.base.share(millionths: 100_000_000 - plant.guaranteedLoad))
        }
        if parts.filed || parts.computed > 0 { result = result.larger(lineReduction(parts, plant, own)) }
        return result.smaller(plant.whole)
    }

    private func lineReduction(_ parts: Parts, _ plant: Plant, _ own: Range<Int>) -> EmissionValues {
        guard parts.computed > 0 else { return parts.filed ? plant.filedReduction : .zero }
        var result = EmissionValues.zero
        let chosen = LineChoice(parts.computed, of: own, in: lines)
        for place in own {
            let line = lines.line(place)
            if chosen.contains(place) || parts.filed && lines.runs(line) && lines.isFiled(line) {
                result += lines.reduction(line)
            }
        }
        return result.smaller(plant.whole)
    }

    /// Writes down what becomes of each line that the order touches, in list order.
    @inline(__always)
    func addLines(_ decision: Decision, _ own: Range<Int>, to pool: inout [LineOrder]) {
        if own.isEmpty || !isWarning && !decision.stopsAll && decision.computed == 0 { return }
        let chosen = LineChoice(decision.stopsAll ? 0 : decision.computed, of: own, in: lines)
        for place in own {
            let line = lines.line(place)
            guard lines.runs(line) else {
                if isWarning { pool.append(LineOrder(line: Int32(line), fate: .standsStill)) }
                continue
            }
            guard decision.stopsAll || decision.stopsFiled && lines.isFiled(line) || chosen.contains(place) else { continue }
            pool.append(LineOrder(line: Int32(line), fate: lines.isInterruptible(line) ? .stops : .banks))
        }
    }
}
