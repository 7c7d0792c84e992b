import Warnings

/// Hours at a level under two plans.
public struct LevelHours: Hashable, Sendable {
    /// Hours of warning and of response.
    public struct Pair: Hashable, Sendable {
        public var warning = 0
        public var response = 0
    }

    /// The level's id.
    public var level: String
    public var old = Pair()
    public var new = Pair()

    public var differ: Bool { old != new }
}
