public import AirQuality
public import Desk
public import PlanModel
public import Warnings

/// All that the record holds of one episode, gathered so that it can be looked back on. Values only: nothing here reads a file.
public struct EpisodeRecord: Sendable {
    /// A decision that was in force, with when it came on record.
    public struct Decided: Hashable, Sendable {
        /// The id of its notice.
        public var notice: String
        public var decision: Decision
        public var knownAt: Instant
        /// When its notice lay in the spool; nil: not yet.
        public var publishedAt: Instant?

        public init(notice: String, decision: Decision, knownAt: Instant, publishedAt: Instant?) {
            self.notice = notice
            self.decision = decision
            self.knownAt = knownAt
            self.publishedAt = publishedAt
        }
    }

    /// A proposal with its end.
    public struct Proposed: Hashable, Sendable {
        public var proposal: Proposal
        public var madeAt: Instant
        public var ending: Proposal.Ending?
        public var endedAt: Instant?
        /// Who approved it.
        public var signature: Signature?

        public init(
            proposal: Proposal, madeAt: Instant, ending: Proposal.Ending?, endedAt: Instant?, signature: Signature?
        ) {
            self.signature = signature
            self.proposal = proposal
            self.madeAt = madeAt
            self.ending = ending
            self.endedAt = endedAt
        }
    }

    /// A directive that came or was withdrawn.
    public struct Directed: Hashable, Sendable {
        public var at: Instant
        /// Of a withdrawal nil.
        public var directive: Directive?
        public var document: String
        public var reason: String?

        public init(at: Instant, directive: Directive?, document: String, reason: String?) {
            self.at = at
            self.directive = directive
            self.document = document
            self.reason = reason
        }
    }

    /// A stated end that moved, or a correction, with when it came on record.
    public struct Said: Hashable, Sendable {
        public enum Matter: Hashable, Sendable {
            case extend(Extension)
            case correction(Correction)
        }

        public var at: Instant
        public var matter: Matter

        public init(at: Instant, matter: Matter) {
            self.at = at
            self.matter = matter
        }
    }

    /// The plan in force at the last decision.
    public var plan: Plan
    public var planHash: String
    public var area: Area
    /// In their order; the first is the issue.
    public var decisions: [Decided]
    /// The instant up to which it is looked at: its end, or the last one sealed.
    public var until: HourSlot
    public var isOver: Bool
    public var proposals: [Proposed]
    public var directives: [Directed]
    /// What was said of notices that went out before, in its order.
    public var said: [Said]
    /// One a notice and addressee, in the order of publication.
    public var deliveries: [DeliveryLine]
    /// In the order in which they took effect.
    public var orders: [OrderStep]
    /// The values that count now.
    public var observations: ObservationStore
    /// Each with `received` as when it came on record.
    public var forecasts: ForecastBatch
    public var notEvaluated: [ClosedRange<HourSlot>]
    public var silences: [Silence]
    /// Values that were replaced or withdrawn after they had come.
    public var corrections: Int
    /// The last record that was read, `seq:hash`.
    public var head: String

    public init(
        plan: Plan, planHash: String, area: Area, decisions: [Decided], until: HourSlot, isOver: Bool, proposals: [Proposed],
        directives: [Directed], said: [Said] = [], deliveries: [DeliveryLine], orders: [OrderStep],
        observations: ObservationStore,
        forecasts: ForecastBatch,
        notEvaluated: [ClosedRange<HourSlot>], silences: [Silence], corrections: Int, head: String
    ) {
        self.plan = plan
        self.planHash = planHash
        self.area = area
        self.decisions = decisions
        self.until = until
        self.isOver = isOver
        self.proposals = proposals
        self.directives = directives
        self.said = said
        self.deliveries = deliveries
        self.orders = orders
        self.observations = observations
        self.forecasts = forecasts
        self.notEvaluated = notEvaluated
        self.silences = silences
        self.corrections = corrections
        self.head = head
    }

    /// The slots around an episode that are looked at: from three days before it, so that blocks and leads have their beginning.
    public static func slots(from start: HourSlot, until: HourSlot, _ zone: Zone) -> Range<Int> {
        zone.midnight(of: zone.date(of: start) + -3).hours..<max(until.hours, start.hours) + 24
    }
}
