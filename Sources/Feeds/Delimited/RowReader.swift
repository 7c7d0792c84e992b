/// Reads rows as lists of cells, for layouts whose files are small.
struct RowReader {
    private var cursor: ByteCursor
    private let columns: Int
    /// The line of the row last read, from 1.
    private(set) var line = 1
    private(set) var cells: [Cell] = []

    init(_ cursor: ByteCursor, header: HeaderLine) {
        self.cursor = cursor
        columns = header.names.count
    }

    /// Moves to the next row that has a cell for each column; false at the end. Others are counted as errors in `result`.
    mutating func next(_ result: inout FeedResult) -> Bool {
        while !cursor.isAtEnd {
            line += 1
            if cursor.takeLineEnd() { continue }
            result.rowCount += 1
            let start = cursor
            cells.removeAll(keepingCapacity: true)
            while cells.count <= columns {
                cells.append(cursor.cell())
                if !cursor.takeSeparator() { break }
            }
            let open = cells.firstIndex { $0.hasOpenQuote }
            let length = cursor.position - start.position
            let isWhole = cells.count == columns && cursor.takeLineEnd()
            if !isWhole { cursor.skipLine() }
            if let open {
                result.error(line, open + 1, "a quote is not closed on its line")
            } else if !isWhole {
                _ = result.noteShift(line: line, columns: start.columnCount(), header: columns)
            } else if length > FeedLimits.lineBytes {
                result.error(line, 1, "the line is longer than \(FeedLimits.lineBytes) bytes")
            } else {
                return true
            }
        }
        return false
    }
}
