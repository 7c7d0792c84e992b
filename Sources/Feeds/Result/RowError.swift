/// What is wrong with one row of a feed, or with one value of it.
public struct RowError: Hashable, Sendable {
    public enum Severity: String, Hashable, Sendable {
        /// The row was left out.
        case error
        /// The row counts; something in it is worth a look, such as a value above the instrument's ceiling.
        case report
    }

    /// Line in the file, from 1.
    public var line: Int
    /// From 1: the table column in delimited files, the byte within the line in JSON.
    public var column: Int
    /// One sentence in lower case.
    public var reason: String
    public var severity: Severity

    public init(line: Int, column: Int, reason: String, severity: Severity) {
        self.line = line
        self.column = column
        self.reason = reason
        self.severity = severity
    }
}

extension RowError: CustomStringConvertible {
    /// `12:7: error: …`.
    public var description: String { "\(line):\(column): \(severity.rawValue): \(reason)" }
}
