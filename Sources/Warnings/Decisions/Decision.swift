public import AirQuality

/// A change of the warning level of one area (semantics §8).
public struct Decision: Hashable, Sendable, Codable {
    public enum Kind: String, Hashable, Sendable, Codable {
        case issue, escalate, downgrade, lift
        /// A lift before any response of the warning had begun.
        case cancel
    }

    /// The instant t of the evaluation.
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

    public init(
        at: HourSlot, area: String, kind: Kind, from: String?, to: String?, response: HourSlot?, evidence: [Evidence],
        episode: HourSlot
    ) {
        self.at = at
        self.area = area
        self.kind = kind
        self.from = from
        self.to = to
        self.response = response
        self.evidence = evidence
        self.episode = episode
    }

    /// What a record calls the absence of a level.
    public static let none = "none"
}
