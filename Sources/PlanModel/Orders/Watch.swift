public import AirQuality

/// What the plan wants to be told about the list: rows that should not be there, or a number that should be reached.
///
/// It never changes an order.
public struct Watch: Hashable, Sendable {
    public var id: String
    public var name: String
    public var subject: OrderSubject
    public var who: Predicate
    /// It looks only from the day after this one.
    public var after: LocalDate?
    public var kind: Kind
    public var cites: [String]
    public var place: RulePlace

    public enum Kind: Hashable, Sendable {
        /// `finding`: every row that it speaks of is one.
        case finding
        /// `count`: how many there are, and the bound where one is stated.
        case count(atLeast: Int?, atMost: Int?)
    }

    public init(
        id: String, name: String, subject: OrderSubject, who: Predicate, after: LocalDate?, kind: Kind, cites: [String],
        place: RulePlace
    ) {
        self.id = id
        self.name = name
        self.subject = subject
        self.who = who
        self.after = after
        self.kind = kind
        self.cites = cites
        self.place = place
    }
}
