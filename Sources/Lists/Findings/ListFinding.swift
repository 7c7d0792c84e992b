/// Something to say about the list: which table, row, column and value, why, and how to mend it.
public struct ListFinding: Hashable, Sendable {
    public enum Severity: String, Hashable, Comparable, Sendable, CaseIterable {
        /// For information.
        case note
        /// Likely not what was meant; the list can be used.
        case warning
        /// The list as a whole is refused until this is mended.
        case error

        public static func < (left: Self, right: Self) -> Bool { left.rank < right.rank }

        private var rank: Int {
            switch self {
            case .note: 0
            case .warning: 1
            case .error: 2
            }
        }
    }

    /// Stable, such as `credit-code-check`.
    public var id: String
    public var severity: Severity
    /// Name of the table's file within the plan folder.
    public var file: String
    /// The line of the file on which the row begins; nil for the file as a whole.
    public var line: Int?
    /// The row as a spreadsheet counts it, the head being row 1: the line, less the line breaks within quotes before it.
    public var row: Int?
    /// As the head of the table writes it.
    public var column: String?
    public var value: String?
    /// One sentence in lower case without a full stop.
    public var message: String
    /// How to mend it.
    public var help: String?

    public init(
        id: String, severity: Severity, file: String, line: Int? = nil, row: Int? = nil, column: String? = nil,
        value: String? = nil, message: String, help: String? = nil
    ) {
        self.id = id
        self.severity = severity
        // Names and cells come from anyone: what they hold must not steer a terminal, nor fill a journal.
        self.file = CellContext.shown(file, limit: 200)
        self.line = line
        self.row = row
        self.column = column.map { CellContext.shown($0) }
        self.value = value.map { CellContext.shown($0) }
        self.message = CellContext.shown(message, limit: 1000)
        self.help = help.map { CellContext.shown($0, limit: 1000) }
    }
}
