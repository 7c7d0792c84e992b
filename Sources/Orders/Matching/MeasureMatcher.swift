import AirQuality
import Lists
import PlanModel

/// Finds for each row of the list the first matching row of a decision table.
///
/// Cells that the table does not tell apart form one class; the first match is looked up by the classes of the columns, so that
/// the number of rows of the table does not count.
struct MeasureMatcher {
    private let reader: DayList
    private let measures: MeasureTable
    private let table: Table

    init(_ measures: MeasureTable, reader: DayList) {
        self.measures = measures
        self.reader = reader
        table = reader.table(measures.subject)
    }

    /// For each row of the list the matching row of the table, -1 where none does.
    func matches() -> [Int32] {
        var result = firstMatches()
        if measures.scope != .always {
            let scope = reader.rows(measures.scope, of: measures.subject)
            for row in result.indices where !scope[row] { result[row] = -1 }
        }
        return result
    }

    /// Above this many combinations of classes each row of the list is matched by itself.
    private static let maximumCombinations = 1 << 16

    private func firstMatches() -> [Int32] {
        let columns = measures.columns.indices.map(classes)
        var combinations = 1
        for column in columns where combinations <= Self.maximumCombinations { combinations *= column.masks.count }
        guard combinations <= Self.maximumCombinations else { return matchesOneByOne(columns) }
        var firsts = [Int32](repeating: -1, count: combinations)
        for combination in 0..<combinations {
            var rest = combination
            var mask = RowSet(count: measures.rows.count, all: true)
            for column in columns {
                mask.formIntersection(column.masks[rest % column.masks.count])
                rest /= column.masks.count
            }
            firsts[combination] = mask.first
        }
        var keys = [Int32](repeating: 0, count: table.count)
        var stride: Int32 = 1
        for column in columns {
            column.classes.withUnsafeBufferPointer { classes in
                keys.withUnsafeMutableBufferPointer { keys in
                    for row in 0..<min(keys.count, classes.count) { keys[row] &+= classes[row] &* stride }
                }
            }
            stride *= Int32(column.masks.count)
        }
        return keys.map { firsts[Int($0)] }
    }

    private func matchesOneByOne(_ columns: [ColumnClasses]) -> [Int32] {
        (0..<table.count).map { row in
            var word = 0
            while word * 64 < measures.rows.count {
                var bits = UInt64.max
                for column in columns { bits &= column.masks[Int(column.classes[row])].words[word] }
                if bits != 0 {
                    let first = word * 64 + bits.trailingZeroBitCount
                    return first < measures.rows.count ? Int32(first) : -1
                }
                word += 1
            }
            return -1
        }
    }

    // MARK: Classes

    /// The cells of a column in classes, and for each class the rows of the decision table that match it.
    private struct ColumnClasses {
        var classes: [Int32]
        var masks: [RowSet]
    }

    private func classes(_ index: Int) -> ColumnClasses {
        let column = measures.columns[index]
        // Values that some pattern names, each with the rows that name it.
        var named: [PredicateValue: RowSet] = [:]
        var anyway = RowSet(count: measures.rows.count, all: false)
        for (row, measure) in measures.rows.enumerated() {
            let patterns = index < measure.patterns.count ? measure.patterns[index] : []
            if patterns.isEmpty { anyway.insert(row) }
            for value in patterns { named[value, default: RowSet(count: measures.rows.count, all: false)].insert(row) }
        }
        var masks = [anyway]
        var numbers = [anyway: Int32(0)]
        func number(_ mask: RowSet) -> Int32 {
            if let known = numbers[mask] { return known }
            masks.append(mask)
            numbers[mask] = Int32(masks.count - 1)
            return Int32(masks.count - 1)
        }
        func number(where matches: (PredicateValue) -> Bool) -> Int32 {
            var mask = anyway
            for (value, rows) in named where matches(value) { mask.formUnion(rows) }
            return number(mask)
        }
        func textClasses() -> [String: Int32] {
            var masksOfText: [String: RowSet] = [:]
            for (value, rows) in named {
                guard let text = value.asText else { continue }
                masksOfText[text, default: anyway].formUnion(rows)
            }
            return masksOfText.mapValues(number)
        }
        func choiceClasses(_ places: [Int8]) -> ColumnClasses {
            var sets: [PredicateValue: ChoiceSet] = [:]
            for value in named.keys { sets[value] = ChoiceSet([value], of: column.name, in: table.kind) }
            let ofPlace = (0..<64).map { place in number { sets[$0]?.contains(Int8(place)) ?? false } }
            return ColumnClasses(classes: places.map { $0 < 0 ? 0 : ofPlace[Int($0)] }, masks: masks)
        }
        let cells = table.column(column.name)?.cells
        let filled = GradeCells.filled(table, column.name)
        switch cells {
        case .names(let ids, let names):
            let known = textClasses()
            let others = named.keys.filter { $0.asText == nil }
            let ofName = names.map { name in
                others.isEmpty ? known[name] ?? 0 : number { Self.reads(name, as: $0) }
            }
            return ColumnClasses(classes: ids.map { $0 < 0 ? 0 : ofName[Int($0)] }, masks: masks)
        case .text(let slices):
            let known = textClasses()
            let others = named.keys.filter { $0.asText == nil }
            let classes = slices.map { slice -> Int32 in
                if slice.count == 0 { return 0 }
                let text = table.string(slice)
                return others.isEmpty ? known[text] ?? 0 : number { Self.reads(text, as: $0) }
            }
            return ColumnClasses(classes: classes, masks: masks)
        case .numbers(let values):
            var known: [Int64: Int32] = [:]
            for wanted in Set(named.keys.compactMap(\.asNumber)) { known[wanted] = number { $0.asNumber == wanted } }
            return ColumnClasses(classes: values.map { known[$0] ?? 0 }, masks: masks)
        case .dates(let days):
            var known: [Int32: Int32] = [:]
            for wanted in Set(named.keys.compactMap(\.asDate)) {
                known[Int32(clamping: wanted.days)] = number { $0.asDate == wanted }
            }
            return ColumnClasses(classes: days.map { known[$0] ?? 0 }, masks: masks)
        case .choices(let places): return choiceClasses(filled ?? places)
        case .flags, nil:
            if let filled { return choiceClasses(filled) }
            let holds = reader.rows(.holds(column), of: measures.subject)
            let yes = number { $0.asText.flatMap { CellReading.flag($0) } == true }
            let no = number { $0.asText.flatMap { CellReading.flag($0) } == false }
            if cells == nil, !isFlag(column) {
                return ColumnClasses(classes: [Int32](repeating: 0, count: table.count), masks: masks)
            }
            return ColumnClasses(classes: (0..<table.count).map { holds[$0] ? yes : no }, masks: masks)
        }
    }

    private func isFlag(_ column: ColumnReference) -> Bool {
        if case .yesNo? = column.type ?? table.kind.column(column.name)?.type { true } else { false }
    }

    /// Whether a cell that was kept as text is the value.
    private static func reads(_ cell: String, as value: PredicateValue) -> Bool {
        switch value {
        case .text(let text), .choice(let text): cell == text
        case .number(let number): CellReading.number(cell) == number
        case .date(let date): CellReading.date(cell) == date
        }
    }
}
