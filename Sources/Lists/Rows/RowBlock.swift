/// Where the cells of some hundred rows lie, so that each column is read in a loop of its own while the text is in the cache.
///
/// Owns its memory; used by one thread.
final class RowBlock {
    static let rows = 512

    let columns: Int
    /// For each row `columns + 1` places: the one before its first cell, then the end of each cell.
    let ends: UnsafeMutablePointer<UInt32>
    /// The line of the file on which each row begins.
    let lines: UnsafeMutablePointer<Int32>
    /// Room for one column's values.
    let scratch: UnsafeMutableRawPointer
    var count = 0

    init(columns: Int) {
        self.columns = columns
        // A word of eight bytes may write eight ends beyond the last row's.
        ends = .allocate(capacity: Self.rows * (columns + 1) + 16)
        lines = .allocate(capacity: Self.rows)
        scratch = .allocate(byteCount: Self.rows * 8, alignment: 8)
    }

    deinit {
        ends.deallocate()
        lines.deallocate()
        scratch.deallocate()
    }

    /// Where a cell lies, its quotes and blanks included; nothing where the row is too short for it.
    @inline(__always) func cell(_ row: Int, _ column: Int) -> (start: Int, count: Int) {
        let place = ends + (row &* (columns &+ 1) &+ column)
        let start = Int(place[0]) &+ 1
        return (start, max(0, Int(place[1]) &- start))
    }
}
