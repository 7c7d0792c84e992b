/// Bytes to tokens. Total: what is not understood becomes a finding and is left out.
package struct Lexer {
    let file: SourceFile
    let fileIndex: Int
    private let bytes: [UInt8]
    private var offset: Int
    package private(set) var tokens: [Token] = []
    private(set) var comments: [Comment] = []
    package private(set) var drafts = Drafts()
    private var lineHasToken = false
    /// Up to here no label closes: many opening brackets on one long line are not searched for each anew.
    private var noLabelBefore = 0

    package init(_ file: SourceFile, index: Int) {
        self.file = file
        fileIndex = index
        bytes = file.bytes
        offset = file.textStart
        tokens.reserveCapacity(bytes.count / 4)
    }

    package mutating func run() {
        while offset < bytes.count {
            let byte = bytes[offset]
            switch byte {
            case 0x0A:
                lineHasToken = false
                offset += 1
            case 0x20, 0x09, 0x0D: offset += 1
            case UInt8(ascii: "#"): comment()
            case UInt8(ascii: "\""): string(opening: 1, closing: [0x22], escapes: true)
            case UInt8(ascii: "["): label(opening: 1)
            default:
                if let (kind, length) = Punctuation.ascii(bytes, offset) {
                    add(kind, length)
                } else {
                    scalar()
                }
            }
        }
        add(.end, 0)
    }

    private mutating func scalar() {
        guard let (scalar, length) = decodeScalar(bytes, offset) else {
            offset += 1
            return
        }
        switch scalar {
        case "\u{3000}", "\u{A0}": offset += length
        case "“": string(opening: length, closing: Array("”".utf8), escapes: false)
        case "「": string(opening: length, closing: Array("」".utf8), escapes: false)
        case "【", "［": label(opening: length)
        case "＃": comment()
        default:
            if let kind = Punctuation.fullWidth(bytes, offset, scalar) {
                add(kind.kind, kind.length)
            } else if scalar.isHan {
                hanWords()
            } else if scalar.isWordPart || scalar.halfWidth?.isWordPart == true {
                word()
            } else {
                unexpected()
            }
        }
    }

    private mutating func add(
        _ kind: Token.Kind, _ length: Int, keyword: Keyword? = nil, isChinese: Bool = false, isFullWidth: Bool = false
    ) {
        tokens.append(
            Token(
                kind: kind, start: offset, end: offset + length, keyword: keyword, isChinese: isChinese,
                isFirstOnLine: !lineHasToken, isFullWidth: isFullWidth))
        lineHasToken = true
        offset += length
    }

    private func range(_ start: Int, _ end: Int) -> SourceRange { SourceRange(file: fileIndex, start: start, end: end) }

    private mutating func comment() {
        let start = offset
        var end = start
        while end < bytes.count, bytes[end] != 0x0A { end += 1 }
        offset = end
        if end > start, bytes[end - 1] == 0x0D { end -= 1 }
        comments.append(Comment(range: range(start, end), isOwnLine: !lineHasToken))
    }

    /// A run of letters, digits and `_ . -` without Chinese characters.
    private mutating func word() {
        var end = offset
        var isFullWidth = false
        while end < bytes.count {
            if bytes[end] < 0x80 {
                guard Unicode.Scalar(bytes[end]).isWordPart else { break }
                end += 1
                continue
            }
            guard let (scalar, length) = decodeScalar(bytes, end), !scalar.isHan else { break }
            if scalar.halfWidth?.isWordPart == true {
                isFullWidth = true
            } else if !scalar.isWordPart {
                break
            }
            end += length
        }
        let length = end - offset
        // No keyword is longer, and the text of a short word needs no allocation.
        let keyword = length <= 15 ? Vocabulary.english(file.text(offset, end)) : nil
        if isFullWidth {
            let place = range(offset, end)
            drafts.append(Draft(.fullWidthWord, place, fixits: [(place, file.text(offset, end).withHalfWidth)]))
        }
        add(.word, length, keyword: keyword, isFullWidth: isFullWidth)
    }

    /// A run of Chinese characters: the longest keyword at each place; what is none goes on to the next keyword.
    private mutating func hanWords() {
        while let (keyword, length) = Self.hanWord(bytes, offset) {
            add(.word, length, keyword: keyword, isChinese: true)
        }
    }

    /// The Chinese word that begins at an offset; nil where none does.
    static func hanWord(_ bytes: [UInt8], _ offset: Int) -> (keyword: Keyword?, length: Int)? {
        guard let (scalar, _) = decodeScalar(bytes, offset), scalar.isHan else { return nil }
        if let (keyword, length) = Vocabulary.longestChinese(bytes, offset, first: scalar) { return (keyword, length) }
        var end = offset
        while let (next, length) = decodeScalar(bytes, end), next.isHan {
            if end > offset, Vocabulary.longestChinese(bytes, end, first: next) != nil { break }
            end += length
        }
        return (nil, end - offset)
    }

    private mutating func string(opening: Int, closing: [UInt8], escapes: Bool) {
        let start = offset
        var end = start + opening
        while end < bytes.count {
            let byte = bytes[end]
            if byte == closing[0], bytes[end...].starts(with: closing) {
                add(.string, end + closing.count - start)
                return
            }
            if byte == 0x0A { break }
            if byte == 0x0D, end + 1 == bytes.count || bytes[end + 1] == 0x0A { break }
            if escapes, byte == UInt8(ascii: "\\") {
                end += escape(at: end)
                continue
            }
            if byte < 0x20 && byte != 0x09 || byte == 0x7F { drafts.append(Draft(.controlCharacter(byte), range(end, end + 1))) }
            end += 1
        }
        let mark = String(decoding: closing, as: UTF8.self)
        drafts.append(Draft(.unterminatedString(closing: mark), range(start, end), fixits: [(range(end, end), mark)]))
        add(.string, end - start)
    }

    /// The length of an escape sequence.
    private mutating func escape(at start: Int) -> Int {
        guard let (scalar, length) = decodeScalar(bytes, start + 1), scalar != "\n", scalar != "\r" else { return 1 }
        switch scalar {
        case "\"", "\\", "n": break
        default: drafts.append(Draft(.unknownEscape(String(scalar)), range(start, start + 1 + length)))
        }
        return 1 + length
    }

    /// A clause label in brackets: free text on one line.
    private mutating func label(opening: Int) {
        let start = offset
        var end = start + opening
        while start >= noLabelBefore, end < bytes.count, bytes[end] != 0x0A, bytes[end] != 0x0D {
            if let length = Punctuation.closingBracket(bytes, end) {
                add(.label, end + length - start)
                return
            }
            if bytes[end] < 0x20 && bytes[end] != 0x09 || bytes[end] == 0x7F {
                drafts.append(Draft(.controlCharacter(bytes[end]), range(end, end + 1)))
            }
            end += 1
        }
        noLabelBefore = max(noLabelBefore, end)
        drafts.append(Draft(.unterminatedLabel, range(start, start + opening)))
        offset = start + opening
    }

    /// Reports a run of characters that begin nothing.
    private mutating func unexpected() {
        let start = offset
        while let (scalar, length) = decodeScalar(bytes, offset), isUnexpected(scalar) { offset += length }
        if offset == start { offset += 1 }
        drafts.append(Draft(.unexpectedCharacters(file.text(start, min(offset, start + 40))), range(start, offset)))
    }

    private func isUnexpected(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.isHan || scalar.isWordPart || scalar.halfWidth?.isWordPart == true { return false }
        switch scalar {
        case " ", "\t", "\n", "\r", "#", "\"", "[", "\u{3000}", "\u{A0}", "“", "「", "【", "［", "＃": return false
        default:
            return Punctuation.ascii(bytes, offset) == nil && Punctuation.fullWidth(bytes, offset, scalar) == nil
        }
    }
}

extension String {
    /// With full-width letters, digits and signs as their ASCII twins.
    var withHalfWidth: String {
        var scalars = UnicodeScalarView()
        scalars.append(contentsOf: unicodeScalars.map { $0.halfWidth ?? $0 })
        return String(scalars)
    }
}
