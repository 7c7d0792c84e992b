/// The two spellings of the language. A file keeps to one of them.
public enum Vocabulary: String, Hashable, Sendable {
    case english, chinese

    /// How a keyword is written, nil where this vocabulary has no single word for it.
    func spelling(of keyword: Keyword) -> String? {
        let row = Self.rows[Int(keyword.rawValue)]
        switch self {
        case .english: return row.english
        case .chinese:
            if let twin = keyword.chineseTwin { return Self.rows[Int(twin.rawValue)].chinese.first }
            return row.chinese.first
        }
    }

    /// The keyword that a Latin word spells.
    static func english(_ word: String) -> Keyword? { englishWords[word] }

    /// The keyword that a full Chinese word spells.
    static func chinese(_ word: String) -> Keyword? {
        guard let first = word.unicodeScalars.first else { return nil }
        return chineseWords[first.value]?.first { $0.bytes.elementsEqual(word.utf8) }?.keyword
    }

    /// The longest Chinese keyword at an offset.
    static func longestChinese(_ bytes: [UInt8], _ offset: Int, first: Unicode.Scalar) -> (keyword: Keyword, length: Int)? {
        guard let candidates = chineseWords[first.value] else { return nil }
        for candidate in candidates where offset + candidate.bytes.count <= bytes.count {
            if bytes[offset..<offset + candidate.bytes.count].elementsEqual(candidate.bytes) {
                return (candidate.keyword, candidate.bytes.count)
            }
        }
        return nil
    }

    private struct Entry {
        var bytes: [UInt8]
        var keyword: Keyword
    }

    private static let rows = Keyword.allCases.map(row)

    private static let englishWords = {
        var words: [String: Keyword] = [:]
        for keyword in Keyword.allCases {
            if let word = rows[Int(keyword.rawValue)].english { words[word] = keyword }
        }
        return words
    }()

    /// By first scalar, the longest first.
    private static let chineseWords = {
        var words: [UInt32: [Entry]] = [:]
        for keyword in Keyword.allCases {
            for word in rows[Int(keyword.rawValue)].chinese {
                guard let first = word.unicodeScalars.first else { continue }
                words[first.value, default: []].append(Entry(bytes: Array(word.utf8), keyword: keyword))
            }
        }
        return words.mapValues { $0.sorted { $0.bytes.count > $1.bytes.count } }
    }()
}
