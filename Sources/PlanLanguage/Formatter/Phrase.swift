/// Words of one clause set one behind the other.
///
/// Chinese needs no blanks between words, but a blank must stand where two words would read as others: 企业 and 清单 as 企业清单,
/// say. Words that people made up in small Latin letters stand free of Chinese characters, as they are set in print.
struct Phrase {
    private(set) var text = ""
    /// The last Chinese words, as far as they stand together.
    private var run: [[UInt8]] = []
    private var isMadeUp = false

    /// How many words back two words can join into another one: no keyword has more characters.
    private static let reach = 8

    init(_ text: String = "") { add(text) }

    /// Adds a word, with a blank before it where there must be one.
    mutating func add(_ word: String, isMadeUp: Bool = false) {
        add(word, beginsMadeUp: isMadeUp, endsMadeUp: isMadeUp)
    }

    /// Adds words of a finished phrase, which may begin or end with a name that people made up.
    mutating func add(phrase words: String) {
        add(
            words, beginsMadeUp: String(words.unicodeScalars.prefix { $0.isLatinWordPart }).isMadeUpName,
            endsMadeUp: String(String.UnicodeScalarView(words.unicodeScalars.reversed().prefix { $0.isLatinWordPart }))
                .isMadeUpName)
    }

    private mutating func add(_ word: String, beginsMadeUp: Bool, endsMadeUp: Bool) {
        guard let first = word.unicodeScalars.first else { return }
        if let last = text.unicodeScalars.last, joins(last, first, beginsMadeUp || isMadeUp) || runsTogether(word) { addBlank() }
        let words = Self.leadingWords(word)
        let length = words.reduce(0) { $0 + $1.count }
        if length == word.utf8.count {
            run = (run + words).suffix(Self.reach)
        } else {
            run = Self.trailingWords(word)
        }
        text += word
        isMadeUp = endsMadeUp
    }

    mutating func addBlank() {
        text += " "
        run = []
        isMadeUp = false
    }

    private func joins(_ last: Unicode.Scalar, _ first: Unicode.Scalar, _ isMadeUp: Bool) -> Bool {
        let (left, right) = (last.isHan, first.isHan)
        if left && right { return false }
        if left || right { return isMadeUp && (left || last.isWordPart) && (right || first.isWordPart) }
        return last.isWordPart && first.isWordPart
    }

    /// Whether the lexer would cut the words elsewhere.
    private func runsTogether(_ word: String) -> Bool {
        guard !run.isEmpty else { return false }
        let words = run + Self.leadingWords(word)
        return Self.words(Array(words.joined())) != words
    }

    // MARK: - Words as the lexer cuts them

    private static func words(_ bytes: [UInt8], from start: Int = 0) -> [[UInt8]] {
        var words: [[UInt8]] = []
        var offset = start
        while let (_, length) = Lexer.hanWord(bytes, offset) {
            words.append(Array(bytes[offset..<offset + length]))
            offset += length
        }
        return words
    }

    private static func leadingWords(_ word: String) -> [[UInt8]] { words(Array(word.utf8)) }

    private static func trailingWords(_ word: String) -> [[UInt8]] {
        let scalars = word.unicodeScalars
        let rest = scalars.reversed().prefix { $0.isHan }.reduce(0) { $0 + UTF8.width($1) }
        return words(Array(word.utf8), from: word.utf8.count - rest)
    }
}

extension StringProtocol {
    /// Whether a word is one that people made up in small Latin letters, as the ids of levels and the names of columns.
    var isMadeUpName: Bool {
        unicodeScalars.contains { ("a"..."z").contains($0) } && unicodeScalars.allSatisfy(\.isLatinWordPart)
    }
}

extension Unicode.Scalar {
    fileprivate var isLatinWordPart: Bool { value < 0x80 && isWordPart }
}
