import AirQuality

/// What is known of some statements together.
enum Satisfaction: Sendable {
    case possible(HourlyValues)
    /// No series satisfies them.
    case impossible
    case interrupted
}

/// Decides whether statements can hold together, by handing those that they rest on to a ``DifferenceSolver``.
///
/// The integers are sums of a series up to a slot; between two of them lie as many hours, each at least zero and at most what an
/// instrument can report.
struct FormulaSolver {
    private let store: FormulaStore
    private var solver = DifferenceSolver()
    private var literals: [Int: Literal] = [:]
    private var sums: [SeriesKey: [Int: IntegerVariable]] = [:]

    private init(_ store: FormulaStore) { self.store = store }

    static func solve(_ formulas: [Formula], in store: FormulaStore, shouldStop: () -> Bool) -> Satisfaction {
        if formulas.contains(.no) { return .impossible }
        if shouldStop() { return .interrupted }
        var solver = FormulaSolver(store)
        solver.build(formulas)
        switch solver.solver.solve(shouldStop: shouldStop) {
        case .satisfiable(let model): return .possible(solver.values(model))
        case .unsatisfiable: return .impossible
        case .interrupted: return .interrupted
        }
    }

    private mutating func build(_ formulas: [Formula]) {
        let cone = store.cone(of: formulas)
        makeSums(cone)
        let polarities = polarities(of: formulas, cone)
        for node in cone {
            switch store.nodes[node] {
            case .yes:
                let literal = solver.newBoolean()
                solver.add([literal])
                literals[node] = literal
            case .free: literals[node] = solver.newBoolean()
            case .atLeast(let bound):
                guard let start = sums[bound.series]?[bound.start], let end = sums[bound.series]?[bound.end] else { continue }
                literals[node] = !solver.atMost(end, minus: start, bound.sum - 1)
            case .and(let parts): literals[node] = gate(parts.compactMap(literal), polarities[node] ?? [])
            }
        }
        for formula in formulas {
            // A disjunction that must hold needs no name.
            if formula.isNegated, case .and(let parts) = store.nodes[formula.node] {
                solver.add(parts.compactMap(literal).map { !$0 })
            } else if let literal = literal(formula) {
                solver.add([literal])
            }
        }
    }

    private func literal(_ formula: Formula) -> Literal? {
        literals[formula.node].map { formula.isNegated ? !$0 : $0 }
    }

    /// A literal for a conjunction, bound to it in the directions in which it is used.
    private mutating func gate(_ parts: [Literal], _ polarity: Polarity) -> Literal {
        let gate = solver.newBoolean()
        if polarity.contains(.positive) { for part in parts { solver.add([!gate, part]) } }
        if polarity.contains(.negative) { solver.add(parts.map { !$0 } + [gate]) }
        return gate
    }

    private struct Polarity: OptionSet {
        let rawValue: UInt8
        static let positive = Polarity(rawValue: 1)
        static let negative = Polarity(rawValue: 2)
        var flipped: Polarity { Polarity(rawValue: (rawValue & 1) << 1 | rawValue >> 1) }
    }

    private func polarities(of formulas: [Formula], _ cone: [Int]) -> [Int: Polarity] {
        var result: [Int: Polarity] = [:]
        for formula in formulas { result[formula.node, default: []].insert(formula.isNegated ? .negative : .positive) }
        for node in cone.reversed() {
            guard case .and(let parts) = store.nodes[node], let own = result[node] else { continue }
            for part in parts { result[part.node, default: []].formUnion(part.isNegated ? own.flipped : own) }
        }
        return result
    }

    /// A sum for every slot at which some bound begins or ends.
    private mutating func makeSums(_ cone: [Int]) {
        var ends: [SeriesKey: Set<Int>] = [:]
        var order: [SeriesKey] = []
        for node in cone {
            guard case .atLeast(let bound) = store.nodes[node] else { continue }
            if ends[bound.series] == nil { order.append(bound.series) }
            ends[bound.series, default: []].formUnion([bound.start, bound.end])
        }
        for series in order {
            let ceiling = Int64(Ceilings.standard.values[series.pollutant])
            var last: (slot: Int, sum: IntegerVariable)?
            for slot in (ends[series] ?? []).sorted() {
                let sum = solver.newInteger()
                sums[series, default: [:]][slot] = sum
                if let last {
                    solver.add([solver.atMost(last.sum, minus: sum, 0)])
                    solver.add([solver.atMost(sum, minus: last.sum, Int64(slot - last.slot) * ceiling)])
                }
                last = (slot, sum)
            }
        }
    }

    /// The hours of a model; what lies between two sums is spread evenly.
    private func values(_ model: DifferenceSolver.Model) -> HourlyValues {
        let slots = sums.values.flatMap(\.keys)
        var result = HourlyValues(slots: (slots.min() ?? 0)..<(slots.max() ?? 0))
        for (series, sums) in sums {
            let ends = sums.keys.sorted()
            for (start, end) in zip(ends, ends.dropFirst()) {
                guard let low = sums[start], let high = sums[end] else { continue }
                let total = model.value(of: high) - model.value(of: low)
                let hours = Int64(end - start)
                for slot in start..<end {
                    result[series, slot] = total / hours + (Int64(slot - start) < total % hours ? 1 : 0)
                }
            }
        }
        return result
    }
}
