import AirQuality
public import Desk
public import Warnings

extension Decision {
    /// A name that follows from what was decided: FNV-1a over `area|at|kind|from|to`, such as `xuchang|20241209T120000Z|issue|none|red`.
    ///
    /// There is at most one decision an area and hour, so that a log holds each id once.
    public var id: String {
        Fingerprint.hexadecimal(
            [area, at.compactText, kind.rawValue, from ?? Decision.none, to ?? Decision.none].joined(separator: "|"))
    }
}

extension Silence {
    /// A name that follows from what was found: FNV-1a over `area|at|silence|feed|begun` or `…|over`.
    public var id: String {
        Fingerprint.hexadecimal(
            [area, at.compactText, Notice.silenceKind, feed.rawValue, state].joined(separator: "|"))
    }

    var state: String { isOver ? "over" : "begun" }
}
