import AirQuality
import Lists
import PlanModel

/// Cells of columns beyond the layout, which are kept as text and read as a comparison asks, by the rules for
/// cells of the layout (docs/list.md); full-width digits count as ASCII ones.
enum CellReading {
    /// A number in millionths; nil for a blank and for anything else.
    static func number(_ text: some StringProtocol) -> Int64? {
        guard case .success(let number) = NumberCell.read(Words.fold(String(text)).utf8), number >= 0 else { return nil }
        return number
    }

    static func date(_ text: some StringProtocol) -> LocalDate? {
        DateCell.read(Words.fold(String(text)).utf8).map { LocalDate(days: Int($0)) }
    }

    /// A yes or a no; nil for anything else.
    static func flag(_ text: some StringProtocol) -> Bool? { Words.flag(String(text), filed: false).map { $0 == 1 } }
}

extension Table {
    /// Whether a slice is the given text.
    @inline(__always) func isEqual(_ slice: TextSlice, _ text: [UInt8]) -> Bool {
        guard Int(slice.count) == text.count else { return false }
        let start = Int(slice.start)
        for index in 0..<text.count where bytes[start + index] != text[index] { return false }
        return true
    }

    func column(_ name: String) -> TableColumn? { index(of: name).map { columns[$0] } }

    /// Texts of the whole column, blank where the table has none.
    func slices(_ name: String) -> [TextSlice] {
        if case .text(let slices)? = column(name)?.cells { return slices }
        return [TextSlice](repeating: .empty, count: count)
    }

    /// Yes/no cells with blanks filled in.
    func flags(_ name: String, blank: Bool) -> [Bool] {
        guard let column = column(name) else { return [Bool](repeating: blank, count: count) }
        switch column.cells {
        case .flags(let flags): return flags.map { $0 == 2 ? blank : $0 == 1 }
        case .text(let slices): return slices.map { CellReading.flag(string($0)) ?? blank }
        case .names(let ids, let names):
            let read = names.map { CellReading.flag($0) ?? blank }
            return ids.map { $0 < 0 ? blank : read[Int($0)] }
        default: return [Bool](repeating: blank, count: count)
        }
    }

    /// Numbers in millionths, -1 where blank.
    func numbers(_ name: String) -> [Int64]? {
        guard case .numbers(let values)? = column(name)?.cells else { return nil }
        return values
    }
}
