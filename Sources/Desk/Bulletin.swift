public import AirQuality

/// What is made known without any response: that the public is advised of something, or that this is over.
public struct Bulletin: Hashable, Sendable, Codable {
    /// The area's id.
    public var area: String
    /// The id of the advice in the plan.
    public var advice: String
    /// Its name, and what it says, as the plan had them when it began.
    public var name: String
    public var text: String
    /// The instant at which its condition was found true, or false again.
    public var at: HourSlot
    public var isOver: Bool

    public init(area: String, advice: String, name: String, text: String, at: HourSlot, isOver: Bool) {
        self.area = area
        self.advice = advice
        self.name = name
        self.text = text
        self.at = at
        self.isOver = isOver
    }

    /// A name that follows from what is made known: FNV-1a over `area|at|advice|ID|begun` or `…|over`.
    public var id: String {
        Fingerprint.hexadecimal([area, at.compactText, "advice", advice, state].joined(separator: "|"))
    }

    public var state: String { isOver ? "over" : "begun" }
}
