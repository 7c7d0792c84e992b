import AirQuality
import PlanModel

/// Decides whether predicates over one table can hold of one row.
///
/// Of each column it tells apart what the predicates tell apart: each value they name, what lies between, anything else, and a blank
/// cell. Columns and lists are independent of one another.
struct PredicateSolver {
    private var solver = DifferenceSolver()
    private var columns: [String: Column] = [:]
    private var lists: [String: Literal] = [:]
    private var names: [String] = []

    /// What the cells of a column can hold.
    private struct Column {
        var cells: [Cell]
        var literals: [Literal]
    }

    private enum Cell: Hashable {
        case blank
        case other
        case value(PredicateValue)
        /// A number or day between two neighbours among the values that are named, as its double.
        case between(Int64)
    }

    init(_ predicates: [Predicate]) {
        var values: [String: Set<PredicateValue>] = [:]
        for predicate in predicates { Self.collect(predicate, into: &values, &names) }
        for name in names {
            let cells = Self.cells(values[name] ?? [])
            let literals = cells.map { _ in solver.newBoolean() }
            solver.add(literals)
            for first in literals.indices {
                for second in literals.indices where second > first { solver.add([!literals[first], !literals[second]]) }
            }
            columns[name] = Column(cells: cells, literals: literals)
        }
    }

    private static let yes = PredicateValue.choice("yes")

    private static func collect(
        _ predicate: Predicate, into values: inout [String: Set<PredicateValue>], _ names: inout [String]
    ) {
        func note(_ column: ColumnReference, _ found: [PredicateValue]) {
            if values[column.name] == nil { names.append(column.name) }
            values[column.name, default: []].formUnion(found)
        }
        switch predicate {
        case .always, .onList: break
        case .compare(let column, _, let value): note(column, [value])
        case .isIn(let column, let found): note(column, found)
        case .holds(let column): note(column, [yes])
        case .and(let parts), .or(let parts): for part in parts { collect(part, into: &values, &names) }
        case .not(let inner): collect(inner, into: &values, &names)
        }
    }

    private static func cells(_ values: Set<PredicateValue>) -> [Cell] {
        let sorted = values.sorted { $0.text < $1.text }
        let numbers = sorted.compactMap(Self.number).sorted()
        guard numbers.count == values.count, let first = numbers.first, let last = numbers.last else {
            return [.blank, .other] + sorted.map { .value($0) }
        }
        var cells: [Cell] = [.blank, .between(2 * first - 1)] + sorted.map { .value($0) }
        for (low, high) in zip(numbers, numbers.dropFirst()) where high > low { cells.append(.between(low + high)) }
        return cells + [.between(2 * last + 1)]
    }

    /// Numbers in millionths, days in days.
    private static func number(_ value: PredicateValue) -> Int64? {
        switch value {
        case .number(let number): number
        case .date(let date): Int64(date.days)
        case .text, .choice: nil
        }
    }

    /// A row of which all predicates hold, as what matters of it; nil where there is none.
    mutating func row(satisfying predicates: [Predicate]) -> [String]? {
        for predicate in predicates { solver.add([literal(predicate)]) }
        guard case .satisfiable(let model) = solver.solve() else { return nil }
        var row: [String] = []
        for name in names {
            guard let column = columns[name], let index = column.literals.firstIndex(where: { model[$0] }) else { continue }
            switch column.cells[index] {
            case .value(let value): row.append(value == Self.yes ? name : "\(name) \(value.text)")
            case .blank, .other, .between: break
            }
        }
        return row + lists.filter { model[$0.value] }.keys.sorted()
    }

    private mutating func literal(_ predicate: Predicate) -> Literal {
        switch predicate {
        case .always: return conjunction([])
        case .and(let parts): return conjunction(parts.map { literal($0) })
        case .or(let parts): return !conjunction(parts.map { !literal($0) })
        case .not(let inner): return !literal(inner)
        case .holds(let column): return cells(of: column) { $0 == .value(Self.yes) }
        case .isIn(let column, let values):
            return cells(of: column) { if case .value(let value) = $0 { values.contains(value) } else { false } }
        case .compare(let column, let relation, let value): return cells(of: column) { Self.holds($0, relation, value) }
        case .onList(let column, let list):
            let name = "\(column.map { "\($0.name) " } ?? "")on list \(list)"
            if let known = lists[name] { return known }
            let literal = solver.newBoolean()
            lists[name] = literal
            return literal
        }
    }

    private mutating func conjunction(_ parts: [Literal]) -> Literal {
        let gate = solver.newBoolean()
        for part in parts { solver.add([!gate, part]) }
        solver.add(parts.map { !$0 } + [gate])
        return gate
    }

    private mutating func cells(of column: ColumnReference, where holds: (Cell) -> Bool) -> Literal {
        guard let known = columns[column.name] else { return !conjunction([]) }
        return !conjunction(zip(known.cells, known.literals).filter { holds($0.0) }.map { !$0.1 })
    }

    /// A comparison with a blank cell is false.
    private static func holds(_ cell: Cell, _ relation: PredicateRelation, _ value: PredicateValue) -> Bool {
        switch cell {
        case .blank: return false
        case .other: return relation == .notEqual
        case .value(let own):
            guard let left = number(own), let right = number(value) else {
                return relation == .equal ? own == value : relation == .notEqual && own != value
            }
            return holds(2 * left, relation, 2 * right)
        case .between(let doubled): return number(value).map { holds(doubled, relation, 2 * $0) } ?? false
        }
    }

    private static func holds(_ left: Int64, _ relation: PredicateRelation, _ right: Int64) -> Bool {
        switch relation {
        case .equal: left == right
        case .notEqual: left != right
        case .less: left < right
        case .lessOrEqual: left <= right
        case .greater: left > right
        case .greaterOrEqual: left >= right
        }
    }
}
