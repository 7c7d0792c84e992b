/// What makes a row unusable.
enum RowProblem {
    case columns, openQuote
    case date, hour
    case stamp(StampReader.Failure)
    case name(NameTable.Failure)
}
