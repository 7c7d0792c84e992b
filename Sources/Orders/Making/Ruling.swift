import PlanModel

/// What the rules say of all rows that the same rules speak of: worked out once, shared by many orders.
struct Ruling: Hashable, Sendable {
    struct MeasureSource: Hashable, Sendable {
        /// Places of the table in the plan and of the row in the table.
        var table: Int
        var row: Int
        var demand: Demand
        /// Nil where the table says nothing about production.
        var action: OrderAction?
    }

    struct ExemptionOutcome: Hashable, Sendable {
        var exemption: Int
        /// Why it is refused; empty: it is granted.
        var refusals: [Refusal]
    }

    var subject: OrderSubject
    var measures: [MeasureSource] = []
    var seasons: [Int] = []
    var exemptions: [ExemptionOutcome] = []
    /// The loosest of the exemptions granted, as a place in ``exemptions``.
    var granted: Int?
    var grant: OrderAction?
    var measureDemand = Demand.nothing
    var seasonDemand = Demand.nothing
    /// Duties in plan order, without duplicates.
    var duties: [String] = []
    /// The measure that decides among measures, and the season among seasons: where lines can stop, and where none can.
    var firstMeasure: [UInt16?] = [nil, nil]
    var firstSeason: [UInt16?] = [nil, nil]
    /// Bureaus that lead what takes part, in plan order.
    var leads: [String] = []
}

/// Why an exemption is refused.
enum Refusal: Hashable, Sendable {
    /// The place of the bar in the exemption, and of the entry in the list that it names where it gives no reason of its own.
    case barred(Int, entry: Int32)
    /// Places of the parts of the condition that do not hold.
    case conditionFails([Int])
    case aboveLevel
    case outsideDates
}
