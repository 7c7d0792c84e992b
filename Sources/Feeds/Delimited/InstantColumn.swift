import AirQuality

/// A column of times that mostly repeats the one of the row before, such as the hour of issue.
struct InstantColumn {
    let column: Int
    private var last = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
    private var known = Instant(seconds: 0)

    init(_ column: Int) { self.column = column }

    /// The time in the column's cell, which must state its offset.
    mutating func instant(_ cells: [Cell]) throws(CellError) -> Instant {
        let raw = cells[column].raw
        if !raw.isEmpty, raw.equals(last) { return known }
        known = try cells.instant(column)
        last = raw
        return known
    }
}
