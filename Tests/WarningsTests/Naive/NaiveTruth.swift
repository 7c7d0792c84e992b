import PlanModel

// Three-valued logic on optionals: nil is unknown (semantics §5).

func kleeneAnd(_ values: some Sequence<Bool?>) -> Bool? {
    var result: Bool? = true
    for value in values {
        guard let value else {
            result = nil
            continue
        }
        if !value { return false }
    }
    return result
}

func kleeneOr(_ values: some Sequence<Bool?>) -> Bool? {
    var result: Bool? = false
    for value in values {
        guard let value else {
            result = nil
            continue
        }
        if value { return true }
    }
    return result
}

func kleeneNot(_ value: Bool?) -> Bool? { value.map { !$0 } }

/// The truth of a comparison with a value as far as that is known.
func compare(_ value: NaiveValue, _ relation: Relation, _ threshold: Int) -> Bool? {
    func holds(_ number: Int) -> Bool {
        switch relation {
        case .greater: number > threshold
        case .greaterOrEqual: number >= threshold
        case .less: number < threshold
        case .lessOrEqual: number <= threshold
        }
    }
    switch value {
    case .missing: return nil
    case .exact(let number): return holds(number)
    case .atLeast(let bound):
        switch relation {
        case .greater, .greaterOrEqual: return holds(bound) ? true : nil
        case .less, .lessOrEqual: return holds(bound) ? nil : false
        }
    case .atMost(let bound):
        switch relation {
        case .less, .lessOrEqual: return holds(bound) ? true : nil
        case .greater, .greaterOrEqual: return holds(bound) ? nil : false
        }
    }
}
