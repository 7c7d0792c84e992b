import AirQuality
public import Desk

extension Silence {
    /// A name that follows from what was found: FNV-1a over `area|at|silence|feed|begun` or `…|over`.
    public var id: String {
        Fingerprint.hexadecimal(
            [area, at.compactText, SilenceFacts(self).kind, feed.rawValue, state].joined(separator: "|"))
    }

    var state: String { isOver ? "over" : "begun" }
}
