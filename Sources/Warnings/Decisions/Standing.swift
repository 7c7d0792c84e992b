public import AirQuality

/// What is in force in an area: its level, and the episode under way.
public struct Standing: Hashable, Sendable, Codable {
    /// The level's id; nil: no warning.
    public var level: String?
    /// The hour at which the episode was issued; nil where none is under way.
    public var episode: HourSlot?
    /// The hour at which the present level was decided.
    public var since: HourSlot?
    public var responses = ResponseSchedule()

    public init() {}

    /// Takes a decision into force.
    public mutating func apply(_ decision: Decision) {
        level = decision.to
        since = decision.inForce
        switch decision.kind {
        case .issue, .escalate:
            if decision.kind == .issue {
                episode = decision.at
                responses = ResponseSchedule()
            }
            if let start = decision.response, let level { responses.announce(start, level: level, now: decision.inForce) }
        case .downgrade:
            if let level { _ = responses.stepDown(to: level, now: decision.inForce) }
        case .lift, .cancel:
            self = Standing()
        }
    }
}
