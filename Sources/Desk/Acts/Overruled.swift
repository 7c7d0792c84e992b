import Warnings

/// A change of level to which the conditions lead and against which a person has decided. It is not proposed again until they
/// lead elsewhere.
public struct Overruled: Hashable, Sendable, Codable {
    /// The level's id; nil: no warning.
    public var to: String?
    public var isUp: Bool

    public init(to: String?, isUp: Bool) {
        self.to = to
        self.isUp = isUp
    }

    init(_ decision: Decision) {
        to = decision.to
        isUp = decision.isUp
    }
}

/// That something was overruled, or is so no longer.
public struct OverruledChange: Hashable, Sendable, Codable {
    public var area: String
    public var overruled: Overruled
    public var isOver: Bool

    public init(area: String, overruled: Overruled, isOver: Bool) {
        self.area = area
        self.overruled = overruled
        self.isOver = isOver
    }
}
