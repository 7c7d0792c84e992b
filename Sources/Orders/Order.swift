public import PlanModel

/// What one enterprise or site has to do. Values and places in pools of its ``OrderSet``; nothing of it lies on the heap.
public struct Order: Sendable {
    /// The row of the enterprise or site in its table.
    public var row: Int32
    /// Which rules speak of it, as a place in ``OrderSet/rulings``.
    var ruling: Int32
    public var isSite: Bool
    /// The strictest of all that applies.
    public var action: OrderAction
    /// Which source decided.
    var decider: Decider
    public var flags: OrderFlags
    /// Where its lines lie in ``OrderSet/lineOrders``.
    var firstLine: Int32
    var lineCount: Int32
    /// Running lines, those of them that the filed plan stops at this level, and how many a measure demands.
    public var runningLines: Int32
    public var filedLines: Int32
    public var neededLines: Int32
    /// mg/d
    public var reduction: EmissionValues

    /// The source that decided, by its kind and its place among those of the ruling.
    enum Decider: Hashable, Sendable {
        /// Nothing was demanded.
        case none
        case measure(UInt16)
        case filedPlan
        case exemption
        case season(UInt16)
    }
}

/// What becomes of one line.
public struct LineOrder: Hashable, Sendable {
    public enum Fate: UInt8, Hashable, Sendable {
        /// Stops.
        case stops
        /// Cannot be interrupted: down to its minimum load.
        case banks
        /// Stood still, and stays so.
        case standsStill
    }

    /// The row of the line in its table.
    public var line: Int32
    public var fate: Fate
}
