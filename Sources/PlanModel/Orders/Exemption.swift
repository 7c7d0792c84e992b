public import AirQuality

/// Who is exempt, for a checked reason. What it grants replaces measures, never seasons or stricter directives, and never makes
/// an order stricter.
public struct Exemption: Hashable, Sendable {
    public var id: String
    public var name: String
    /// Enterprises or sites.
    public var subject: OrderSubject
    public var who: Predicate
    public var bars: [Bar]
    /// Must hold when the order is given, and is stated on the order as a condition.
    public var condition: Predicate?
    /// ``OrderAction/goOn``, ``OrderAction/autonomous`` or ``OrderAction/guaranteed``.
    public var grants: OrderAction
    /// Place in ``Plan/levels`` of the highest level at which it holds; nil: at all.
    public var upTo: Int?
    /// First and last day on which it holds.
    public var from: LocalDate?
    public var until: LocalDate?
    public var cites: [String]
    public var place: RulePlace

    /// `barred when`: the exemption is refused, and the order says why.
    public struct Bar: Hashable, Sendable {
        public var when: Predicate
        /// `because "…"`
        public var reason: String?

        public init(when: Predicate, reason: String?) {
            self.when = when
            self.reason = reason
        }
    }

    public init(
        id: String, name: String, subject: OrderSubject, who: Predicate, bars: [Bar], condition: Predicate?, grants: OrderAction,
        upTo: Int?, from: LocalDate?, until: LocalDate?, cites: [String], place: RulePlace
    ) {
        self.id = id
        self.name = name
        self.subject = subject
        self.who = who
        self.bars = bars
        self.condition = condition
        self.grants = grants
        self.upTo = upTo
        self.from = from
        self.until = until
        self.cites = cites
        self.place = place
    }
}
