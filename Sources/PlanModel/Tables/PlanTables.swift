/// The tables that lie beside a plan, as far as checking its text needs them.
public struct PlanTables: Sendable {
    /// A row of a table as text.
    public struct Row: Hashable, Sendable {
        /// The line of the file on which it begins, from 1.
        public var line: Int
        public var cells: [String]

        public init(line: Int, cells: [String]) {
            self.line = line
            self.cells = cells
        }
    }

    /// The names in the head of a file of the folder, blanks trimmed; nil where there is no such file or it cannot be read.
    public var head: @Sendable (String) -> [String]?
    /// All rows of a file below its head, within the bounds of a table of measures.
    public var rows: @Sendable (String) -> [Row]?

    /// Why a file that is there cannot be read as a table, and how to mend it; nil where it can, or there is none.
    public var objection: @Sendable (String) -> String?
    /// Whether the folder was looked at: only then does a missing file say anything.
    public var areKnown: Bool

    /// Rows of a table of measures; more are a mistake.
    public static let maximumRows = 10_000

    public init(
        head: @escaping @Sendable (String) -> [String]?, rows: @escaping @Sendable (String) -> [Row]?,
        objection: @escaping @Sendable (String) -> String? = { _ in nil }, areKnown: Bool = true
    ) {
        self.head = head
        self.rows = rows
        self.objection = objection
        self.areKnown = areKnown
    }

    /// The text of a plan alone: nobody looked which tables lie beside it.
    public static let none = PlanTables(head: { _ in nil }, rows: { _ in nil }, areKnown: false)
}
