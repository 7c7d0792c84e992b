/// Why a whole file, or the rest of one, could not be used.
public struct FileError: Error, Hashable, Sendable {
    /// Where, from 1; nil where it concerns the file as a whole.
    public var line: Int?
    /// One sentence in lower case: what is wrong.
    public var reason: String
    /// What to do about it.
    public var help: String

    public init(line: Int? = nil, reason: String, help: String) {
        self.line = line
        self.reason = reason
        self.help = help
    }
}

extension FileError: CustomStringConvertible {
    /// `line 1: reason; help`.
    public var description: String { (line.map { "line \($0): " } ?? "") + reason + "; " + help }
}
