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
            let start = cursor.position
            cells.removeAll(keepingCapacity: true)
            while cells.count <= columns {
                cells.append(cursor.cell())
                if !cursor.takeSeparator() { break }
            }
            let open = cells.firstIndex { $0.hasOpenQuote }
            let count = cells.count
            let length = cursor.position - start
            if !cursor.takeLineEnd() { cursor.skipLine() }
            if let open {
                result.error(line, open + 1, "a quote is not closed on its line")
            } else if count != columns {
                result.shiftedRows += 1
                let word = count < columns ? "fewer" : "more"
                result.error(line, min(count, columns) + 1, "the row has \(word) columns than the header, which has \(columns)")
            } else if length > FeedLimits.lineBytes {
                result.error(line, 1, "the line is longer than \(FeedLimits.lineBytes) bytes")
            } else {
                return true
            }
        }
        return false
    }
}
