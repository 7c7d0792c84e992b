import PlanModel

extension Checker {
    /// Checks a condition and resolves its names. Depth is bounded by the parser.
    mutating func resolve(_ syntax: ConditionSyntax, uses: inout [Int]) -> ResolvedCondition {
        switch syntax {
        case .or(let terms, let range):
            // `(a or b) or c` is `a or b or c`: the first true operand in source order is the same.
            return .or(
                terms.flatMap { term -> [ResolvedCondition] in
                    let resolved = resolve(term, uses: &uses)
                    if case .or(let inner, _) = resolved { return inner }
                    return [resolved]
                }, range)
        case .and(let terms, let range):
            return .and(
                terms.flatMap { term -> [ResolvedCondition] in
                    let resolved = resolve(term, uses: &uses)
                    if case .and(let inner, _) = resolved { return inner }
                    return [resolved]
                }, range)
        case .not(let operand, let range): return .not(resolve(operand, uses: &uses), range)
        case .parenthesized(let inner, _): return resolve(inner, uses: &uses)
        case .name(let name):
            guard let index = letIndex[name.text] else {
                hasUnknownNames = true
                if !hasLostDeclaration { reportUnknown(.condition, name, among: lets.map(\.name.text)) }
                return .invalid
            }
            uses.append(index)
            return .let(index, name.range)
        case .missing: return .invalid
        case .test(let test):
            guard let typed = type(test) else { return .invalid }
            return .test(typed, test.range)
        }
    }

    // MARK: - Lowering

    /// The condition of a clause with its lets expanded and, in `issue when`, the plan's horizon applied.
    ///
    /// - Parameter isOfStations: Whether it is judged of each station by itself.
    mutating func lower(_ syntax: ConditionSyntax, horizon: Int?, isOfStations: Bool = false) -> Condition? {
        var uses: [Int] = []
        let resolved = resolve(syntax, uses: &uses)
        markUsed(uses)
        // A cycle has been reported where it is.
        guard let size = size(of: resolved) else { return nil }
        guard size.isWithinLimits, expandedNodes + size.nodes <= ExpansionSize.maximumNodes else {
            // One report is enough: everything after it would be over the limit as well.
            if expandedNodes <= ExpansionSize.maximumNodes { report(.expansionTooLarge, syntax.range) }
            expandedNodes = ExpansionSize.maximumNodes + 1
            return nil
        }
        expandedNodes += size.nodes
        checkContradictions(resolved)
        let expanded = expand(resolved, horizon: horizon)
        guard checkPlaces(syntax, isOfStations: isOfStations) else { return nil }
        return expanded
    }

    func expand(_ condition: ResolvedCondition, horizon: Int?) -> Condition? {
        switch condition {
        case .or(let terms, _):
            let expanded = terms.compactMap { expand($0, horizon: horizon) }
            return expanded.count == terms.count ? .or(expanded) : nil
        case .and(let terms, _):
            let expanded = terms.compactMap { expand($0, horizon: horizon) }
            return expanded.count == terms.count ? .and(expanded) : nil
        case .not(let operand, _): return expand(operand, horizon: horizon).map { .not($0) }
        case .let(let index, _):
            return expand(lets[index].condition, horizon: horizon).map { .named(lets[index].name.text, $0) }
        case .test(var test, _):
            // semantics §7: the default of every forecast or expected run with a written `for` that has none of its own.
            if test.startingWithin == nil, test.source != .observed, case .run = test.span { test.startingWithin = horizon }
            return .test(test)
        case .invalid: return nil
        }
    }
}
