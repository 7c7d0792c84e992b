public import AirQuality

/// Who is meant, as a statement about one row of a table (language.md: predicates on list columns).
///
/// Two-valued: a blank yes/no cell has its column's ``ColumnType`` default; a comparison with another blank cell is false, `!=`
/// included only where the cell has a value; a blank cell is on no list.
public indirect enum Predicate: Hashable, Sendable {
    case always
    case compare(ColumnReference, PredicateRelation, PredicateValue)
    case isIn(ColumnReference, [PredicateValue])
    /// A bare yes/no column.
    case holds(ColumnReference)
    /// The subject itself, or what a column of it names, has a valid entry on a list.
    case onList(ColumnReference?, list: String)
    case and([Predicate])
    case or([Predicate])
    case not(Predicate)
}

/// A column by its English name: of the layout (``TableLayout``), or an extra one of the table's header.
public struct ColumnReference: Hashable, Sendable {
    public var name: String
    /// Nil for a column beyond the layout, whose cells are read as the other side of the comparison asks.
    public var type: ColumnType?

    public init(name: String, type: ColumnType?) {
        self.name = name
        self.type = type
    }
}

public enum PredicateRelation: String, Hashable, Sendable {
    case equal = "=="
    case notEqual = "!="
    case less = "<"
    case lessOrEqual = "<="
    case greater = ">"
    case greaterOrEqual = ">="
}

public enum PredicateValue: Hashable, Sendable {
    case text(String)
    /// In millionths.
    case number(Int64)
    case date(LocalDate)
    /// The canonical name of a choice of the column.
    case choice(String)
}
