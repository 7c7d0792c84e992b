/// The name of a column as the head of a table writes it: in either case, full-width or not, in English or Chinese, with or without
/// its unit in brackets.
public struct HeadName: Hashable, Sendable {
    /// Folded, with what stands in brackets.
    public let whole: String
    /// Folded, without the unit.
    public let word: String
    /// Folded; nil where no brackets end the name.
    public let unit: String?

    public init(_ head: String) {
        whole = Words.fold(head)
        if whole.hasSuffix(")"), let open = whole.lastIndex(of: "("), open > whole.startIndex {
            word = String(whole[..<open])
            unit = String(whole[whole.index(after: open)...].dropLast())
        } else {
            word = whole
            unit = nil
        }
    }

    /// The column of a table's layout that is meant.
    public func column(of kind: TableKind) -> ColumnLayout? {
        Self.column(word, of: kind) ?? Self.column(whole, of: kind)
    }

    /// The English name of the column of a level that is meant, in a table of lines or enterprises.
    ///
    /// - Parameter levels: Their ids and what people call them.
    public func levelColumn(of kind: TableKind, levels: [(id: String, name: String)]) -> String? {
        for level in levels {
            let names = [Words.fold(level.id), Words.fold(level.name)]
            if kind == .lines, names.contains(whole) { return level.id }
            if kind == .enterprises, names.contains(where: { whole == "pledge_\($0)" || whole == "自主减排承诺_\($0)" }) {
                return "pledge_\(level.id)"
            }
        }
        return nil
    }

    private static func column(_ word: String, of kind: TableKind) -> ColumnLayout? {
        kind.layout.first { layout in layout.name == word || layout.chinese.contains { Words.fold($0) == word } }
    }
}
