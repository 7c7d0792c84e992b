/// One token; its text stays in the file.
package struct Token: Hashable, Sendable {
    package enum Kind: UInt8, Sendable {
        case word, string, label
        case leftBrace, rightBrace, leftParenthesis, rightParenthesis, rightBracket
        case comma, semicolon, colon, slash, percent, star, bar
        case equal, doubleEqual, notEqual, less, lessOrEqual, greater, greaterOrEqual
        case end
    }

    package var kind: Kind
    package var start: Int
    package var end: Int
    var keyword: Keyword?
    /// Spelled with Chinese characters.
    var isChinese = false
    /// The first token on its line: where recovery looks for the next clause.
    var isFirstOnLine = false
    /// Holds full-width letters or digits, which read as their ASCII twins.
    var isFullWidth = false
}

/// A comment, from `#` to the end of the line.
public struct Comment: Hashable, Sendable {
    public var range: SourceRange
    /// Nothing but blanks stands before it on its line.
    public var isOwnLine: Bool
}
