import PlanModel

/// All combinations of values that the rows of a decision table can tell apart, and which rows match each.
///
/// Closed columns (choices, yes/no, industries and counties that the plan declares) have all their values, open ones those that
/// are named and any other. The work is bounded: a grid that is too large is not made.
struct DecisionGrid {
    static let maximumCombinations = 200_000
    /// Words of row sets that are looked at in all.
    static let maximumWords = 4_000_000

    /// The columns that tell anything apart, with their elements.
    let columns: [(reference: ColumnReference, elements: [DecisionElement])]
    let rows: [MeasureRow]
    let scope: Predicate
    /// For each column and element the rows that match it, a bit each.
    private let matching: [[[UInt64]]]
    /// Words of a set of rows.
    private let words: Int

    /// Nil where there are too many combinations.
    ///
    /// - Parameter closed: all values of a column of texts, where the plan declares them.
    init?(_ table: MeasureTable, closed: (ColumnReference) -> [String]) {
        rows = table.rows
        scope = table.scope
        words = (table.rows.count + 63) / 64
        var columns: [(reference: ColumnReference, elements: [DecisionElement])] = []
        var matching: [[[UInt64]]] = []
        var combinations = 1
        for (index, column) in table.columns.enumerated() {
            var named: [PredicateValue] = []
            var seen = Set<PredicateValue>()
            for value in table.rows.flatMap({ $0.patterns[index] }) + Self.values(of: column.name, in: table.scope)
            where seen.insert(value).inserted {
                named.append(value)
            }
            if named.isEmpty, !Self.names(column.name, in: table.scope) { continue }
            let elements = Self.elements(of: column, named: named, closed: closed(column))
            combinations *= elements.count
            guard combinations <= Self.maximumCombinations, combinations * words <= Self.maximumWords else { return nil }
            columns.append((column, elements))
            matching.append(Self.rowSets(table.rows, column: index, elements: elements))
        }
        self.columns = columns
        self.matching = matching
    }

    private static func elements(
        of column: ColumnReference, named: [PredicateValue], closed: [String]
    ) -> [DecisionElement] {
        switch column.type {
        case .choice(let choices):
            // A blank grade counts as D, a blank class as general (docs/list.md); a pending grade as C, unless a row names it.
            let hasBlank = column.name != "grade" && column.name != "class"
            let values = choices.map { PredicateValue.choice($0.name) }.filter { $0 != .choice("pending") || named.contains($0) }
            return values.map { .value($0) } + (hasBlank ? [.blank] : [])
        case .yesNo: return [.value(.choice("yes")), .value(.choice("no"))]
        default:
            let values = named.map { DecisionElement.value($0) }
            let known = Set(named)
            let isAllNamed = !closed.isEmpty && closed.allSatisfy { known.contains(.text($0)) }
            return isAllNamed ? values : values + [.other]
        }
    }

    /// For each element the rows whose pattern of the column it matches.
    private static func rowSets(_ rows: [MeasureRow], column: Int, elements: [DecisionElement]) -> [[UInt64]] {
        var any = [UInt64](repeating: 0, count: (rows.count + 63) / 64)
        for (index, row) in rows.enumerated() where row.patterns[column].isEmpty { any[index / 64] |= 1 << UInt64(index % 64) }
        var sets = [[UInt64]](repeating: any, count: elements.count)
        var places: [PredicateValue: [Int]] = [:]
        for (place, element) in elements.enumerated() {
            guard case .value(let value) = element else { continue }
            places[value, default: []].append(place)
            if value == .choice("pending") { places[.choice("C"), default: []].append(place) }
        }
        for (index, row) in rows.enumerated() {
            for place in row.patterns[column].flatMap({ places[$0] ?? [] }) { sets[place][index / 64] |= 1 << UInt64(index % 64) }
        }
        return sets
    }

    // MARK: - Walk

    /// Visits every combination that the scope of the table allows: the place of its element in each column, and the set of the
    /// rows that match. Ends where the visitor says so.
    func walk(_ visit: (_ combination: [Int], _ rows: [UInt64]) -> Bool) {
        var combination = [Int](repeating: 0, count: columns.count)
        var all = [UInt64](repeating: ~0, count: words)
        if let last = all.indices.last, rows.count % 64 != 0 { all[last] = (1 << UInt64(rows.count % 64)) - 1 }
        // The row sets of all prefixes of the combination, so that only what changed is intersected anew.
        var sets = [[UInt64]](repeating: all, count: columns.count + 1)
        var changed = 0
        while true {
            for column in changed..<columns.count {
                let matching = matching[column][combination[column]]
                for word in 0..<words { sets[column + 1][word] = sets[column][word] & matching[word] }
            }
            if truth(of: scope, combination) != false, !visit(combination, sets[columns.count]) { return }
            guard let next = columns.indices.last(where: { combination[$0] + 1 < columns[$0].elements.count }) else { return }
            combination[next] += 1
            for column in (next + 1)..<max(next + 1, columns.count) { combination[column] = 0 }
            changed = next
        }
    }

    /// The rows of a set, first to last.
    static func members(of set: [UInt64]) -> [Int] {
        var members: [Int] = []
        for (index, word) in set.enumerated() {
            var rest = word
            while rest != 0 {
                members.append(index * 64 + rest.trailingZeroBitCount)
                rest &= rest - 1
            }
        }
        return members
    }

    /// Whether all that one row matches another one matches too.
    func contains(_ outer: Int, _ inner: Int) -> Bool {
        matching.allSatisfy { column in
            column.allSatisfy { set in !Self.has(set, inner) || Self.has(set, outer) }
        }
    }

    private static func has(_ set: [UInt64], _ row: Int) -> Bool { set[row / 64] >> UInt64(row % 64) & 1 == 1 }

    func text(_ combination: [Int]) -> String {
        zip(columns, combination).map { $0.elements[$1].text(of: $0.reference) }.joined(separator: ", ")
    }
}
