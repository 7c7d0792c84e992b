import PlanModel

extension Table {
    /// Adds a column, or puts it in the place of the one of its name.
    mutating func replace(_ column: TableColumn) {
        if let index = index(of: column.name) { columns[index] = column } else { columns.append(column) }
    }

    /// Writes the value of a fact into a row; nothing where it cannot stand there.
    mutating func set(_ row: Int, _ fact: Fact, _ levels: [String]) {
        guard let kind = cellKind(of: fact.fact, levels: levels) else { return }
        let place: Int
        if let index = index(of: fact.fact) {
            place = index
        } else {
            place = columns.count
            columns.append(TableColumn(name: fact.fact, cells: blanks(kind)))
        }
        // The cells are taken out of the table while they change, which would copy them otherwise.
        let cells = columns[place].cells
        columns[place].cells = .flags([])
        columns[place].cells = changed(cells, row, fact.value, kind)
    }

    private func blanks(_ kind: ColumnPlan.Kind) -> TableColumn.Cells {
        switch kind {
        case .text: .text([TextSlice](repeating: .empty, count: count))
        case .name: .names(ids: [Int32](repeating: -1, count: count), names: [])
        case .flag: .flags([UInt8](repeating: 2, count: count))
        case .number: .numbers([Int64](repeating: -1, count: count))
        case .date: .dates([Int32](repeating: TableColumn.blankDate, count: count))
        case .choice: .choices([Int8](repeating: -1, count: count))
        }
    }

    private mutating func changed(
        _ cells: consuming TableColumn.Cells, _ row: Int, _ value: String, _ kind: ColumnPlan.Kind
    ) -> TableColumn.Cells {
        switch (consume cells, kind) {
        case (.text(var cells), _):
            cells[row] = TextSlice(start: UInt32(bytes.count), count: UInt32(value.utf8.count))
            bytes += Array(value.utf8)
            return .text(cells)
        case (.names(var ids, var names), _):
            let known = names.firstIndex(of: value)
            ids[row] = Int32(known ?? names.count)
            if known == nil { names.append(value) }
            return .names(ids: ids, names: names)
        case (.flags(var cells), .flag(let filed)):
            if let flag = Words.flag(value, filed: filed) { cells[row] = flag }
            return .flags(cells)
        case (.numbers(var cells), .number(let range)):
            if case .success(let number) = NumberCell.read(value.utf8), range.objection(number) == nil { cells[row] = number }
            return .numbers(cells)
        case (.dates(var cells), .date):
            if let day = DateCell.read(value.utf8) { cells[row] = day }
            return .dates(cells)
        case (.choices(var cells), .choice(let choices)):
            if let place = Words.choice(value, of: choices) { cells[row] = Int8(place) }
            return .choices(cells)
        case (let other, _): return other
        }
    }
}
