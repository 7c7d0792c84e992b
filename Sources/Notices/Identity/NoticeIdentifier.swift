import AirQuality
import Desk
import Warnings

extension Notice {
    static let silenceKind = "silence"
    static let blindKind = "blind"
    static let supplementKind = "supplement"

    /// The name of the notice's folder and of its CAP message: `<UTC yyyymmddThhmmssZ>-<area>-<kind>-<level>-<id>`.
    ///
    /// The time is the decision's, so that names sort by time and follow from the decision alone. The level is the new one,
    /// at lift and cancel the one left; at a silence it is the feed, of advice and alerts their id in the plan, then the station; of a
    /// correction the one in force, else that of what is corrected. The time of a supplement is that at which the change became
    /// known. Characters that CAP 1.2 or a file system does not
    /// admit in a name stand as `_`; the id at the end keeps two names apart that this makes alike.
    public var identifier: String {
        switch matter {
        case .decision(let decision):
            [
                decision.at.compactText, Self.part(decision.area), decision.kind.rawValue,
                Self.part(decision.to ?? decision.from ?? Decision.none), decision.id,
            ].joined(separator: "-")
        case .silence(let silence):
            [silence.at.compactText, Self.part(silence.area), SilenceFacts(silence).kind, silence.feed.rawValue, silence.id]
                .joined(separator: "-")
        case .supplement(let supplement):
            [
                supplement.at.compactText, Self.part(supplement.area), Self.supplementKind, Self.part(supplement.level),
                supplement.id,
            ].joined(separator: "-")
        case .reminder(let reminder):
            [
                reminder.at.compactText, Self.part(reminder.area), Self.reminderKind, Self.part(message(reminder).subject),
                reminder.id,
            ].joined(separator: "-")
        case .extend(let moved):
            [moved.at.compactText, Self.part(moved.area), Self.extendKind, Self.part(moved.level), moved.id]
                .joined(separator: "-")
        case .correction(let correction):
            [
                correction.at.compactText, Self.part(correction.area), Self.correctionKind,
                Self.part(correction.level ?? correction.subject.level ?? Decision.none), correction.id,
            ].joined(separator: "-")
        case .bulletin(let bulletin):
            [bulletin.at.compactText, Self.part(bulletin.area), Self.adviceKind, Self.part(bulletin.advice), bulletin.id]
                .joined(separator: "-")
        case .highValue(let value):
            ([value.at.compactText, Self.part(value.area), Self.alertKind, Self.part(value.alert)]
                + [value.station.map { Self.part($0, limit: 20) }, value.id].compactMap(\.self)).joined(separator: "-")
        }
    }

    /// The originator that CAP messages name: one an area, other ones for drills and for drafts, whose identifiers meet no real ones.
    var sender: String {
        switch status {
        case .actual: "lantian." + senderArea
        case .exercise: "lantian-drill." + senderArea
        case .draft: "lantian-draft." + senderArea
        }
    }

    /// The originator of the earlier messages: what a draft refers to is in earnest.
    var earlierSender: String { status == .draft ? "lantian." + senderArea : sender }

    private var senderArea: String { Self.part(matter.area) }

    /// A part of a name, at most 60 bytes long or as few as stated, so that a whole one stays below the 255 bytes of a file system.
    private static func part(_ text: String, limit: Int = 60) -> String {
        var part = ""
        for scalar in text.unicodeScalars {
            let isPlain = scalar.isASCII && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil)
            let kept: Unicode.Scalar =
                isPlain || "-_.".unicodeScalars.contains(scalar) || scalar.properties.isIdeographic ? scalar : "_"
            guard part.utf8.count + String(kept).utf8.count <= limit else { break }
            part.unicodeScalars.append(kept)
        }
        return part.isEmpty ? "_" : part
    }
}
