import AirQuality
import Lists
import PlanModel

extension DayList {
    /// The rows of a subject's table for which a predicate holds.
    ///
    /// - Parameter within: Rows that matter; of others nothing is said. Lists are looked up for these alone.
    func rows(_ predicate: Predicate, of subject: OrderSubject, within: RowSet? = nil) -> RowSet {
        let table = table(subject)
        switch predicate {
        case .always: return RowSet(count: table.count, all: true)
        case .compare(let column, let relation, let value): return compare(table, column, relation, [value])
        case .isIn(let column, let values): return compare(table, column, .equal, values)
        case .holds(let column): return holding(table, column)
        case .onList(let column, let list): return onList(table, subject, column, list, within)
        case .and(let parts):
            var result = within ?? RowSet(count: table.count, all: true)
            // Those that ask no list are quick, and leave fewer rows to look up.
            for part in parts.filter({ !$0.asksList }) + parts.filter(\.asksList) where !result.isEmpty {
                result.formIntersection(rows(part, of: subject, within: result))
            }
            return result
        case .or(let parts):
            var result = RowSet(count: table.count, all: false)
            for part in parts { result.formUnion(rows(part, of: subject, within: within)) }
            return result
        case .not(let inner): return rows(inner, of: subject, within: within).complement
        }
    }

    // MARK: Yes and no

    private func holding(_ table: Table, _ column: ColumnReference) -> RowSet {
        var blank = false
        if case .yesNo(let value)? = column.type ?? table.kind.column(column.name)?.type { blank = value }
        let flags = table.flags(column.name, blank: blank)
        return RowSet(count: table.count) { flags[$0] }
    }

    // MARK: Comparisons

    /// Whether a cell has the relation to any of the values. Several are compared for equality only.
    private func compare(
        _ table: Table, _ column: ColumnReference, _ relation: PredicateRelation, _ values: [PredicateValue]
    ) -> RowSet {
        let none = RowSet(count: table.count, all: false)
        guard let cells = table.column(column.name)?.cells else {
            if case .yesNo? = column.type { return compareFlags(table, column, relation, values) }
            if let places = GradeCells.filled(table, column.name) {
                return compareChoices(places, table, column.name, relation, values)
            }
            return none
        }
        switch cells {
        case .flags: return compareFlags(table, column, relation, values)
        case .choices(let raw):
            return compareChoices(GradeCells.filled(table, column.name) ?? raw, table, column.name, relation, values)
        case .numbers(let numbers):
            let wanted = values.compactMap(\.asNumber)
            guard let first = wanted.first else { return none }
            if wanted.count == 1 { return RowSet(count: table.count) { numbers[$0] >= 0 && relation.holds(numbers[$0], first) } }
            return RowSet(count: table.count) { numbers[$0] >= 0 && wanted.contains(numbers[$0]) }
        case .dates(let days):
            let wanted = values.compactMap(\.asDate).map { Int32(clamping: $0.days) }
            guard let first = wanted.first else { return none }
            let blank = TableColumn.blankDate
            if wanted.count == 1 { return RowSet(count: table.count) { days[$0] != blank && relation.holds(days[$0], first) } }
            return RowSet(count: table.count) { days[$0] != blank && wanted.contains(days[$0]) }
        case .names(let ids, let names):
            let hits = names.map { Self.holds($0, relation, values) }
            return RowSet(count: table.count) { ids[$0] >= 0 && hits[Int(ids[$0])] }
        case .text(let slices): return compareTexts(slices, table, relation, values)
        }
    }

    private func compareTexts(
        _ slices: [TextSlice], _ table: Table, _ relation: PredicateRelation, _ values: [PredicateValue]
    ) -> RowSet {
        let texts = values.compactMap(\.asText).map { Array($0.utf8) }
        guard texts.count == values.count, relation == .equal || relation == .notEqual else {
            return RowSet(count: table.count) { slices[$0].count > 0 && Self.holds(table.string(slices[$0]), relation, values) }
        }
        return RowSet(count: table.count) { row in
            slices[row].count > 0 && texts.contains { table.isEqual(slices[row], $0) } == (relation == .equal)
        }
    }

    /// A cell that was kept as text, read as the value is.
    private static func holds(_ cell: String, _ relation: PredicateRelation, _ values: [PredicateValue]) -> Bool {
        values.contains { value in
            switch value {
            case .text(let text), .choice(let text): relation == .equal ? cell == text : relation == .notEqual && cell != text
            case .number(let number): CellReading.number(cell).map { relation.holds($0, number) } ?? false
            case .date(let date): CellReading.date(cell).map { relation.holds($0, date) } ?? false
            }
        }
    }

    private func compareFlags(
        _ table: Table, _ column: ColumnReference, _ relation: PredicateRelation, _ values: [PredicateValue]
    ) -> RowSet {
        let rows = holding(table, column)
        var result = RowSet(count: table.count, all: false)
        for value in values {
            guard let wanted = value.asText.flatMap({ CellReading.flag($0) }), relation == .equal || relation == .notEqual else {
                continue
            }
            result.formUnion(wanted == (relation == .equal) ? rows : rows.complement)
        }
        return result
    }

    private func compareChoices(
        _ places: [Int8], _ table: Table, _ name: String, _ relation: PredicateRelation, _ values: [PredicateValue]
    ) -> RowSet {
        let wanted = ChoiceSet(values, of: name, in: table.kind)
        switch relation {
        case .equal: return RowSet(count: table.count) { wanted.contains(places[$0]) }
        case .notEqual: return RowSet(count: table.count) { places[$0] >= 0 && !wanted.contains(places[$0]) }
        default: return RowSet(count: table.count, all: false)
        }
    }

    // MARK: Lists

    private func onList(
        _ table: Table, _ subject: OrderSubject, _ column: ColumnReference?, _ list: String, _ within: RowSet?
    ) -> RowSet {
        let lookup = lookup(list)
        var result = RowSet(count: table.count, all: false)
        if lookup.isEmpty { return result }
        let rows = within ?? RowSet(count: table.count, all: true)
        if column == nil {
            let names = table.slices("name")
            let codes = table.slices(subject == .site ? "site_id" : "credit_code")
            table.bytes.withUnsafeBufferPointer { bytes in
                rows.visit { row in
                    if lookup.find(code: bytes.slice(codes[row]), name: bytes.slice(names[row])) >= 0 { result.insert(row) }
                }
            }
        } else {
            let found = entries(table, subject, column, list)
            rows.visit { row in if found(row) >= 0 { result.insert(row) } }
        }
        return result
    }

    /// For a row the first valid entry on a list, -1 where there is none.
    func entries(_ table: Table, _ subject: OrderSubject, _ column: ColumnReference?, _ list: String) -> (Int) -> Int32 {
        let lookup = lookup(list)
        func cell(_ name: String) -> (Int) -> TextSlice {
            let slices = table.slices(name)
            return { slices[$0] }
        }
        func find(_ code: TextSlice, _ name: [UInt8]) -> Int32 {
            table.bytes.withUnsafeBufferPointer { bytes in
                name.withUnsafeBufferPointer { lookup.find(code: bytes.slice(code), name: $0) }
            }
        }
        guard let column else {
            let names = table.slices("name")
            let codes = table.slices(subject == .site ? "site_id" : "credit_code")
            return { row in
                table.bytes.withUnsafeBufferPointer { lookup.find(code: $0.slice(codes[row]), name: $0.slice(names[row])) }
            }
        }
        guard let cells = table.column(column.name)?.cells else { return { _ in -1 } }
        let ownCodes = column.name == "contractor" ? table.column("contractor_code") : nil
        switch cells {
        case .names(let ids, let names):
            let either = names.map { name in Array(name.utf8).withUnsafeBufferPointer { lookup.find(either: $0) } }
            guard case .text(let codes)? = ownCodes?.cells else { return { ids[$0] < 0 ? -1 : either[Int(ids[$0])] } }
            let bytes = names.map { Array($0.utf8) }
            return { row in find(codes[row], ids[row] < 0 ? [] : bytes[Int(ids[row])]) }
        case .text(let slices):
            if case .text(let codes)? = ownCodes?.cells {
                return { row in
                    table.bytes.withUnsafeBufferPointer { lookup.find(code: $0.slice(codes[row]), name: $0.slice(slices[row])) }
                }
            }
            return { row in table.bytes.withUnsafeBufferPointer { lookup.find(either: $0.slice(slices[row])) } }
        default: return { _ in -1 }
        }
    }
}

extension Predicate {
    /// Whether it looks anything up in a list of names.
    fileprivate var asksList: Bool {
        switch self {
        case .onList: true
        case .and(let parts), .or(let parts): parts.contains(where: \.asksList)
        case .not(let inner): inner.asksList
        case .always, .compare, .isIn, .holds: false
        }
    }
}

extension UnsafeBufferPointer<UInt8> {
    @inline(__always) func slice(_ slice: TextSlice) -> UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(rebasing: self[Int(slice.start)..<Int(slice.start) + Int(slice.count)])
    }
}

extension PredicateRelation {
    @inline(__always) func holds<Value: Comparable>(_ left: Value, _ right: Value) -> Bool {
        switch self {
        case .equal: left == right
        case .notEqual: left != right
        case .less: left < right
        case .lessOrEqual: left <= right
        case .greater: left > right
        case .greaterOrEqual: left >= right
        }
    }
}

extension PredicateValue {
    var asText: String? {
        switch self {
        case .text(let text), .choice(let text): text
        case .number, .date: nil
        }
    }

    var asNumber: Int64? { if case .number(let number) = self { number } else { nil } }

    var asDate: LocalDate? { if case .date(let date) = self { date } else { nil } }
}
