public import AirQuality

/// One dated fact: the value of a cell from one day on.
public struct Fact: Hashable, Sendable, Codable {
    /// Credit code of an enterprise, id of a site, or CODE/ID of a line or facility.
    public var subject: String
    /// A column's English name.
    public var fact: String
    /// As written.
    public var value: String
    public var from: LocalDate
    public var until: LocalDate?
    public var document: String

    public init(subject: String, fact: String, value: String, from: LocalDate, until: LocalDate?, document: String) {
        self.subject = subject
        self.fact = fact
        self.value = value
        self.from = from
        self.until = until
        self.document = document
    }
}

/// Dated facts in the order in which they became known: those of the plan folder, then those of the inbox.
///
/// On a day a cell has the value of the fact with the latest first day that is not over; of several that begin on the same day
/// the one that became known last counts. Without one, the cell of the table stands.
public struct FactBook: Hashable, Sendable {
    public var facts: [Fact]

    public init(facts: [Fact] = []) { self.facts = facts }

    public mutating func add(_ more: [Fact]) { facts += more }
}
