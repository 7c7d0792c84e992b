import AirQuality

/// What to do with the next columns of a row.
struct ColumnStep {
    enum Kind: UInt8 {
        /// Step over `count` columns.
        case skip
        case value, station, stamp
        /// The four columns `year,month,day,hour`.
        case date
    }

    var kind: Kind
    /// Of a value: the pollutant's raw value.
    private var rawPollutant: UInt8 = 0
    private var firstColumn: Int32
    private var columnCount: Int32

    init(kind: Kind, column: Int, count: Int = 1, pollutant: Pollutant? = nil) {
        self.kind = kind
        firstColumn = Int32(truncatingIfNeeded: column)
        columnCount = Int32(truncatingIfNeeded: count)
        rawPollutant = pollutant?.rawValue ?? 0
    }

    /// The first column, from 0.
    var column: Int { Int(firstColumn) }
    var count: Int { Int(columnCount) }
    /// Of a value: the pollutant's raw value.
    @inline(__always) var pollutant: Int { Int(rawPollutant) & 7 }

    /// The steps of a row of `count` columns, neighbours of no interest joined.
    static func steps(_ columns: ObservationColumns, count: Int) -> ContiguousArray<ColumnStep> {
        var wanted = [ColumnStep(kind: .station, column: columns.station)]
        switch columns.time {
        case .label(let column): wanted.append(ColumnStep(kind: .stamp, column: column))
        case .parts(let first): wanted.append(ColumnStep(kind: .date, column: first, count: 4))
        }
        wanted += columns.pollutants.map { ColumnStep(kind: .value, column: $0.value, pollutant: $0.key) }
        wanted.sort { $0.column < $1.column }
        var steps: ContiguousArray<ColumnStep> = []
        var next = 0
        for step in wanted {
            if step.column > next { steps.append(ColumnStep(kind: .skip, column: next, count: step.column - next)) }
            steps.append(step)
            next = step.column + step.count
        }
        if next < count { steps.append(ColumnStep(kind: .skip, column: next, count: count - next)) }
        return steps
    }
}
