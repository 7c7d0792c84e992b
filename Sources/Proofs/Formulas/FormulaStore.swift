/// Statements about series, each kept once, so that equal ones are one node.
struct FormulaStore: Sendable {
    enum Node: Hashable, Sendable {
        case yes
        case atLeast(SumBound)
        /// A truth of which nothing is known: whatever holds for both values holds.
        case free(Int)
        /// At least two, sorted, none the negation of another.
        case and([Formula])
    }

    private(set) var nodes: [Node] = [.yes]
    private var places: [Node: Int] = [.yes: 0]
    private var frees = 0

    mutating func atLeast(_ bound: SumBound) -> Formula {
        bound.sum <= 0 ? .yes : node(.atLeast(bound))
    }

    mutating func free() -> Formula {
        frees += 1
        return node(.free(frees))
    }

    mutating func and(_ parts: some Sequence<Formula>) -> Formula {
        var kept: Set<Formula> = []
        for part in parts {
            if part == .no || kept.contains(!part) { return .no }
            if part == .yes { continue }
            if !part.isNegated, case .and(let inner) = nodes[part.node] {
                for part in inner {
                    if kept.contains(!part) { return .no }
                    kept.insert(part)
                }
            } else {
                kept.insert(part)
            }
        }
        guard let first = kept.first else { return .yes }
        return kept.count == 1 ? first : node(.and(kept.sorted { $0.raw < $1.raw }))
    }

    mutating func or(_ parts: some Sequence<Formula>) -> Formula { !and(parts.map { !$0 }) }

    mutating func and(_ left: Formula, _ right: Formula) -> Formula { and([left, right]) }

    mutating func or(_ left: Formula, _ right: Formula) -> Formula { or([left, right]) }

    /// Whether exactly one of two holds.
    mutating func differs(_ left: Formula, _ right: Formula) -> Formula {
        or(and(left, !right), and(!left, right))
    }

    mutating func and(_ parts: [Kleene]) -> Kleene {
        Kleene(holds: and(parts.map(\.holds)), fails: or(parts.map(\.fails)))
    }

    mutating func or(_ parts: [Kleene]) -> Kleene {
        Kleene(holds: or(parts.map(\.holds)), fails: and(parts.map(\.fails)))
    }

    private mutating func node(_ node: Node) -> Formula {
        if let place = places[node] { return Formula(node: place) }
        nodes.append(node)
        places[node] = nodes.count - 1
        return Formula(node: nodes.count - 1)
    }

    /// The nodes on which statements rest, each after those that it rests on.
    func cone(of formulas: [Formula]) -> [Int] {
        var isSeen = [Bool](repeating: false, count: nodes.count)
        var order: [Int] = []
        var stack: [(node: Int, isDone: Bool)] = formulas.map { ($0.node, false) }
        while let (node, isDone) = stack.popLast() {
            if isDone {
                order.append(node)
                continue
            }
            if isSeen[node] { continue }
            isSeen[node] = true
            stack.append((node, true))
            if case .and(let parts) = nodes[node] {
                for part in parts where !isSeen[part.node] { stack.append((part.node, false)) }
            }
        }
        return order
    }

    /// Whether statements rest on truths of which nothing is known.
    func isExact(_ formulas: [Formula]) -> Bool {
        cone(of: formulas).allSatisfy { if case .free = nodes[$0] { false } else { true } }
    }

    /// The truth of a statement on given sums.
    ///
    /// - Parameters:
    ///   - sum: Thousandths of a series over a range of slots.
    func value(of formula: Formula, free: Bool = false, sum: (SumBound) -> Int64) -> Bool {
        var values = [Bool](repeating: false, count: nodes.count)
        for node in cone(of: [formula]) {
            switch nodes[node] {
            case .yes: values[node] = true
            case .atLeast(let bound): values[node] = sum(bound) >= bound.sum
            case .free: values[node] = free
            case .and(let parts): values[node] = parts.allSatisfy { values[$0.node] != $0.isNegated }
            }
        }
        return values[formula.node] != formula.isNegated
    }
}
