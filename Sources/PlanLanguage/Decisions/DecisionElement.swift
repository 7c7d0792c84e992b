import PlanModel

/// A value that a column of a decision table can have, as far as its rows can tell values apart.
enum DecisionElement: Hashable {
    case value(PredicateValue)
    case blank
    /// Any value that neither a row nor the scope of the table names.
    case other

    /// Whether a pattern with this value matches. Pending grades count as C (domain facts §5).
    func matches(_ pattern: PredicateValue) -> Bool {
        guard case .value(let own) = self else { return false }
        return own == pattern || (own == .choice("pending") && pattern == .choice("C"))
    }

    /// As a finding names it.
    func text(of column: ColumnReference) -> String {
        switch self {
        case .value(.choice("yes")): column.name
        case .value(.choice("no")): "not \(column.name)"
        case .value(let value): value.text
        case .blank: "no \(column.name)"
        case .other: "any other \(column.name)"
        }
    }
}
