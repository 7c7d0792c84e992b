/// The length of a message that goes out as SMS.
enum ShortMessage {
    /// Characters of one message in Chinese.
    static let limit = 70

    /// One line without blanks at its ends; where it is too long, up to its last whole clause.
    static func text(_ text: String) -> String {
        let line = Array(text.split(whereSeparator: \.isNewline).joined().trimming())
        guard units(line) > limit else { return String(line) }
        var short = line
        while units(short) > limit { short.removeLast() }
        if let end = short.lastIndex(where: { "。；，！".contains($0) }), end > 0 { return String(short[..<end]) + "。" }
        while units(short) > limit - 1 { short.removeLast() }
        return String(short) + "…"
    }

    /// As the network counts: in UTF-16.
    static func units(_ text: some Sequence<Character>) -> Int { text.reduce(0) { $0 + $1.utf16.count } }
}

extension String {
    fileprivate func trimming() -> Substring {
        var text = self[...]
        while text.first?.isWhitespace == true { text.removeFirst() }
        while text.last?.isWhitespace == true { text.removeLast() }
        return text
    }
}
