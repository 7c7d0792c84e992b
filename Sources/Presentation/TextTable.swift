/// A table whose columns line up, East Asian characters counted at their width.
public struct TextTable: Sendable {
    public enum Alignment: Sendable { case left, right }

    private let alignments: [Alignment]
    private var rows: [[String]] = []

    public init(_ alignments: [Alignment]) { self.alignments = alignments }

    public mutating func add(_ cells: [String]) { rows.append(cells) }

    /// The rows, each ended by a line end; two blanks between columns.
    public var text: String {
        let widths = alignments.indices.map { column in rows.map { column < $0.count ? $0[column].displayWidth : 0 }.max() ?? 0 }
        return rows.map { row in
            var line = ""
            for (column, cell) in row.enumerated() where column < alignments.count {
                if column > 0 { line += "  " }
                line += alignments[column] == .right ? cell.leftPadded(to: widths[column]) : cell.padded(to: widths[column])
            }
            while line.last == " " { line.removeLast() }
            return line + "\n"
        }.joined()
    }
}
