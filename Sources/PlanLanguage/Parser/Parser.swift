import Presentation

/// Thrown after a syntax error was reported; the caller goes on at the next clause.
struct SyntaxFailure: Error {}

/// Tokens to a syntax tree, by recursive descent with recovery at clauses and declarations.
///
/// The parser says what is wrong as data (``FindingKind``); the text is made in one place.
package struct Parser {
    /// How deep conditions may nest.
    static let maximumNesting = 64

    let file: SourceFile
    let fileIndex: Int
    let tokens: [Token]
    var position = 0
    var drafts: Drafts
    var vocabulary: Vocabulary?
    var nesting = 0
    /// Whether a declaration, or a clause of an area, could not be read: names may be missing that are there.
    var hasLostDeclaration = false
    /// The source of the last test, which a test without one most likely means.
    var lastSource: Token?

    /// Reads one file. Findings of the lexer come first.
    package static func parse(_ file: SourceFile, index: Int) -> (syntax: FileSyntax, drafts: Drafts) {
        var lexer = Lexer(file, index: index)
        lexer.run()
        var parser = Parser(file: file, fileIndex: index, tokens: lexer.tokens, drafts: lexer.drafts)
        let declarations = parser.parseDeclarations()
        let syntax = FileSyntax(
            file: index, vocabulary: parser.vocabulary, declarations: declarations, comments: lexer.comments,
            hasLostDeclaration: parser.hasLostDeclaration)
        return (syntax, parser.drafts)
    }

    init(file: SourceFile, fileIndex: Int, tokens: [Token], drafts: Drafts) {
        self.file = file
        self.fileIndex = fileIndex
        self.tokens = tokens
        self.drafts = drafts
    }
}

// MARK: - Tokens

extension Parser {
    var current: Token { tokens[position] }
    var following: Token { tokens[min(position + 1, tokens.count - 1)] }
    var isAtEnd: Bool { current.kind == .end }

    mutating func advance() {
        if position < tokens.count - 1 { position += 1 }
    }

    func range(of token: Token) -> SourceRange { SourceRange(file: fileIndex, start: token.start, end: token.end) }
    var currentRange: SourceRange { range(of: current) }

    /// From a token to the last one consumed.
    func range(from token: Token) -> SourceRange {
        let last = position > 0 ? tokens[position - 1] : token
        return SourceRange(file: fileIndex, start: token.start, end: max(token.end, last.end))
    }

    func text(of token: Token) -> String {
        let text = file.text(token.start, token.end)
        return token.isFullWidth ? text.withHalfWidth : text
    }

    func spells(_ token: Token, _ keyword: Keyword) -> Bool {
        guard let word = token.keyword else { return false }
        return word == keyword || (token.isChinese && word == keyword.chineseTwin)
    }

    func at(_ keyword: Keyword) -> Bool { spells(current, keyword) }

    mutating func accept(_ keyword: Keyword) -> Token? {
        guard at(keyword) else { return nil }
        let token = current
        note(token, as: keyword)
        advance()
        return token
    }

    mutating func acceptSign(_ kind: Token.Kind) -> Token? {
        guard current.kind == kind else { return nil }
        let token = current
        advance()
        return token
    }

    @discardableResult mutating func expect(_ keyword: Keyword) throws(SyntaxFailure) -> Token {
        guard let token = accept(keyword) else { throw fail(.keyword(keyword)) }
        return token
    }

    @discardableResult mutating func expectSign(_ kind: Token.Kind, _ expectation: Expectation) throws(SyntaxFailure) -> Token {
        guard let token = acceptSign(kind) else { throw fail(expectation) }
        return token
    }

    /// Keeps a file to the vocabulary of its first keyword. Unit signs belong to both.
    mutating func note(_ token: Token, as keyword: Keyword) {
        switch keyword {
        case .hours, .microgram, .milligram, .cubicMetre: return
        default: break
        }
        let spoken: Vocabulary = token.isChinese ? .chinese : .english
        guard let vocabulary else {
            vocabulary = spoken
            return
        }
        guard vocabulary != spoken else { return }
        let place = range(of: token)
        let twin = vocabulary.spelling(of: keyword)
        drafts.append(
            Draft(
                .mixedVocabulary(word: text(of: token), vocabulary: vocabulary), place,
                fixits: twin.map { [(place, $0)] } ?? []))
    }
}

// MARK: - Errors

extension Parser {
    /// Reports that something else should stand at the current token.
    func failure(_ expected: [Expectation]) -> Draft {
        let token = current
        let spoken = vocabulary ?? .english
        guard token.kind != .end else {
            return Draft(.unexpected(.endOfFile, expected: expected, spoken), previousTail, fixits: [])
        }
        let found = String(text(of: token).prefix(40))
        var suggestion: String?
        if token.kind == .word, token.keyword == nil {
            suggestion = Suggestion.closest(to: found, among: expected.flatMap { $0.candidates(in: spoken) })
        }
        let place = range(of: token)
        return Draft(
            .unexpected(.token(found), expected: expected, spoken, suggestion: suggestion), place,
            fixits: suggestion.map { [(place, $0)] } ?? [])
    }

    mutating func fail(_ expected: Expectation...) -> SyntaxFailure {
        drafts.append(failure(expected))
        return SyntaxFailure()
    }

    mutating func fail(_ expected: [Expectation]) -> SyntaxFailure {
        drafts.append(failure(expected))
        return SyntaxFailure()
    }

    /// The empty range behind the last consumed token.
    var previousTail: SourceRange {
        position > 0 ? range(of: tokens[position - 1]).tail : currentRange.head
    }

    /// Whether the current token begins a declaration on a line of its own.
    var isAtDeclaration: Bool {
        current.isFirstOnLine && current.keyword?.startsDeclaration == true
    }
}
