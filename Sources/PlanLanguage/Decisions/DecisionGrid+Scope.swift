import PlanModel

// What the scope of a table says about a combination: a table for one industry has no gap in the others.
extension DecisionGrid {
    /// Whether the predicate holds for a combination; nil where other columns decide it.
    func truth(of predicate: Predicate, _ combination: [Int]) -> Bool? {
        switch predicate {
        case .always: return true
        case .and(let terms):
            var result: Bool? = true
            for term in terms {
                switch truth(of: term, combination) {
                case false: return false
                case nil: result = nil
                default: break
                }
            }
            return result
        case .or(let terms):
            var result: Bool? = false
            for term in terms {
                switch truth(of: term, combination) {
                case true: return true
                case nil: result = nil
                default: break
                }
            }
            return result
        case .not(let inner): return truth(of: inner, combination).map { !$0 }
        case .onList: return nil
        case .holds(let column): return element(column.name, combination).map { $0 == .value(.choice("yes")) }
        case .isIn(let column, let values):
            return element(column.name, combination).map { element in values.contains(where: element.matches) }
        case .compare(let column, let relation, let value):
            return element(column.name, combination).flatMap { Self.truth(of: $0, relation, value) }
        }
    }

    private func element(_ column: String, _ combination: [Int]) -> DecisionElement? {
        columns.firstIndex { $0.reference.name == column }.map { columns[$0].elements[combination[$0]] }
    }

    private static func truth(of element: DecisionElement, _ relation: PredicateRelation, _ value: PredicateValue) -> Bool? {
        switch relation {
        case .equal: return element.matches(value)
        case .notEqual: return element != .blank && !element.matches(value)
        case .less, .lessOrEqual, .greater, .greaterOrEqual: return nil
        }
    }

    /// The values that a predicate compares a column with.
    static func values(of column: String, in predicate: Predicate) -> [PredicateValue] {
        switch predicate {
        case .and(let terms), .or(let terms): terms.flatMap { values(of: column, in: $0) }
        case .not(let inner): values(of: column, in: inner)
        case .compare(let reference, _, let value): reference.name == column ? [value] : []
        case .isIn(let reference, let values): reference.name == column ? values : []
        case .always, .holds, .onList: []
        }
    }

    /// Whether a predicate says anything about a column.
    static func names(_ column: String, in predicate: Predicate) -> Bool {
        switch predicate {
        case .and(let terms), .or(let terms): terms.contains { names(column, in: $0) }
        case .not(let inner): names(column, in: inner)
        case .compare(let reference, _, _), .isIn(let reference, _), .holds(let reference): reference.name == column
        case .onList(let reference, _): reference?.name == column
        case .always: false
        }
    }
}
