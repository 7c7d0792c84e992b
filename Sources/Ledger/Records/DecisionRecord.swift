public import AirQuality
public import Warnings

/// A decision as it is on record.
public struct DecisionRecord: Hashable, Sendable {
    public var decision: Decision
    public var seq: Int64
    /// The notice's id; nil for an own decision of which a directive made something else.
    public var notice: String?
    public var isPublished: Bool
    /// The number of the paper on which it was signed, as corrected last; nil: as its basis says.
    public var correctedDocument: String?
}

/// A warning of an area from its issue on.
public struct EpisodeSpan: Hashable, Sendable {
    public var area: String
    public var start: HourSlot
    /// The record that holds its first decision.
    public var seq: Int64
    /// Those by which the level in force changed, in their order.
    public var decisions: [Decision]
    /// How often its stated end moved.
    public var extensions: Int
    /// Numbers of the papers on which its decisions were signed, as corrected, in their order.
    public var documents: [String]
}
