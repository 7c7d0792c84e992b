/// A directive of a superior office that has not ended.
public struct DirectiveReport: Hashable, Sendable, Codable {
    public var document: String
    public var office: String
    public var areas: [Named]
    /// `atLeast`, `exactly` or `mayLift`.
    public var demand: String
    /// The level of the demand; nil for none, and for `mayLift`.
    public var level: Named?
    public var from: String
    public var until: String?
    public var basis: String

    public init(
        document: String, office: String, areas: [Named], demand: String, level: Named?, from: String, until: String?,
        basis: String
    ) {
        self.document = document
        self.office = office
        self.areas = areas
        self.demand = demand
        self.level = level
        self.from = from
        self.until = until
        self.basis = basis
    }
}

/// The reply to `Directives`, in the order in which they came.
public struct Directives: Hashable, Sendable, Codable {
    public var directives: [DirectiveReport]

    public init(directives: [DirectiveReport]) { self.directives = directives }
}
