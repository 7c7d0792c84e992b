public import AirQuality
public import Warnings

/// What a notice makes known.
public enum NoticeMatter: Hashable, Sendable {
    case decision(Decision)
    case silence(Silence)
    case supplement(Supplement)
    case reminder(Reminder)
    case bulletin(Bulletin)
    case highValue(HighValue)
    case extend(Extension)
    case correction(Correction)

    /// The area's id.
    public var area: String {
        switch self {
        case .decision(let decision): decision.area
        case .silence(let silence): silence.area
        case .supplement(let supplement): supplement.area
        case .reminder(let reminder): reminder.area
        case .bulletin(let bulletin): bulletin.area
        case .highValue(let value): value.area
        case .extend(let moved): moved.area
        case .correction(let correction): correction.area
        }
    }

    /// The hour at which the episode was issued to which it belongs; nil: to none.
    public var episode: HourSlot? {
        switch self {
        case .decision(let decision): decision.episode
        case .supplement(let supplement): supplement.episode
        case .extend(let moved): moved.episode
        case .correction(let correction): correction.subject.episode
        case .silence, .reminder, .bulletin, .highValue: nil
        }
    }
}
