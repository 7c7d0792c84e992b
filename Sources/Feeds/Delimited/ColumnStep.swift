/// What to do with the next columns of a row.
struct ColumnStep {
    enum Kind: UInt8 {
        /// Step over `count` columns.
        case skip
        case value, station, stamp, year, month, day, hour
    }

    var kind: Kind
    /// The first column, from 0.
    var column: Int
    var count = 1
    /// Of a value: the pollutant's raw value.
    var pollutant = 0
    /// Of a value: the decimal places that turn the written number into thousandths.
    var places = 3

    /// The steps of a row, columns of no interest joined.
    static func steps(columns: Int, _ wanted: [ColumnStep]) -> ContiguousArray<ColumnStep> {
        var steps: ContiguousArray<ColumnStep> = []
        var next = 0
        for step in wanted.sorted(by: { $0.column < $1.column }) {
            if step.column > next { steps.append(ColumnStep(kind: .skip, column: next, count: step.column - next)) }
            steps.append(step)
            next = step.column + 1
        }
        if next < columns { steps.append(ColumnStep(kind: .skip, column: next, count: columns - next)) }
        return steps
    }
}

/// What makes a row unusable.
enum RowProblem {
    case tooFewColumns, tooManyColumns, openQuote
    case stamp(StampReader.Failure)
    case name(NameTable.Failure)
}
