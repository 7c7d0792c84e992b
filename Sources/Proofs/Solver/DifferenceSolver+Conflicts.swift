/// What follows from an assignment, and what is learnt where that is a contradiction.
extension DifferenceSolver {
    /// Literals of which one would have to be true while all are false.
    typealias Conflict = [Literal]

    /// Draws all consequences of what is assigned.
    mutating func propagate() -> Conflict? {
        while true {
            while propagated < trail.count {
                let literal = trail[propagated]
                propagated += 1
                if let conflict = follow(literal) { return conflict }
            }
            guard asserted < trail.count else { return nil }
            let literal = trail[asserted]
            asserted += 1
            guard let bound = bounds[literal.variable] else { continue }
            let edge =
                literal.isNegated
                ? DifferenceGraph.Edge(from: bound.x, to: bound.y, length: -bound.limit - 1, literal: literal)
                : DifferenceGraph.Edge(from: bound.y, to: bound.x, length: bound.limit, literal: literal)
            if let cycle = graph.insert(edge) { return cycle.map { !$0 } }
        }
    }

    /// Looks at the clauses that a literal, now true, takes something from.
    private mutating func follow(_ literal: Literal) -> Conflict? {
        var list = ContiguousArray<Watch>()
        swap(&list, &watches[literal.index])
        var kept = 0
        var conflict: ClauseStore.Reference?
        var index = 0
        while index < list.count {
            let watch = list[index]
            index += 1
            if value(watch.blocker) == 1 {
                list[kept] = watch
                kept += 1
                continue
            }
            let clause = watch.clause
            if clauses[clause, 0] == !literal { clauses.swap(clause, 0, 1) }
            let first = clauses[clause, 0]
            let renewed = Watch(clause: clause, blocker: first)
            if first != watch.blocker, value(first) == 1 {
                list[kept] = renewed
                kept += 1
                continue
            }
            if let other = (2..<max(2, clauses.count(clause))).first(where: { value(clauses[clause, $0]) != 0 }) {
                clauses.swap(clause, 1, other)
                watches[(!clauses[clause, 1]).index].append(renewed)
                continue
            }
            list[kept] = renewed
            kept += 1
            if value(first) == 0 {
                conflict = clause
                while index < list.count {
                    list[kept] = list[index]
                    kept += 1
                    index += 1
                }
            } else {
                assign(first, clause)
            }
        }
        list.removeLast(list.count - kept)
        swap(&list, &watches[literal.index])
        return conflict.map { clause in (0..<clauses.count(clause)).map { clauses[clause, $0] } }
    }

    /// Learns the clause of the first literal of the present level through which the whole conflict runs, and goes back to where it
    /// has consequences.
    mutating func learn(from conflict: Conflict) {
        let level = Int32(trailLimits.count)
        var learnt: [Literal] = []
        var open = 0
        var position = trail.count - 1
        var literals = conflict
        var pivot: Literal?
        while true {
            for literal in literals where literal != pivot && !seen[literal.variable] && levels[literal.variable] > 0 {
                seen[literal.variable] = true
                order.bump(literal.variable)
                if levels[literal.variable] == level { open += 1 } else { learnt.append(literal) }
            }
            while position >= 0, !seen[trail[position].variable] { position -= 1 }
            guard position >= 0 else {
                // Nothing of the conflict was decided: it holds for good.
                isContradictory = true
                return
            }
            let found = trail[position]
            seen[found.variable] = false
            position -= 1
            open -= 1
            pivot = found
            if open <= 0 { break }
            let reason = reasons[found.variable]
            literals = (0..<clauses.count(reason)).map { clauses[reason, $0] }
        }
        guard let pivot else { return }
        let kept = learnt.filter { !isImplied($0) }
        for literal in learnt { seen[literal.variable] = false }
        add(learnt: [!pivot] + kept)
    }

    /// Whether a literal of a learnt clause follows from the others of it.
    private func isImplied(_ literal: Literal) -> Bool {
        let reason = reasons[literal.variable]
        guard reason >= 0 else { return false }
        return (0..<clauses.count(reason)).allSatisfy { position in
            let other = clauses[reason, position].variable
            return other == literal.variable || seen[other] || levels[other] == 0
        }
    }

    private mutating func add(learnt literals: [Literal]) {
        var literals = literals
        guard literals.count > 1 else {
            cancel(to: 0)
            assign(literals[0], ClauseStore.none)
            return
        }
        let deepest = (1..<literals.count).max { levels[literals[$0].variable] < levels[literals[$1].variable] } ?? 1
        literals.swapAt(1, deepest)
        let glue = Set(literals.map { levels[$0.variable] }).count
        cancel(to: Int(levels[literals[1].variable]))
        let clause = clauses.add(literals, glue: glue)
        attach(clause)
        assign(literals[0], clause)
    }
}
