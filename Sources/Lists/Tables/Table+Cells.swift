import AirQuality
import PlanModel

extension Table {
    /// The text of a slice.
    public func string(_ slice: TextSlice) -> String {
        let start = min(Int(slice.start), bytes.count)
        return String(decoding: bytes[start..<min(start + Int(slice.count), bytes.count)], as: UTF8.self)
    }

    /// A cell as people read it: the canonical name of a choice, `yes` or `no`, an ISO date; empty where it is blank.
    public func text(_ row: Int, _ column: Int) -> String {
        switch columns[column].cells {
        case .text(let cells): string(cells[row])
        case .names(let ids, let names): ids[row] < 0 ? "" : names[Int(ids[row])]
        case .numbers(let cells): cells[row] < 0 ? "" : decimal(cells[row])
        case .dates(let cells): cells[row] == TableColumn.blankDate ? "" : "\(LocalDate(days: Int(cells[row])))"
        case .flags(let cells): cells[row] > 1 ? "" : cells[row] == 1 ? "yes" : "no"
        case .choices(let cells): choiceName(cells[row], columns[column].name)
        }
    }

    /// The cell of a named column; empty where the table has no such column.
    public func text(_ row: Int, _ column: String) -> String { index(of: column).map { text(row, $0) } ?? "" }

    private func choiceName(_ place: Int8, _ column: String) -> String {
        guard place >= 0, case .choice(let choices) = kind.column(column)?.type, Int(place) < choices.count else { return "" }
        return choices[Int(place)].name
    }

    /// The slices of a text column, nil where there is none of that name.
    func slices(_ name: String) -> [TextSlice]? {
        guard let index = index(of: name), case .text(let cells) = columns[index].cells else { return nil }
        return cells
    }

    /// The cells of a number column.
    func numbers(_ name: String) -> [Int64]? {
        guard let index = index(of: name), case .numbers(let cells) = columns[index].cells else { return nil }
        return cells
    }

    func flags(_ name: String) -> [UInt8]? {
        guard let index = index(of: name), case .flags(let cells) = columns[index].cells else { return nil }
        return cells
    }

    func dates(_ name: String) -> [Int32]? {
        guard let index = index(of: name), case .dates(let cells) = columns[index].cells else { return nil }
        return cells
    }

    func choices(_ name: String) -> [Int8]? {
        guard let index = index(of: name), case .choices(let cells) = columns[index].cells else { return nil }
        return cells
    }

    func names(_ name: String) -> (ids: [Int32], names: [String])? {
        guard let index = index(of: name), case .names(let ids, let names) = columns[index].cells else { return nil }
        return (ids, names)
    }
}
