import AirQuality
import PlanModel
import Warnings

/// The desk of one area: its own level by the plan, what waits for approval, the directives over it, and what is in force.
struct AreaDesk: Sendable {
    var watch: AreaWatch
    /// What the plan's conditions, approvals and declarations have led to.
    var own = Standing()
    /// What is in force: the own level, and what directives make of it.
    var inForce = Standing()
    var proposal: Proposal?
    /// What the conditions lead to and a person has decided against; it is not proposed again until they lead elsewhere.
    var overruled: Overruled?
    /// In the order in which they came.
    var directives: [Directive] = []
    var silent: Set<Silence.Feed> = []
    /// The beginnings of the advice that is not over, in the order in which it began.
    private(set) var advised: [Bulletin] = []
    /// When each alert was last made known of each place.
    private var alerted: [AlertPlace: HourSlot] = [:]
    /// The last instant at which the demand was known, while it is not; hours without review tell nothing of it.
    private(set) var demandKnownUntil: HourSlot?
    private(set) var isDemandKnown = true
    /// What was last stated of the end of what is in force.
    var ends = Ends()

    init(watch: AreaWatch) { self.watch = watch }

    var plan: Plan { watch.plan }

    // MARK: Blindness

    /// What the instant last evaluated changes of whether the demand is known; nil: nothing.
    mutating func demandGap() -> DemandGap? {
        guard let isKnown = watch.isDemandKnown(), isKnown != isDemandKnown else { return nil }
        return DemandGap(area: watch.area.id, isOver: isKnown)
    }

    mutating func take(_ gap: DemandGap, at now: HourSlot) {
        isDemandKnown = gap.isOver
        demandKnownUntil = gap.isOver ? nil : now - 1
    }

    // MARK: Advice

    mutating func take(_ bulletin: Bulletin) {
        advised.removeAll { $0.advice == bulletin.advice }
        if !bulletin.isOver { advised.append(bulletin) }
    }

    // MARK: Alerts

    private struct AlertPlace: Hashable {
        var alert: String
        var station: String?
    }

    /// Whether the alert was not made known of this place within its limit, before it or, where the clock went back, after it.
    func isDue(_ value: HighValue) -> Bool {
        guard let last = alerted[AlertPlace(alert: value.alert, station: value.station)] else { return true }
        return abs(value.at - last) >= value.everyHours
    }

    mutating func take(_ value: HighValue) {
        alerted[AlertPlace(alert: value.alert, station: value.station)] = value.at
        // No limit reaches further back than the longest duration of a plan.
        alerted = alerted.filter { value.at - $0.value <= 240 }
    }

    // MARK: Evaluation

    /// Evaluates an instant.
    ///
    /// - Parameter hour: The hour up to which directives count; after a gap an instant may be sealed later than its own.
    mutating func seal(
        _ now: HourSlot, hour: HourSlot, _ observations: ObservationStore, approvesAtOnce: Bool
    ) -> [DeskEffect] {
        let decision = watch.decision(at: now, standing: own, observations: observations)
        if approvesAtOnce { return decision.map { takeForce($0, at: hour) } ?? follow(at: hour) }
        var effects: [DeskEffect] = []
        if let known = overruled {
            if let decision, Overruled(decision) == known { return follow(at: hour) }
            if decision != nil || !isOpen(to: known.to, isUp: known.isUp) { effects.append(rule(nil)) }
        }
        if let pending = proposal {
            if let decision, decision.from == pending.decision.from, decision.to == pending.decision.to {
                return follow(at: hour)
            }
            if let decision, overtakes(decision, pending.decision) {
                effects.append(end(pending, .superseded))
            } else if isOpen(to: pending.decision.to, isUp: pending.decision.isUp) {
                // Nothing is known against it: missing data and hours without review withdraw nothing.
                return follow(at: hour)
            } else {
                effects.append(end(pending, .withdrawn))
            }
        }
        guard let decision else { return effects + follow(at: hour) }
        if let proposal = proposal(of: decision) {
            self.proposal = proposal
            return effects + [.proposal(ProposalChange(proposal: proposal, ending: nil))] + follow(at: hour)
        }
        return effects + takeForce(decision, at: hour)
    }

    private func overtakes(_ decision: Decision, _ pending: Decision) -> Bool {
        func rank(_ level: String?) -> Int { level.flatMap { plan.index(ofLevel: $0) } ?? -1 }
        if decision.isUp { return !pending.isUp || rank(decision.to) > rank(pending.to) }
        return !pending.isUp && rank(decision.to) < rank(pending.to)
    }

    private mutating func isOpen(to level: String?, isUp: Bool) -> Bool {
        watch.isOpen(from: own.level, to: level, isUp: isUp)
    }

    /// What is to be proposed instead of decided; nil where the plan names nobody. Going down is approved by the approver of the level left.
    private func proposal(of decision: Decision) -> Proposal? {
        guard let id = decision.isUp ? decision.to : decision.from, let index = plan.index(ofLevel: id),
            case .by(let approver, let within, let remind) = plan.levels[index].approval
        else { return nil }
        return Proposal(decision: decision, approver: approver, within: within, remind: remind)
    }

    /// Notes what was decided against; nil: nothing any more.
    mutating func rule(_ new: Overruled?) -> DeskEffect {
        defer { overruled = new }
        let change = OverruledChange(
            area: watch.area.id, overruled: new ?? overruled ?? Overruled(to: nil, isUp: false), isOver: new == nil)
        return .overruled(change)
    }

    mutating func end(_ pending: Proposal, _ ending: Proposal.Ending) -> DeskEffect {
        proposal = nil
        return .proposal(ProposalChange(proposal: pending, ending: ending))
    }

    // MARK: Taking force

    /// Takes an own decision into force; under directives it may change nothing that is in force.
    mutating func takeForce(_ decision: Decision, at now: HourSlot) -> [DeskEffect] {
        let (level, documents) = DirectiveRule.level(own: decision.to, under: directives, at: now, in: plan)
        own.apply(decision)
        guard !documents.isEmpty || inForce.level != decision.from else {
            inForce.apply(decision)
            return [.decided(decision)]
        }
        return [.ownDecided(decision)] + move(to: level, documents, at: now, evidence: decision.evidence)
    }

    /// Brings the level in force to what directives make of the own one.
    ///
    /// - Parameter ended: Documents that no longer bind, on which the change stands where none does any more.
    mutating func follow(at now: HourSlot, ended: [String] = []) -> [DeskEffect] {
        guard !directives.isEmpty || inForce.level != own.level else { return [] }
        let (level, documents) = DirectiveRule.level(own: own.level, under: directives, at: now, in: plan)
        let over = ended + directives.filter { directive in directive.until.map { $0 <= now } ?? false }.map(\.document)
        return move(to: level, documents.isEmpty ? over : documents, at: now, evidence: [])
    }

    private mutating func move(to level: String?, _ documents: [String], at now: HourSlot, evidence: [Evidence]) -> [DeskEffect] {
        guard level != inForce.level else { return [] }
        var decision = watch.change(from: inForce, to: level, at: now)
        decision.evidence = evidence
        decision.basis = .directive(documents)
        // A directive states the hour: the response starts with it.
        if decision.isUp { decision.response = now }
        inForce.apply(decision)
        return [.decided(decision)]
    }

    /// Takes over a decision of the record.
    mutating func recall(_ decision: Decision) {
        inForce.apply(decision)
        if case .directive = decision.basis { return }
        own.apply(decision)
    }

    /// Forgets the directives that have ended.
    mutating func forgetDirectives(endedBy now: HourSlot) {
        directives.removeAll { $0.until.map { $0 <= now } ?? false }
    }
}
