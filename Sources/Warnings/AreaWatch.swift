public import AirQuality
public import PlanModel

/// Watches one area: holds what is known of it and says, for an instant and the level in force, what is to be decided.
public struct AreaWatch: Sendable {
    public let plan: Plan
    public let area: Area
    private let supply: ForecastSupply
    /// Whether the timelines hold a fixed window instead of one that moves along.
    private let isFixed: Bool
    /// Whether alerts are judged, and advice and alerts traced.
    private let judgesMessages: Bool
    private var window: Range<Int>
    private(set) var evaluator: AreaEvaluator
    /// Observed slots that changed since they were last taken over.
    private var dirty: Range<Int>?
    private var isFresh = true

    /// Hours that the longest condition (240 h) with its averages can look back.
    public static let lookBack = 240 + 24 + 48
    private static let lookAhead = 240 + 24
    /// Hours after which a moving window is laid anew.
    private static let stride = 480

    /// - Parameters:
    ///   - window: The slots of the whole record, where it is known beforehand; nil: a window that moves along.
    ///   - judgesMessages: Whether ``highValues()`` is asked for, and advice and alerts in ``trace(at:standing:observations:)``.
    public init(
        plan: Plan, area: Area, supply: ForecastSupply = .issued, window: Range<Int>? = nil, judgesMessages: Bool = false
    ) {
        self.plan = plan
        self.area = area
        self.supply = supply
        isFixed = window != nil
        self.judgesMessages = judgesMessages
        self.window = window ?? 0..<0
        let book = ForecastBook(plan: plan)
        evaluator = AreaEvaluator(
            plan: plan, area: area, supply: supply, slots: self.window, now: 0, book: book, judgesAlerts: judgesMessages)
    }

    /// The same area under another plan, with the forecasts received so far.
    public init(plan: Plan, area: Area, replacing old: AreaWatch) {
        self.init(plan: plan, area: area, supply: old.supply, judgesMessages: old.judgesMessages)
        if var book = old.evaluator.book {
            book.read(by: plan)
            evaluator.adopt(book)
        }
    }

    /// Notes that observations changed in a range of slots.
    public mutating func observationsChanged(_ slots: Range<Int>) {
        dirty = dirty.map { min($0.lowerBound, slots.lowerBound)..<max($0.upperBound, slots.upperBound) } ?? slots
    }

    /// Takes forecasts of this area.
    ///
    /// - Parameter honoursReceived: Whether a forecast counts only from its `received` time on, as in a replay; live, it counts
    ///   as soon as it is here.
    public mutating func addForecasts(_ batch: ForecastBatch, honoursReceived: Bool) {
        var own = ForecastBatch()
        own.days = batch.days.filter { area.answers(to: $0.area) }
        own.hours = batch.hours.filter { area.answers(to: $0.area) }
        if !own.isEmpty { evaluator.addForecasts(own, honoursReceived: honoursReceived) }
    }

    /// Takes a consultation result on this area, which stands over every forecast of its days.
    ///
    /// - Parameter instant: When it was recorded; it counts from the evaluation of that hour, or the next if that was sealed.
    public mutating func addOpinion(_ opinion: Opinion, at instant: Instant) { evaluator.addOpinion(opinion, at: instant) }

    /// Takes back what consultation results say of days.
    public mutating func retractOpinions(on days: [LocalDate], at instant: Instant) {
        evaluator.retractOpinions(on: days, at: instant)
    }

    /// Whether a consultation result on a day stands.
    public func hasOpinion(on date: LocalDate) -> Bool { evaluator.book?.hasOpinion(on: date) ?? false }

    /// Issue time of the most recent forecast that is known, of the sources that the plan reads.
    public var lastForecastIssued: Instant? { evaluator.book?.lastIssued }

    /// Forgets forecasts of slots before one.
    public mutating func forgetForecasts(before slot: HourSlot) { evaluator.forgetForecasts(before: slot) }

    // MARK: Evaluation

    /// What is to be decided at an instant.
    public mutating func decision(at now: HourSlot, standing: Standing, observations: ObservationStore) -> Decision? {
        move(to: now, observations)
        let current = standing.level.flatMap { plan.index(ofLevel: $0) }
        let demanded = demands()
        let next = DecisionRule.next(current: current, demanded: demanded) { evaluator.released($0) }
        return next == current ? nil : decide(from: current, to: next, at: now, standing)
    }

    /// The highest level that is demanded at an instant.
    public mutating func demandedLevel(at now: HourSlot, observations: ObservationStore) -> String? {
        move(to: now, observations)
        return demands().lastIndex(of: .true).map { plan.levels[$0].id }
    }

    /// Whether the level demanded at the instant last evaluated can be told; nil where it cannot because the hour is none of review.
    public mutating func isDemandKnown() -> Bool? {
        let demanded = demands()
        let above = demanded.lastIndex(of: .true).map { $0 + 1 } ?? 0
        if demanded[above...].allSatisfy({ $0 == .false }) { return true }
        return evaluator.isReviewHour ? false : nil
    }

    /// Whether the condition of each advice of the plan is true at the instant last evaluated.
    public mutating func advised() -> [Truth] { plan.advice.indices.map { evaluator.advised($0) } }

    /// The alerts that are true of their places at the instant last evaluated, in the order of the plan, then of the stations.
    public mutating func highValues() -> [HighValueFinding] {
        evaluator.alerts.indices.compactMap { evaluator.highValue($0) }
    }

    /// What every condition comes to at an instant, and what is decided.
    public mutating func trace(at now: HourSlot, standing: Standing, observations: ObservationStore) -> AreaTrace {
        let decision = decision(at: now, standing: standing, observations: observations)
        var tracer = TestTracer(evaluator, observations)
        return AreaTrace(
            at: now, area: area, standing: standing, isReviewHour: evaluator.isReviewHour,
            coverageEnd: evaluator.coverageEnd.map { HourSlot($0) }, forecasts: evaluator.forecastUses(),
            nextReview: evaluator.nextReview,
            series: evaluator.seriesTrace(),
            levels: evaluator.levelTraces(&tracer), advice: judgesMessages ? evaluator.adviceTraces(&tracer) : [],
            alerts: evaluator.alertTraces(&tracer), decision: decision)
    }

    private mutating func demands() -> ContiguousArray<Truth> {
        var result = ContiguousArray(repeating: Truth.unknown, count: plan.levels.count)
        for level in plan.levels.indices { result[level] = evaluator.demanded(level) }
        return result
    }

    private mutating func decide(from current: Int?, to next: Int?, at now: HourSlot, _ standing: Standing) -> Decision {
        var evidence: [Evidence] = []
        if let next, next > current ?? -1 {
            evidence = evaluator.issueEvidence(next).map { [$0] } ?? []
        } else if let current {
            evidence = ((next ?? -1) + 1...current).reversed().compactMap { evaluator.endEvidence($0) }
        }
        var decision = change(
            from: standing, to: next.map { plan.levels[$0].id }, at: now, onset: evidence.first?.onset)
        decision.evidence = evidence
        return decision
    }

    /// The decision that leads from what stands to a level, without evidence: its kind and the start of its response.
    ///
    /// - Parameters:
    ///   - level: An id of the plan; nil: no warning.
    ///   - onset: The earliest start in the evidence of forecast and expected runs (semantics §8.7).
    public func change(from standing: Standing, to level: String?, at now: HourSlot, onset: HourSlot? = nil) -> Decision {
        let current = standing.level.flatMap { plan.index(ofLevel: $0) }
        let next = level.flatMap { plan.index(ofLevel: $0) }
        var decision = Decision(
            at: now, area: area.id, kind: .issue, from: current.map { plan.levels[$0].id }, to: next.map { plan.levels[$0].id },
            response: nil, evidence: [], episode: standing.episode ?? now)
        if let next, next > current ?? -1 {
            decision.kind = current == nil ? .issue : .escalate
            decision.response = plan.levels[next].responseStart.start(now: now, onset: onset, zone: plan.zone)
        } else if let level = decision.to {
            decision.kind = .downgrade
            var responses = standing.responses
            decision.response = responses.stepDown(to: level, now: now)
        } else {
            decision.kind = standing.responses.hasBegun(by: now) ? .lift : .cancel
        }
        return decision
    }

    /// Whether at the instant last evaluated nothing is known against a change of level that was proposed before.
    ///
    /// Going up, the demand is not false; going down, no level left is known to be demanded or not to be released.
    public mutating func isOpen(from current: String?, to level: String?, isUp: Bool) -> Bool {
        let target = level.flatMap { plan.index(ofLevel: $0) }
        if isUp { return target.map { evaluator.demanded($0) != .false } ?? false }
        guard let top = current.flatMap({ plan.index(ofLevel: $0) }) else { return false }
        let left = (target ?? -1) + 1...max(top, (target ?? -1) + 1)
        return left.allSatisfy { evaluator.released($0) != .false }
            && (left.lowerBound..<plan.levels.count).allSatisfy { evaluator.demanded($0) != .true }
    }

    // MARK: Taking over what is known

    private mutating func move(to now: HourSlot, _ observations: ObservationStore) {
        let before = isFresh ? nil : evaluator.now
        if !isFixed, isFresh || now.hours + Self.lookAhead > window.upperBound || now.hours < evaluator.now {
            window = now.hours - Self.lookBack..<now.hours + Self.lookAhead + Self.stride
            evaluator = AreaEvaluator(
                plan: plan, area: area, supply: supply, slots: window, now: now.hours,
                book: evaluator.book ?? ForecastBook(plan: plan), judgesAlerts: judgesMessages)
            isFresh = true
        }
        evaluator.setNow(now.hours)
        switch supply {
        case .perfect:
            if let changed = isFresh ? window : dirty { take(changed, observations) }
        case .issued: takeIssued(before: isFresh ? nil : before, observations)
        case .persistence(let hours): takePersistence(hours, before: isFresh ? nil : before, observations)
        }
        dirty = nil
        isFresh = false
    }

    /// Observed slots before the present instant that are new or changed.
    private func newlyObserved(_ before: Int?) -> Range<Int> {
        let now = evaluator.now
        var start = before.map { min($0, now) } ?? window.lowerBound
        if let dirty { start = min(start, dirty.lowerBound) }
        start = min(max(start, window.lowerBound), now)
        return start..<now
    }

    private mutating func takeIssued(before: Int?, _ observations: ObservationStore) {
        let now = evaluator.now
        let observed = newlyObserved(before)
        take(observed, observations)
        let changed = evaluator.advanceForecasts(to: HourSlot(now))
        let ahead = (before == nil ? now..<window.upperBound : changed ?? now..<now).clamped(to: now..<window.upperBound)
        evaluator.takeForecasts(ahead)
        evaluator.drop(observed)
        if let changed { evaluator.drop(changed) }
    }

    private mutating func takePersistence(_ hours: Int, before: Int?, _ observations: ObservationStore) {
        let observed = newlyObserved(before)
        take(observed, observations)
        let now = evaluator.now
        for timeline in 0...evaluator.stations.count {
            let last = (now - 24..<now).map { evaluator.context.timelines[timeline].series.values(at: $0) }
            evaluator.replace(timeline, from: now, with: ContiguousArray((0..<hours).map { last[$0 % 24] }))
        }
        evaluator.drop(observed)
    }

    /// Takes the observed values of a range of slots onto the timelines.
    private mutating func take(_ slots: Range<Int>, _ observations: ObservationStore) {
        guard !slots.isEmpty else { return }
        let values = AreaMean.values(of: observations.series(of: area, over: slots), over: slots, quorum: area.quorum)
        evaluator.replace(0, from: slots.lowerBound, with: values)
        for (index, station) in evaluator.stations.enumerated() {
            let series = observations.series(of: station)
            evaluator.replace(index + 1, from: slots.lowerBound, with: ContiguousArray(slots.map { series[$0] }))
        }
    }
}
