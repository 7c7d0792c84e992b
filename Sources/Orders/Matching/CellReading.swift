import Lists
import PlanModel

/// Cells of columns beyond the layout, which are kept as text and read as a comparison asks.
enum CellReading {
    /// A number of at most six decimals in millionths; nil for anything else.
    static func number(_ text: some StringProtocol) -> Int64? {
        var value: Int64 = 0
        var decimals = -1
        var digits = 0
        for byte in text.utf8 {
            if byte == 0x2E, decimals < 0 {
                decimals = 0
                continue
            }
            guard (0x30...0x39).contains(byte), digits < 18, decimals < 6 else { return nil }
            digits += 1
            if decimals >= 0 { decimals += 1 }
            let (product, isTooLarge) = value.multipliedReportingOverflow(by: 10)
            guard !isTooLarge else { return nil }
            value = product + Int64(byte - 0x30)
        }
        guard digits > 0 else { return nil }
        for _ in 0..<(6 - max(decimals, 0)) {
            let (product, isTooLarge) = value.multipliedReportingOverflow(by: 10)
            guard !isTooLarge else { return nil }
            value = product
        }
        return value
    }

    /// A yes or a no; nil for anything else.
    static func flag(_ text: some StringProtocol) -> Bool? {
        switch text.lowercased() {
        case "是", "有", "√", "yes", "true", "y", "1": true
        case "否", "无", "×", "no", "false", "n", "0": false
        default: nil
        }
    }
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
