import AirQuality
import PlanModel

/// Decides whether predicates over one table can hold of one row.
///
/// Of each column it tells apart what the predicates tell apart: each value they name, what lies between, anything else, and a blank
/// cell, as far as the column's cells can be so and blanks are not read as a value (docs/list.md). Columns and lists are independent
/// of one another.
struct PredicateSolver {
    private let kind: TableKind
    private var solver = DifferenceSolver()
    private var columns: [Key: Column] = [:]
    private var lists: [String: Literal] = [:]
    private var keys: [Key] = []

    /// A column. Cells beyond the layout may be read as text, number, date and yes or no alike: each reading is taken by itself,
    /// which leaves out no row there can be.
    private struct Key: Hashable {
        var name: String
        var reading: Reading
    }

    private enum Reading: Hashable { case own, text, number, date, flag }

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

    init(_ predicates: [Predicate], of kind: TableKind) {
        self.kind = kind
        var values: [Key: Set<PredicateValue>] = [:]
        for predicate in predicates { collect(predicate, into: &values) }
        for key in keys {
            let cells = cells(key, values[key] ?? [])
            let literals = cells.map { _ in solver.newBoolean() }
            solver.add(literals)
            for first in literals.indices {
                for second in literals.indices where second > first { solver.add([!literals[first], !literals[second]]) }
            }
            columns[key] = Column(cells: cells, literals: literals)
        }
    }

    private static let yes = PredicateValue.choice("yes")
    private static let no = PredicateValue.choice("no")

    private func key(_ column: ColumnReference, _ value: PredicateValue?) -> Key {
        if column.type != nil || kind.column(column.name) != nil { return Key(name: column.name, reading: .own) }
        switch value {
        case nil: return Key(name: column.name, reading: .flag)
        case .text, .choice: return Key(name: column.name, reading: .text)
        case .number: return Key(name: column.name, reading: .number)
        case .date: return Key(name: column.name, reading: .date)
        }
    }

    private mutating func collect(_ predicate: Predicate, into values: inout [Key: Set<PredicateValue>]) {
        switch predicate {
        case .always, .onList: break
        case .compare(let column, _, let value): note(column, value, &values)
        case .isIn(let column, let found): for value in found { note(column, value, &values) }
        case .holds(let column): note(column, nil, &values)
        case .and(let parts), .or(let parts): for part in parts { collect(part, into: &values) }
        case .not(let inner): collect(inner, into: &values)
        }
    }

    private mutating func note(
        _ column: ColumnReference, _ value: PredicateValue?, _ values: inout [Key: Set<PredicateValue>]
    ) {
        let key = key(column, value)
        if values[key] == nil { keys.append(key) }
        values[key, default: []].insert(value ?? Self.yes)
    }

    // MARK: Cells

    private func cells(_ key: Key, _ values: Set<PredicateValue>) -> [Cell] {
        let layout = kind.column(key.name)
        let sorted = values.sorted { $0.text < $1.text }
        let blank: [Cell] = layout?.isRequired == true || Self.isFilled(key.name, kind) ? [] : [.blank]
        switch key.reading == .own ? layout?.type : nil {
        case .yesNo?: return [.value(Self.yes), .value(Self.no)]
        case .choice(let choices)?:
            // A pending grade is nothing but C where C is named and it is not.
            let isWhole = choices.allSatisfy { choice in
                values.contains(.choice(choice.name))
                    || choice.name == "pending" && Self.isFilled(key.name, kind) && values.contains(.choice("C"))
            }
            return blank + (isWhole ? [] : [.other]) + sorted.map { .value($0) }
        default: break
        }
        if key.reading == .flag { return [.value(Self.yes), .other] }
        let numbers = sorted.compactMap(Self.number).sorted()
        guard numbers.count == values.count, let first = numbers.first, let last = numbers.last else {
            return blank + [.other] + sorted.map { .value($0) }
        }
        // Numbers are not negative and have four decimals.
        let areDates = values.contains { if case .date = $0 { true } else { false } }
        let step: Int64 = areDates ? 1 : 100
        var cells = blank + sorted.map { .value($0) }
        if areDates || first > 0 { cells.append(.between(2 * first - 1)) }
        for (low, high) in zip(numbers, numbers.dropFirst()) where high - low > step { cells.append(.between(low + high)) }
        return cells + [.between(2 * last + 1)]
    }

    /// Whether blanks of a column count as one of its values: no grade as D, no class as general.
    private static func isFilled(_ name: String, _ kind: TableKind) -> Bool {
        kind == .enterprises && (name == "grade" || name == "class")
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
        for key in keys {
            guard let column = columns[key], let index = column.literals.firstIndex(where: { model[$0] }) else { continue }
            switch column.cells[index] {
            case .value(let value): if value != Self.no { row.append(value == Self.yes ? key.name : "\(key.name) \(value.text)") }
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
        case .holds(let column): return cells(key(column, nil)) { $0 == .value(Self.yes) }
        case .isIn(let column, let values):
            return !conjunction(values.map { !compare(column, .equal, $0) })
        case .compare(let column, let relation, let value): return compare(column, relation, value)
        case .onList(let column, let list):
            let name = "\(column.map { "\($0.name) " } ?? "")on list \(list)"
            if let known = lists[name] { return known }
            let literal = solver.newBoolean()
            lists[name] = literal
            return literal
        }
    }

    private mutating func compare(_ column: ColumnReference, _ relation: PredicateRelation, _ value: PredicateValue) -> Literal {
        let mayBePending = kind == .enterprises && column.name == "grade"
        return cells(key(column, value)) { Self.holds($0, relation, value, mayBePending) }
    }

    private mutating func conjunction(_ parts: [Literal]) -> Literal {
        let gate = solver.newBoolean()
        for part in parts { solver.add([!gate, part]) }
        solver.add(parts.map { !$0 } + [gate])
        return gate
    }

    private mutating func cells(_ key: Key, where holds: (Cell) -> Bool) -> Literal {
        guard let known = columns[key] else { return !conjunction([]) }
        return !conjunction(zip(known.cells, known.literals).filter { holds($0.0) }.map { !$0.1 })
    }

    /// A comparison with a blank cell is false.
    private static func holds(_ cell: Cell, _ relation: PredicateRelation, _ value: PredicateValue, _ mayBePending: Bool) -> Bool
    {
        switch cell {
        case .blank: return false
        case .other: return relation == .notEqual
        case .value(let own):
            guard let left = number(own), let right = number(value) else {
                // A pending grade counts as C as well.
                let isPending = mayBePending && own == .choice("pending") && value == .choice("C")
                let isEqual = own == value || isPending
                return relation == .equal ? isEqual : relation == .notEqual && !isEqual
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
