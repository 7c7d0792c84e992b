import Desk
import Warnings

/// How a notice is told: what decides a level, falls silent or changes orders has a form of its own, all else is a message.
enum Telling {
    case decision(Decision)
    case silence(Silence)
    case supplement(Supplement)
    case message(Message)
}

extension Notice {
    var telling: Telling {
        switch matter {
        case .decision(let decision): .decision(decision)
        case .silence(let silence): .silence(silence)
        case .supplement(let supplement): .supplement(supplement)
        case .reminder(let reminder): .message(message(reminder))
        case .bulletin(let bulletin): .message(message(bulletin))
        case .highValue(let value): .message(message(value))
        case .extend(let moved): .message(message(moved))
        case .correction(let correction): .message(message(correction))
        }
    }
}
