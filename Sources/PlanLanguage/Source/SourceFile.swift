/// One file of a plan folder: its name for people and its bytes.
///
/// Nothing is assumed of the bytes; ``PlanChecker`` reports what is too large or not UTF-8. A byte order mark is
/// skipped, and lines may end in CRLF.
public struct SourceFile: Hashable, Sendable {
    /// The largest file that is read, in bytes.
    public static let limit = 1 << 20

    /// The name as findings show it, such as `rules/xuchang/city.plan`.
    public let name: String
    public let bytes: [UInt8]

    public init(name: String, bytes: [UInt8]) {
        self.name = name
        self.bytes = bytes
    }

    public init(name: String, text: String) {
        self.init(name: name, bytes: Array(text.utf8))
    }

    /// Where the text starts: behind the byte order mark if there is one.
    var textStart: Int { bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0 }

    /// The text of a byte range, clamped to the file.
    func text(_ start: Int, _ end: Int) -> String {
        let low = max(0, min(start, bytes.count))
        let high = max(low, min(end, bytes.count))
        return String(decoding: bytes[low..<high], as: UTF8.self)
    }
}
