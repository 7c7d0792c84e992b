public import AirQuality
public import Desk
public import PlanModel
public import Warnings

/// What was known of an area at an instant, gathered from the record. What came in later is not in it.
public struct MomentRecord: Sendable {
    /// The plan in force then.
    public var plan: Plan
    public var planHash: String
    public var area: Area
    public var at: HourSlot
    /// The level in force, after what was decided at the instant itself.
    public var standing: Standing
    /// Decisions in force of the episode under way, in their order.
    public var decisions: [Recorded]
    /// As they were known, for the last 24 h and more.
    public var observations: ObservationStore
    /// Those known then.
    public var forecasts: ForecastBatch
    /// Proposals that waited.
    public var waiting: [Waiting]
    /// Directives that counted, or were still to.
    public var directives: [Directive]
    /// What was in force; nil where the plan gives no orders.
    public var orders: OrderStep?
    /// Feeds that were silent.
    public var silences: [Silence]
    /// Of the last 24 h.
    public var notEvaluated: [ClosedRange<HourSlot>]
    /// The last record that was read, `seq:hash`.
    public var head: String

    public struct Recorded: Hashable, Sendable {
        public var notice: String
        public var decision: Decision
        public var knownAt: Instant

        public init(notice: String, decision: Decision, knownAt: Instant) {
            self.notice = notice
            self.decision = decision
            self.knownAt = knownAt
        }
    }

    public struct Waiting: Hashable, Sendable {
        public var proposal: Proposal
        public var since: Instant

        public init(proposal: Proposal, since: Instant) {
            self.proposal = proposal
            self.since = since
        }
    }

    public init(
        plan: Plan, planHash: String, area: Area, at: HourSlot, standing: Standing, decisions: [Recorded],
        observations: ObservationStore, forecasts: ForecastBatch, waiting: [Waiting], directives: [Directive], orders: OrderStep?,
        silences: [Silence], notEvaluated: [ClosedRange<HourSlot>], head: String
    ) {
        self.plan = plan
        self.planHash = planHash
        self.area = area
        self.at = at
        self.standing = standing
        self.decisions = decisions
        self.observations = observations
        self.forecasts = forecasts
        self.waiting = waiting
        self.directives = directives
        self.orders = orders
        self.silences = silences
        self.notEvaluated = notEvaluated
        self.head = head
    }
}
