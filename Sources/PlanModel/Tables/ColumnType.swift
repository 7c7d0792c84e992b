/// What the cells of a column hold.
public enum ColumnType: Hashable, Sendable {
    /// Free text.
    case text
    /// A text of which many rows have the same: compared, grouped by.
    case name
    /// yes/no, 是/否, true/false, 1/0; blank: the default.
    case yesNo(blank: Bool)
    /// A number of at most four decimals, not negative, in the unit of the column; kept in millionths.
    case number
    /// A date such as 2024-10-31.
    case date
    /// One of some values.
    case choice([Choice])

    public struct Choice: Hashable, Sendable {
        /// The canonical name, as a plan writes it.
        public var name: String
        /// Other spellings, Chinese ones first.
        public var others: [String]

        public init(_ name: String, _ others: String...) {
            self.name = name
            self.others = others
        }
    }
}

/// A column of a table.
public struct ColumnLayout: Hashable, Sendable {
    /// The English name, as plans and heads of tables write it.
    public var name: String
    /// Chinese names, the usual one first.
    public var chinese: [String]
    public var type: ColumnType
    /// The unit of numbers.
    public var unit: String?
    /// Whether a table must have the column and each row a value in it.
    public var isRequired: Bool
    /// Whether it is worked out rather than read: predicates know it, heads of tables do not.
    public var isDerived: Bool
    /// One line for the document.
    public var about: String

    public init(
        _ name: String, _ chinese: [String], _ type: ColumnType, unit: String? = nil, required: Bool = false,
        derived: Bool = false, _ about: String
    ) {
        self.name = name
        self.chinese = chinese
        self.type = type
        self.unit = unit
        isRequired = required
        isDerived = derived
        self.about = about
    }
}
