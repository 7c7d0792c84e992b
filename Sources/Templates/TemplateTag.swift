/// A tag of a template, `{{…}}`, with where it stands.
struct TemplateTag {
    enum Kind: Character {
        case value = "="
        case plain = "&"
        case section = "#"
        case inverted = "^"
        case end = "/"
        case comment = "!"
        /// Partials, inheritance, other delimiters, pragmas: a template stands alone.
        case unsupported = "?"
    }

    var kind: Kind
    var name: String
    /// In the characters of the text, both braces included.
    var range: Range<Int>

    /// The tags of a text in their order.
    ///
    /// - Returns: Nil within the last place where a tag does not end.
    static func scan(_ text: [Character]) -> (tags: [TemplateTag], unfinished: Int?) {
        var tags: [TemplateTag] = []
        var index = 0
        while index + 1 < text.count {
            guard text[index] == "{", text[index + 1] == "{" else {
                index += 1
                continue
            }
            let isTriple = index + 2 < text.count && text[index + 2] == "{"
            let close: [Character] = Array(repeating: "}", count: isTriple ? 3 : 2)
            let inner = index + close.count
            guard let end = place(of: close, in: text, from: inner) else { return (tags, index) }
            tags.append(tag(text[inner..<end], isTriple, index..<end + close.count))
            index = end + close.count
        }
        return (tags, nil)
    }

    private static func place(of sign: [Character], in text: [Character], from start: Int) -> Int? {
        guard start <= text.count - sign.count else { return nil }
        return (start...text.count - sign.count).first { text[$0..<$0 + sign.count].elementsEqual(sign) }
    }

    private static func tag(_ inner: ArraySlice<Character>, _ isTriple: Bool, _ range: Range<Int>) -> TemplateTag {
        var name = inner.drop { $0.isWhitespace }
        while name.last?.isWhitespace == true { name.removeLast() }
        var kind = isTriple ? Kind.plain : .value
        if !isTriple, let mark = name.first {
            switch mark {
            case "#", "^", "/", "!", "&": kind = Kind(rawValue: mark) ?? .unsupported
            case ">", "<", "$", "=", "%", "?": kind = .unsupported
            default: break
            }
            if kind != .value { name = name.dropFirst().drop { $0.isWhitespace } }
        }
        return TemplateTag(kind: kind, name: String(name), range: range)
    }
}
