public import AirQuality

/// A change of the warning level of one area (semantics §8).
public struct Decision: Hashable, Sendable, Codable {
    public enum Kind: String, Hashable, Sendable, Codable {
        case issue, escalate, downgrade, lift
        /// A lift before any response of the warning had begun.
        case cancel
    }

    /// The instant t of the evaluation; of a directive or a declaration the hour at which it counts.
    public var at: HourSlot
    /// The area's id.
    public var area: String
    public var kind: Kind
    /// Level ids; nil stands for none.
    public var from: String?
    public var to: String?
    /// Start of the response: at issue and escalate the new level's, at downgrade the running one's; nil at lift and cancel.
    public var response: HourSlot?
    /// The clause that was true; going down, one for each level left.
    public var evidence: [Evidence]
    /// The hour at which the episode to which the decision belongs was issued.
    public var episode: HourSlot
    /// What it stands on where that is not the plan's conditions alone.
    public var basis: DecisionBasis?
    /// The hour in which it took force where that is later than ``at``: an approval takes its time.
    public var approvedIn: HourSlot?

    /// The hour from which it is in force.
    public var inForce: HourSlot { approvedIn ?? at }

    public init(
        at: HourSlot, area: String, kind: Kind, from: String?, to: String?, response: HourSlot?, evidence: [Evidence],
        episode: HourSlot, basis: DecisionBasis? = nil, approvedIn: HourSlot? = nil
    ) {
        self.at = at
        self.area = area
        self.kind = kind
        self.from = from
        self.to = to
        self.response = response
        self.evidence = evidence
        self.episode = episode
        self.basis = basis
        self.approvedIn = approvedIn
    }

    /// Whether it raises the level.
    public var isUp: Bool { kind == .issue || kind == .escalate }

    /// What a record calls the absence of a level.
    public static let none = "none"
}
